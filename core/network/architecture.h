// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/network/parameters.h"
#include "core/scenario/scenario.h"

#include <optional>
#include <vector>

namespace backflow {

/// A program that is unrolled in one direction.
struct TrackPlan {
  StepProgram program;
  bool readsBackwards = false;
};

/// How a network is computed: stage after stage, each over the whole sequence. In one direction
/// all layers, and the output layer if it reads h_t, make one step and so one stage. In two
/// directions each layer is a stage of two tracks, since the layer above needs both of them whole.
struct NetworkPlan {
  std::vector<std::vector<TrackPlan>> stages;
  /// The output layer, where it reads attention or both directions: a step without states.
  std::optional<StepProgram> head;
  std::vector<ParameterShape> shapes;
};

/// @pre the scenario is valid.
NetworkPlan planNetwork(const Scenario& scenario, int inputs);

} // namespace backflow
