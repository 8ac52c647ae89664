// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_network.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/parameter_shapes.h"
#include "core/unroll/run.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

Scenario scenarioOf(TaskKind task, int horizon) {
  Scenario scenario;
  scenario.network.hidden = 5;
  scenario.weights.gain = 1.1;
  scenario.unroll.horizon = horizon;
  scenario.training.emplace();
  scenario.training->task.kind = task;
  return scenario;
}

std::unique_ptr<Task> taskOf(const Scenario& scenario) {
  return std::get<std::unique_ptr<Task>>(makeTask(scenario, {}));
}

WeightList<double> weightsOf(const Scenario& scenario, const Task& task) {
  WeightList<double> weights;
  for (const NamedMatrix& one : drawTrainedParameters(scenario, task.inputs(), task.outputs())) {
    weights.push_back(one.values);
  }
  return weights;
}

/// The largest difference between the gradient and central differences, relative to its norm.
double errorOfGradient(const Scenario& scenario) {
  const auto task = taskOf(scenario);
  PortableRandom random(3, RandomStream::TrainingBatch, 1);
  const TaskBatch batch = task->draw(random, 3);
  WeightList<double> weights = weightsOf(scenario, *task);
  BatchNetwork<double> network(scenario, task->inputs(), task->outputs(), 3);
  network.forward(weights, batch);
  const WeightList<double> gradient = network.backward(weights, batch, 0);
  double norm = 0;
  double worst = 0;
  constexpr double step = 1e-5;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    norm = std::max(norm, gradient[i].cwiseAbs().maxCoeff());
    for (Eigen::Index k = 0; k < weights[i].size(); ++k) {
      double& weight = weights[i].data()[k];
      const double before = weight;
      weight = before + step;
      const double above = network.forward(weights, batch).loss;
      weight = before - step;
      const double below = network.forward(weights, batch).loss;
      weight = before;
      worst = std::max(worst, std::abs((above - below) / (2 * step) - gradient[i].data()[k]));
    }
  }
  return worst / norm;
}

TEST(BatchNetwork, GradientsAreThoseOfFiniteDifferences) {
  for (const TaskKind task : {TaskKind::Adding, TaskKind::CopyMemory}) {
    for (const CellKind cell : enumValues<CellKind>()) {
      for (const Variant variant : {Variant::Course, Variant::PyTorch}) {
        for (const int layers : {1, 2}) {
          for (const bool bidirectional : {false, true}) {
            Scenario scenario = scenarioOf(task, task == TaskKind::Adding ? 6 : 22);
            scenario.network.hidden = 3;
            scenario.network.cell = cell;
            scenario.network.variant = variant;
            scenario.network.layers = layers;
            scenario.network.bidirectional = bidirectional;
            EXPECT_LT(errorOfGradient(scenario), 2e-8)
                << static_cast<int>(task) << static_cast<int>(cell) << static_cast<int>(variant)
                << layers << bidirectional;
          }
        }
      }
    }
  }
}

/// The same sequences one by one through the path of single runs, with the gradient that the
/// output layer hands to h_T as the injected one.
void expectSinglePathAgrees(Scenario scenario) {
  const auto task = taskOf(scenario);
  constexpr int sequences = 4;
  PortableRandom random(4, RandomStream::TrainingBatch, 1);
  const TaskBatch batch = task->draw(random, sequences);
  const WeightList<double> weights = weightsOf(scenario, *task);
  BatchNetwork<double> network(scenario, task->inputs(), task->outputs(), sequences);
  network.forward(weights, batch);
  const WeightList<double> gradient = network.backward(weights, batch, 0);

  const std::vector<ParameterShape> shapes =
      trainedShapes(scenario, task->inputs(), task->outputs());
  std::vector<Eigen::MatrixXd> sums;
  std::vector<double> profile(network.profile().size(), 0);
  for (int b = 0; b < sequences; ++b) {
    Scenario single = scenario;
    single.training.reset();
    single.precisions = {Precision::Float64};
    single.input.kind = InputKind::Explicit;
    for (const Eigen::MatrixXd& input : batch.inputs) {
      single.input.values.emplace_back(input.col(b).begin(), input.col(b).end());
    }
    const Eigen::VectorXd injected =
        weights[weights.size() - 2].transpose() * network.outputGradients()[0].col(b);
    single.loss.gradient.assign(injected.begin(), injected.end());
    const Trace trace = traceOf(experimentOf(single));
    for (std::size_t t = 0; t < profile.size(); ++t) {
      profile[t] = std::hypot(profile[t], trace.runs[0].steps.gradientNorm[t]);
    }
    const Parameters& parts = trace.runs[0].parameterGradients;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      ASSERT_EQ(parts[i].name, shapes[i].name);
      if (sums.size() <= i) {
        sums.push_back(Eigen::MatrixXd::Zero(parts[i].values.rows(), parts[i].values.cols()));
      }
      sums[i] += parts[i].values;
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    EXPECT_LE((sums[i] - gradient[i]).norm(), 1e-13 * (1 + sums[i].norm())) << shapes[i].name;
  }
  for (std::size_t t = 0; t < profile.size(); ++t) {
    EXPECT_NEAR(network.profile()[t], profile[t], 1e-12 * profile[t]) << "t = " << t + 1;
  }
}

TEST(BatchNetwork, GradientsAreThoseOfTheSinglePath) {
  for (const CellKind cell : enumValues<CellKind>()) {
    for (const bool bidirectional : {false, true}) {
      Scenario scenario = scenarioOf(TaskKind::TemporalOrder, 20);
      scenario.network.cell = cell;
      scenario.network.layers = 2;
      scenario.network.bidirectional = bidirectional;
      expectSinglePathAgrees(scenario);
      expectSinglePathAgrees(truncated(scenario, TruncationMode::Windows, 6));
    }
    Scenario scenario = scenarioOf(TaskKind::TemporalOrder, 20);
    scenario.network.cell = cell;
    expectSinglePathAgrees(truncated(scenario, TruncationMode::FromLoss, 7));
    expectSinglePathAgrees(clipped(scenario, ClipMode::StateNorm, 0.003));
    for (const Gate gate : gatesOf(cell)) {
      scenario.pins = {{gate, 0.25, 3, 9}};
      expectSinglePathAgrees(scenario);
    }
  }
}

TEST(BatchNetwork, ComputesABatchAgainToTheSameBits) {
  for (const TaskKind kind : {TaskKind::TemporalOrder, TaskKind::CopyMemory}) {
    Scenario scenario = scenarioOf(kind, 25);
    scenario.network.cell = CellKind::Gru;
    scenario.network.layers = 2;
    scenario.network.bidirectional = true;
    const auto task = taskOf(scenario);
    PortableRandom random(4, RandomStream::TrainingBatch, 1);
    const TaskBatch one = task->draw(random, 3);
    const TaskBatch other = task->draw(random, 3);
    const WeightList<double> weights = weightsOf(scenario, *task);
    BatchNetwork<double> network(scenario, task->inputs(), task->outputs(), 3);
    const double loss = network.forward(weights, one).loss;
    const WeightList<double> gradients = network.backward(weights, one, 0);
    const std::vector<double> profile = network.profile();
    EXPECT_NE(network.forward(weights, other).loss, loss);
    EXPECT_NE(network.backward(weights, other, 0), gradients);
    EXPECT_EQ(network.forward(weights, one).loss, loss);
    EXPECT_EQ(network.backward(weights, one, 0), gradients);
    EXPECT_EQ(network.profile(), profile);
  }
}

TEST(BatchNetwork, RecallsWhatItsStepsDidNotHold) {
  Scenario scenario = scenarioOf(TaskKind::Adding, 11);
  scenario.network.cell = CellKind::Lstm;
  const auto task = taskOf(scenario);
  PortableRandom random(4, RandomStream::TrainingBatch, 1);
  const TaskBatch batch = task->draw(random, 3);
  BatchNetwork<double> network(scenario, task->inputs(), task->outputs(), 3);
  network.forward(weightsOf(scenario, *task), batch);
  BatchTrack<double>& track = *network.stages().front().front();
  const auto valueOf = [&](const char* name, int u) {
    const auto& registers = track.program().registers;
    int reg = static_cast<int>(registers.size()) - 1; // the new state after the old one
    while (registers[static_cast<std::size_t>(reg)].name != name) {
      --reg;
    }
    return Eigen::MatrixXd(track.value(reg, u, network.inputOf(0)));
  };
  for (const int u : {1, 5, 11, 4}) {
    track.recall(u, network.inputOf(0));
    const Eigen::MatrixXd candidate = valueOf("c~", u);
    EXPECT_LT((valueOf("a_c", u).array().tanh().matrix() - candidate).norm(), 1e-14);
    EXPECT_EQ(valueOf("i*g", u), valueOf("Gu", u).cwiseProduct(candidate));
    EXPECT_EQ(valueOf("c", u), valueOf("i*g", u) + valueOf("f*c", u));
  }
}

TEST(BatchNetwork, ProfileIsZeroBeyondTheTruncation) {
  const Scenario scenario =
      truncated(scenarioOf(TaskKind::Adding, 20), TruncationMode::FromLoss, 7);
  const auto task = taskOf(scenario);
  PortableRandom random(4, RandomStream::TrainingBatch, 1);
  const TaskBatch batch = task->draw(random, 3);
  const WeightList<double> weights = weightsOf(scenario, *task);
  BatchNetwork<double> network(scenario, 2, 1, 3);
  network.forward(weights, batch);
  network.backward(weights, batch, 0);
  EXPECT_GT(network.profile()[13], 0); // t = 14 = T − 6
  EXPECT_EQ(network.profile()[12], 0);
}

TEST(BatchNetwork, NothingIsComputedBeyondTheTruncation) {
  const Scenario scenario =
      truncated(scenarioOf(TaskKind::Adding, 20), TruncationMode::FromLoss, 7);
  const auto task = taskOf(scenario);
  PortableRandom random(4, RandomStream::TrainingBatch, 1);
  TaskBatch batch = task->draw(random, 3);
  batch.inputs.at(12)(0, 0) = std::numeric_limits<double>::infinity(); // x_13: T − 7 = 13
  const WeightList<double> weights = weightsOf(scenario, *task);
  BatchNetwork<double> network(scenario, 2, 1, 3);
  EXPECT_TRUE(std::isfinite(network.forward(weights, batch).loss));
  for (const Eigen::MatrixXd& gradient : network.backward(weights, batch, 0)) {
    EXPECT_TRUE(gradient.allFinite()) << "0 · inf is NaN";
  }
}

TEST(BatchNetwork, RegulariserOfAScalarRecurrenceIsTheFormula) {
  Scenario scenario = scenarioOf(TaskKind::Recall, 9);
  scenario.network.hidden = 1;
  scenario.network.activation = Activation::Identity;
  const auto task = taskOf(scenario);
  PortableRandom random(4, RandomStream::TrainingBatch, 1);
  const TaskBatch batch = task->draw(random, 5);
  WeightList<double> weights = weightsOf(scenario, *task);
  const double w = 1.25;
  weights[0](0, 0) = w;
  BatchNetwork<double> network(scenario, 1, 1, 5);
  network.forward(weights, batch);
  const double plain = network.backward(weights, batch, 0)[0](0, 0);
  constexpr double factor = 0.5;
  const double regularised = network.backward(weights, batch, factor)[0](0, 0);
  EXPECT_NEAR(network.omega(), 9 * (w - 1) * (w - 1), 1e-13);
  EXPECT_NEAR(regularised - plain, factor * 9 * 2 * (w - 1), 1e-11);
}

} // namespace
} // namespace backflow::test
