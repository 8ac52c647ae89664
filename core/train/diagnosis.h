// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/attribution.h"
#include "core/train/batch_network.h"
#include "core/train/training.h"

#include <optional>
#include <string>
#include <vector>

namespace backflow {

/// The first number that is inf, or NaN, in the forward pass of a network that has computed this
/// batch, with the operation that made it: in a register, the outputs or the loss. Nothing if
/// there is none. `names`: of the weights.
template <class Scalar>
std::optional<TrainingEvent>
findInForward(BatchNetwork<Scalar>& network, const WeightList<Scalar>& weights,
              const std::vector<ParameterShape>& shapes, const BatchScore& score, Wanted wanted);

/// The same of the backward pass, which it repeats, and of the gradients that it gave.
template <class Scalar>
std::optional<TrainingEvent>
findInBackward(BatchNetwork<Scalar>& network, const WeightList<Scalar>& weights,
               const std::vector<ParameterShape>& shapes, const TaskBatch& batch,
               const WeightList<Scalar>& gradients, double regulariser, Wanted wanted);

/// The same of weights that an update changed. What moments made of a gradient is called the
/// change.
template <class Scalar>
std::optional<TrainingEvent>
findInUpdate(const WeightList<Scalar>& before, const WeightList<Scalar>& after,
             const WeightList<Scalar>& gradients, OptimiserKind optimiser, double rate,
             const std::vector<ParameterShape>& shapes, Wanted wanted);

} // namespace backflow
