// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/step_by_hand.h"

#include "core/scenario/parameter_shapes.h"
#include "core/scenario/validation.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

const HandVector& named(const std::vector<HandVector>& vectors, const std::string& name) {
  const auto found = std::find_if(vectors.begin(), vectors.end(),
                                  [&](const HandVector& one) { return one.name == name; });
  if (found == vectors.end()) {
    throw std::out_of_range(name);
  }
  return *found;
}

/// Numbers of no pattern.
HandStep someStep(CellKind cell, Variant variant) {
  NetworkSpec network;
  network.cell = cell;
  network.variant = variant;
  network.hidden = 3;
  HandStep step = refitted({}, network, 2);
  double number = 0.1;
  const auto next = [&number] {
    number = std::fmod(number * 7.3 + 0.21, 1.7);
    return number - 0.8;
  };
  for (NamedMatrix& weight : step.weights) {
    weight.values = Eigen::MatrixXd::NullaryExpr(weight.values.rows(), weight.values.cols(), next);
  }
  step.input << 0.7, -0.4;
  step.state << 0.2, -0.6, 0.9;
  step.cell << -0.3, 1.1, 0.5;
  return step;
}

TEST(StepByHand, IsExerciseTens) {
  const auto vectors = stepByHand(exerciseTen());
  const auto expectNear = [&](const char* name, double first, double second) {
    EXPECT_NEAR(named(vectors, name).values[0], first, 5e-7) << name;
    EXPECT_NEAR(named(vectors, name).values[1], second, 5e-7) << name;
  };
  expectNear("a_c", 6, 0);
  expectNear("c~", 0.999988, 0);
  expectNear("a_u", 9, 0);
  expectNear("Gu", 0.999877, 0.5);
  expectNear("Gr", 1, 1);
  expectNear("h", 0.999864, 0);
  EXPECT_TRUE(named(vectors, "Gr").isGiven);
  EXPECT_FALSE(named(vectors, "Gu").isGiven);
  EXPECT_EQ(vectors.back().name, "h");
}

TEST(StepByHand, TermsAddUpToTheirVector) {
  for (const HandVector& vector : stepByHand(someStep(CellKind::Gru, Variant::PyTorch))) {
    if (vector.operation.kind == StepOperationKind::Activate) {
      continue;
    }
    for (Eigen::Index i = 0; i < vector.values.size(); ++i) {
      double sum = 0;
      for (const Term<double>& term : vector.terms[static_cast<std::size_t>(i)]) {
        sum += term.isProduct() ? term.left * term.right : term.left;
      }
      EXPECT_NEAR(vector.values[i], sum, 1e-15) << vector.name;
    }
  }
}

TEST(StepByHand, IsTheFirstStepOfItsScenario) {
  for (const CellKind cell : {CellKind::Gru, CellKind::Lstm}) {
    for (const Variant variant : {Variant::Course, Variant::PyTorch}) {
      HandStep step = someStep(cell, variant);
      step.givenGates[Gate::Update] = 0.25;
      const Scenario scenario = scenarioByHand(step, 4);
      ASSERT_TRUE(validate(scenario).empty());
      RunOptions options;
      options.keepStates = true;
      const Trace trace = run(experimentOf(scenario), options).value();
      const Eigen::VectorXd state = stepByHand(step).back().values;
      EXPECT_EQ(runOf(trace, Precision::Float64).states.col(0), state);
    }
  }
}

TEST(StepByHand, RunsAsALongerScenarioToo) {
  const Scenario scenario = scenarioByHand(exerciseTen(), 12);
  EXPECT_TRUE(validate(scenario).empty());
  EXPECT_EQ(traceOf(scenario).runs.front().steps.gradientNorm.size(), 12U);
}

TEST(StepByHand, ChangesItsSizeAndKeepsWhatFits) {
  HandStep step = exerciseTen();
  NetworkSpec larger = step.network;
  larger.hidden = 3;
  const HandStep grown = refitted(step, larger, 2);
  const Eigen::MatrixXd& weight = parameter(grown.weights, "W_u");
  ASSERT_EQ(weight.rows(), 3);
  ASSERT_EQ(weight.cols(), 5);
  EXPECT_EQ(weight(0, 0), 1);
  EXPECT_EQ(weight(1, 0), 2);
  EXPECT_EQ(weight(0, 3), 3) << "the column of x has moved with the states";
  EXPECT_EQ(weight.cwiseAbs().sum(), 6);
  EXPECT_EQ(grown.givenGates.at(Gate::Reset), 1);
  const HandStep back = refitted(grown, step.network, 1);
  EXPECT_EQ(parameter(back.weights, "W_u"), parameter(step.weights, "W_u"));
  EXPECT_EQ(parameter(back.weights, "W_c"), parameter(step.weights, "W_c"));
}

TEST(StepByHand, DropsGatesThatACellHasNot) {
  NetworkSpec lstm = exerciseTen().network;
  lstm.cell = CellKind::Lstm;
  const HandStep step = refitted(exerciseTen(), lstm, 1);
  EXPECT_TRUE(step.givenGates.empty());
  EXPECT_EQ(parameter(step.weights, "W_c")(0, 2), 2);
  EXPECT_EQ(stepByHand(step).back().name, "h");
}

TEST(StepByHand, LetsInfThrough) {
  HandStep step = exerciseTen();
  step.input[0] = std::numeric_limits<double>::infinity();
  const auto vectors = stepByHand(step);
  EXPECT_EQ(named(vectors, "c~").values[0], 1);
  EXPECT_TRUE(std::isnan(named(vectors, "a_u").values[1])) << "0 · inf";
}

} // namespace
} // namespace backflow::test
