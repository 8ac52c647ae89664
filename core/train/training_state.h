// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"

#include <ostream>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// Everything that a training needs to go on to the same bits.
struct TrainingState {
  Scenario scenario;
  Parameters weights;
  Parameters firstMoments;
  Parameters secondMoments;
  int optimiserSteps = 0;
  std::vector<UpdateRecord> records;
  std::vector<TrainingEvent> events;
};

/// As a `backflow-training` JSON document: matrices row by row, each number with the digits that
/// bring it back exactly, non-finite ones as "inf", "-inf", "nan".
void writeTrainingState(const TrainingState& state, std::ostream& out);

/// Problems name the field: what is no such document, or does not fit its own scenario.
std::variant<TrainingState, std::vector<FieldProblem>> readTrainingState(const std::string& text);

} // namespace backflow
