// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/batch_network.h"
#include "tests/bench/workload.h"

namespace backflow::bench {

inline constexpr int batchSize = 32; ///< B

/// Everything that one update of a training needs: B sequences of noise, an output layer of one
/// unit, and a squared error at the last step.
struct BatchWorkload {
  Scenario scenario;
  Parameters weights; ///< those of healthyScenario(), W_y and b_y
  TaskBatch batch;
};

/// T: 200, or 50 in wide networks.
int batchHorizonFor(int hidden);

BatchWorkload batchWorkload(CellKind cell, int hidden);

/// The weights in `Scalar`.
template <class Scalar> WeightList<Scalar> weightsOf(const BatchWorkload& workload) {
  WeightList<Scalar> result;
  for (const NamedMatrix& weight : workload.weights) {
    result.push_back(weight.values.cast<Scalar>());
  }
  return result;
}

template <class Scalar> BatchNetwork<Scalar> networkOf(const BatchWorkload& workload) {
  return BatchNetwork<Scalar>(workload.scenario, inputSize, 1, batchSize);
}

} // namespace backflow::bench
