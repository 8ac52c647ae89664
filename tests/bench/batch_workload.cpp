// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/batch_workload.h"

#include "core/numeric/random.h"

namespace backflow::bench {

int batchHorizonFor(int hidden) {
  return hidden <= 256 ? 200 : 50;
}

BatchWorkload batchWorkload(CellKind cell, int hidden) {
  BatchWorkload result;
  const int horizon = batchHorizonFor(hidden);
  result.scenario = healthyScenario(cell, hidden, horizon);
  result.scenario.training = TrainingSpec{};
  result.weights = drawTrainedParameters(result.scenario, inputSize, 1);
  PortableRandom random(result.scenario.input.seed, RandomStream::TrainingBatch, 1);
  for (int t = 1; t <= horizon; ++t) {
    Eigen::MatrixXd& input = result.batch.inputs.emplace_back(inputSize, batchSize);
    for (double& number : input.reshaped()) {
      number = result.scenario.input.std * random.normal();
    }
  }
  result.batch.lossSteps = {horizon};
  result.batch.targets = {Eigen::MatrixXd::Ones(1, batchSize)};
  return result;
}

} // namespace backflow::bench
