// SPDX-License-Identifier: GPL-3.0-or-later
// What gated cells, pins, attention and narrow formats are shown for, in figures.
#include "core/numeric/emulated.h"
#include "core/unroll/influence.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

RunTrace runOf(const Scenario& scenario) {
  return run(experimentOf(scenario),
             {.keepStateGradients = true, .keepStates = true, .keepParameterGradients = true})
      .value()
      .runs.back();
}

const Eigen::MatrixXd& gate(const RunTrace& run, const std::string& name) {
  return parameter(run.gates, name);
}

/// Exercise 10 of the course's sheet.
TEST(GruCourse, ComputesTheSheetsExample) {
  Scenario scenario;
  scenario.network.cell = CellKind::Gru;
  scenario.network.hidden = 2;
  scenario.weights.init = WeightInit::Explicit;
  scenario.weights.parameters = {{"W_c", {{1, 1, 2}, {0, 1, 0}}},
                                 {"W_u", {{1, 0, 3}, {2, 0, 0}}},
                                 {"W_r", {{0, 0, 0}, {0, 0, 0}}}};
  scenario.pins = {{Gate::Reset, 1, 1, 1}};
  scenario.input.kind = InputKind::Explicit;
  scenario.input.values = {{3}};
  scenario.unroll.horizon = 1;
  const RunTrace run = runOf(scenario);
  EXPECT_NEAR(run.states(0, 0), 0.9998643, 5e-8);
  EXPECT_EQ(run.states(1, 0), 0);
  EXPECT_NEAR(gate(run, "c~")(0, 0), std::tanh(6.0), 1e-15);
  EXPECT_EQ(gate(run, "c~")(1, 0), 0);
  EXPECT_NEAR(gate(run, "Gu")(0, 0), 1 / (1 + std::exp(-9.0)), 1e-15);
  EXPECT_EQ(gate(run, "Gu")(1, 0), 0.5);
  EXPECT_EQ(gate(run, "Gr")(0, 0), 1);
}

Scenario carrying(double keepBias) {
  Scenario scenario;
  scenario.network.cell = CellKind::Gru;
  scenario.network.hidden = 1;
  scenario.weights.init = WeightInit::Explicit;
  scenario.weights.parameters = {
      {"W_c", {{0, 1}}}, {"W_u", {{0, 0}}}, {"W_r", {{0, 0}}}, {"b_u", {{-keepBias}}}};
  scenario.input.kind = InputKind::Impulse;
  scenario.loss.gradient = {1};
  scenario.unroll.horizon = 100;
  scenario.pins = {{Gate::Update, 1, 1, 1}};
  return scenario;
}

/// Exercise 9: a GRU that carries its first input to the end.
TEST(GruCourse, CarriesExactlyWithPins) {
  Scenario scenario = carrying(0);
  scenario.pins.push_back({Gate::Update, 0, 2, 100});
  const RunTrace run = runOf(scenario);
  EXPECT_EQ(run.states(0, 99), run.states(0, 0));
  EXPECT_EQ(run.steps.gradientNorm[0], 1);
  // A pinned gate has no gradient.
  EXPECT_EQ(parameter(run.parameterGradients, "b_u")(0, 0), 0);
}

TEST(GruCourse, CarriesWithSigmoidsWhatTheyLeave) {
  const std::pair<double, double> kept[] = {{5, 0.514}, {7, 0.914}, {10, 0.9955}};
  for (const auto& [bias, share] : kept) {
    EXPECT_NEAR(runOf(carrying(bias)).steps.gradientNorm[0], share, 5e-4);
  }
}

TEST(Lstm, CarouselHoldsWhereForgetGatesAreOpen) {
  Scenario scenario;
  scenario.network = {CellKind::Lstm, Activation::Tanh, 16, Variant::Course};
  scenario.weights.gain = 8;
  scenario.pins = {{Gate::Forget, 1, 1, 60}, {Gate::Update, 0.05, 1, 60}};
  scenario.unroll.horizon = 60;
  const StepRecords steps = runOf(scenario).steps;
  ASSERT_EQ(steps.cellGradientDirectNorm.size(), 60U);
  for (const double norm : steps.cellGradientDirectNorm) {
    EXPECT_NEAR(norm, steps.cellGradientDirectNorm.back(), 1e-14);
  }
  EXPECT_EQ(steps.cellGradientGatesNorm.back(), 0);
  EXPECT_GT(steps.cellGradientGatesNorm.front(), 1e3 * steps.cellGradientDirectNorm.front());
}

TEST(Bidirectional, GradientIsUShapedWithTheLastStatesAlone) {
  Scenario scenario;
  scenario.network.bidirectional = true;
  scenario.weights.gain = 0.7;
  scenario.unroll.horizon = 60;
  const StepRecords steps = runOf(scenario).steps;
  EXPECT_LT(steps.gradientNorm[30], 1e-2 * steps.gradientNorm.front());
  EXPECT_LT(steps.gradientNorm[30], 1e-2 * steps.gradientNorm.back());
  EXPECT_LT(steps.forwardGradientNorm.front(), steps.forwardGradientNorm.back());
  EXPECT_GT(steps.backwardGradientNorm.front(), steps.backwardGradientNorm.back());
}

/// Exercise 11: a path of length one.
TEST(Attention, ReachesTheFirstStateDirectly) {
  Scenario scenario;
  scenario.network.readout = Readout::Attention;
  scenario.weights.gain = 0.3;
  scenario.input.std = 0.01;
  const RunTrace run = runOf(scenario);
  // All states are small, so that the weights α are nearly uniform.
  EXPECT_NEAR(run.attention.sum(), 1, 1e-14);
  EXPECT_NEAR(run.steps.directGradientNorm.front(), 0.01, 2e-4);
  EXPECT_LT(run.steps.recurrentGradientNorm.front(), 0.01);
}

TEST(LossScaling, KeepsAFloat16GradientAlive) {
  Scenario scenario = scalar(0.5, 31, 1);
  scenario.precisions = {Precision::Float16};
  EXPECT_EQ(runOf(scenario).steps.gradientNorm.front(), 0);
  scenario.loss.scale = 4096;
  EXPECT_EQ(runOf(scenario).steps.gradientNorm.front(), 0x1p-30);
}

TEST(NarrowFormats, CountAsInTheScalarRecurrence) {
  Scenario scenario = scalar(0.5, 200, 3);
  scenario.precisions = {Precision::Float16, Precision::BFloat16};
  const Trace trace = traceOf(scenario);
  const auto firstOf = [](const RunTrace& run, EventKind kind) {
    for (const Event& event : run.events) {
      if (event.kind == kind) {
        return event.stepsBack;
      }
    }
    return -1;
  };
  EXPECT_EQ(firstOf(trace.runs[0], EventKind::UnderflowSubnormal), 16);
  EXPECT_EQ(firstOf(trace.runs[0], EventKind::UnderflowZero), 27);
  EXPECT_EQ(firstOf(trace.runs[1], EventKind::UnderflowSubnormal), 128);
  EXPECT_EQ(firstOf(trace.runs[1], EventKind::UnderflowZero), 136);
}

/// A step of the plain layer written out with every operation rounded by its own definition.
TEST(NarrowFormats, EveryOperationIsRounded) {
  Scenario scenario = drawn(Activation::Tanh, 5, 20, 1.3, 2);
  scenario.precisions = {Precision::Float16};
  const Experiment experiment = experimentOf(scenario);
  const auto r = [](double x) {
    return roundedTo(Precision::Float16, x);
  };
  const auto rounded = [&](const Eigen::MatrixXd& m) {
    return Eigen::MatrixXd(m.unaryExpr(r));
  };
  const Eigen::MatrixXd recurrent = rounded(parameter(experiment.weights, "W_h"));
  const Eigen::MatrixXd inputs = rounded(parameter(experiment.weights, "W_x"));
  std::vector<Eigen::VectorXd> h{rounded(experiment.initialState)};
  for (int t = 1; t <= 20; ++t) {
    Eigen::VectorXd next(5);
    for (int i = 0; i < 5; ++i) {
      double a = r(parameter(experiment.weights, "b")(i, 0));
      for (int d = 0; d < 2; ++d) {
        a = r(a + r(inputs(i, d) * r(experiment.input(d, t - 1))));
      }
      for (int j = 0; j < 5; ++j) {
        a = r(a + r(recurrent(i, j) * h.back()[j]));
      }
      next[i] = r(std::tanh(a));
    }
    h.push_back(next);
  }
  Eigen::VectorXd delta = rounded(experiment.injected);
  Eigen::MatrixXd gradient = Eigen::MatrixXd::Zero(5, 5);
  const RunTrace run = traceOf(experiment).runs[0];
  for (int t = 20; t >= 1; --t) {
    EXPECT_EQ(run.stateGradients.col(t - 1), delta) << t;
    Eigen::VectorXd a(5);
    for (int i = 0; i < 5; ++i) {
      const double state = h[static_cast<std::size_t>(t)][i];
      a[i] = r(r(1 - r(state * state)) * delta[i]);
    }
    for (int j = 0; j < 5; ++j) {
      double sum = 0;
      for (int i = 0; i < 5; ++i) {
        sum = r(sum + r(recurrent(i, j) * a[i]));
        gradient(i, j) = r(gradient(i, j) + r(a[i] * h[static_cast<std::size_t>(t) - 1][j]));
      }
      delta[j] = sum;
    }
  }
  EXPECT_EQ(parameter(run.parameterGradients, "W_h"), gradient);
}

TEST(Influence, AddsUpToTheWholeGradientOfALinearLayer) {
  Scenario scenario = scalar(0.5, 12, 1);
  scenario.loss.at = LossPlace::Every;
  const Eigen::MatrixXd influence = influenceOf(experimentOf(scenario)).value();
  const RunTrace run = runOf(scenario);
  for (Eigen::Index k = 0; k < 12; ++k) {
    EXPECT_NEAR(influence.col(k).sum(), run.steps.gradientNorm[static_cast<std::size_t>(k)], 1e-15);
    EXPECT_EQ(influence(11, k), std::ldexp(1.0, static_cast<int>(k) - 11));
  }
  EXPECT_EQ(influence(3, 7), 0);
}

TEST(Influence, StopsWhenAsked) {
  std::stop_source source;
  const auto stopAtThree = [&](int done, int) {
    if (done == 3) {
      source.request_stop();
    }
  };
  Scenario scenario = scalar(0.5, 12, 1);
  scenario.loss.at = LossPlace::Every;
  EXPECT_FALSE(influenceOf(experimentOf(scenario), source.get_token(), stopAtThree));
}

TEST(Comparison, OfATruncatedGradient) {
  const Scenario scenario = truncated(scalar(0.5, 40, 1), TruncationMode::FromLoss, 40);
  EXPECT_EQ(runOf(scenario).comparison->ratio, 1);
  EXPECT_EQ(runOf(scenario).comparison->angleDegrees, 0);
  Scenario drawnOne = drawn(Activation::Tanh, 8, 40, 1.0, 1);
  const RunTrace run = runOf(truncated(drawnOne, TruncationMode::FromLoss, 3));
  EXPECT_GT(run.comparison->angleDegrees, 0.1);
  EXPECT_LT(run.comparison->angleDegrees, 90);
  // Clipping by norm turns nothing.
  const RunTrace byNorm = runOf(clipped(drawnOne, ClipMode::Norm, 0.01));
  EXPECT_NEAR(byNorm.comparison->angleDegrees, 0, 1e-6);
  EXPECT_NEAR(byNorm.comparison->ratio, byNorm.clip.coefficient, 1e-12);
}

} // namespace
} // namespace backflow::test
