// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace backflow {

/// The parameters of the scenario's network over `inputs` numbers a step, with their shapes, in the
/// order of the equations: layer by layer, forward before backward direction, the output layer
/// last. A name ends in `_l0`, `_l1`, … if there are several layers, and in `_reverse` for the
/// backward direction.
std::vector<ParameterShape> parameterShapes(const Scenario& scenario, int inputs);
/// With the inputs that the scenario itself tells of; without the output layer for `text`, whose
/// vocabulary only its file tells.
std::vector<ParameterShape> parameterShapes(const Scenario& scenario);

/// Whether a parameter is a vector, written as one list.
bool isBias(const std::string& name);
/// Whether it holds recurrent weights, without which `explicit` weights are not complete.
bool isRecurrent(const std::string& name);

/// What follows a parameter's name in that layer (from 0) and direction.
std::string parameterSuffix(const NetworkSpec& network, int layer, bool readsBackwards);

/// 1, or 2 if bidirectional.
int directionsOf(const NetworkSpec& network);
/// Numbers of the vector that the loss, the output layer or attention reads: H, or 2H.
int readoutSize(const NetworkSpec& network);
/// Numbers of a layer's h, or c, at one time, over all layers and directions.
int stateSize(const NetworkSpec& network);
/// Numbers that the unroll holds for each unit and step: h of a plain layer, and the gates.
int heldPerUnit(const NetworkSpec& network);

} // namespace backflow
