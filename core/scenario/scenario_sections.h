// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace backflow {

/// The sections of a scenario file whose keys depend on a kind. Each reads the object into the
/// spec, leaves what is missing as it is, and adds what is wrong to the problems.
void readNetwork(const nlohmann::json& json, NetworkSpec& network,
                 std::vector<FieldProblem>& problems);
void readWeights(const nlohmann::json& json, WeightsSpec& weights,
                 std::vector<FieldProblem>& problems);
void readInput(const nlohmann::json& json, InputSpec& input, std::vector<FieldProblem>& problems);
void readInitialState(const nlohmann::json& json, InitialStateSpec& state,
                      std::vector<FieldProblem>& problems);
void readTraining(const nlohmann::json& json, TrainingSpec& training,
                  std::vector<FieldProblem>& problems);
void readLoss(const nlohmann::json& json, LossSpec& loss, std::vector<FieldProblem>& problems);

} // namespace backflow
