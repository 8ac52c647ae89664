// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/misconception.h"

#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "core/theory/recurrent_criteria.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace backflow::test {
namespace {

using Kind = MisconceptionKind;

Trace completeTrace(const Experiment& experiment) {
  Trace trace = run(experiment).value();
  trace.criteria = RecurrentCriteria().of(experiment);
  return trace;
}

Trace completeTrace(const Scenario& scenario) {
  return completeTrace(experimentOf(scenario));
}

Trace shipped(const std::string& name) {
  const LibraryEntry entry = libraryEntry(name).value();
  const Scenario scenario = std::get<Scenario>(readScenarioFile(entry.file));
  return completeTrace(std::get<Experiment>(prepare(scenario, entry.file.parent_path())));
}

std::vector<Kind> kindsOf(const std::vector<Misconception>& all) {
  std::vector<Kind> kinds;
  for (const Misconception& one : all) {
    kinds.push_back(one.kind);
  }
  return kinds;
}

TEST(Misconceptions, AriseInTheScenariosThatContradictThem) {
  const std::vector<std::pair<std::string, std::vector<Kind>>> expected{
      {"halving", {}},
      {"doubling", {Kind::InfIsNan}},
      {"nan-zero-times-inf", {}},
      {"nan-inf-minus-inf", {}},
      {"orthogonal-0.9", {}},
      {"orthogonal-1", {}},
      {"orthogonal-1.1", {}},
      {"tanh-gain-0.5", {}},
      {"tanh-gain-0.9", {}},
      {"tanh-gain-2", {}},
      {"tanh-gain-3", {}},
      {"saturation-input-0.1", {}},
      {"saturation-input-1", {Kind::GainAboveOneExplodes}},
      {"saturation-input-3", {Kind::GainAboveOneExplodes}},
      {"non-normal-hump", {Kind::RadiusBelowOneDecays}},
      {"last-loss", {}},
      {"every-loss", {}},
      {"weather", {}},
      {"lstm-forget-0", {Kind::LstmNeverVanishes}},
      {"lstm-forget-3", {}},
      {"lstm-carousel", {}},
      {"gru-carry", {}},
      {"attention", {}},
      {"bidirectional", {}},
      {"float16-vanishes", {}},
      {"float16-scaled", {}},
      {"text", {Kind::TruncationLimitsMemory}}};
  for (const auto& [name, kinds] : expected) {
    EXPECT_EQ(kindsOf(misconceptionsMet(shipped(name))), kinds) << name;
  }
}

/// Its forget gate is nearly open, and no weight leads from h to the next step.
Scenario remembering() {
  Scenario scenario = drawn(Activation::Tanh, 8, 40, 1e-9);
  scenario.network.cell = CellKind::Lstm;
  scenario.weights.forgetBias = 2.5;
  return scenario;
}

TEST(Misconceptions, AnLstmIsNotBlamedWhileItsCellRemembers) {
  const Trace trace = completeTrace(remembering());
  const double vanished = trace.scenario.thresholds.vanish;
  EXPECT_LT(trace.referenceLog2.front(), std::log2(vanished));
  EXPECT_GT(trace.runs.back().steps.cellGradientNorm.front(), vanished);
  EXPECT_TRUE(misconceptionsMet(trace).empty());
  Scenario forgets = remembering();
  forgets.weights.forgetBias = -2.5;
  EXPECT_EQ(kindsOf(misconceptionsMet(completeTrace(forgets))),
            std::vector{Kind::LstmNeverVanishes});
}

TEST(Misconceptions, ABiasIsNotBlamedWhereAPinDecides) {
  Scenario forgets = remembering();
  forgets.pins = {{Gate::Forget, 0.01, 1, 40}};
  EXPECT_TRUE(misconceptionsMet(completeTrace(forgets)).empty());
}

TEST(Misconceptions, TellOfTheHumpInNumbers) {
  const Misconception hump = misconceptionsMet(shipped("non-normal-hump")).front();
  EXPECT_NEAR(hump.setting, 0.9, 1e-6);
  EXPECT_NEAR(std::exp2(hump.log2 - hump.lastLog2), 26, 1);
}

TEST(Misconceptions, ClippingDoesNotReviveWhatVanished) {
  const Scenario vanishing = drawn(Activation::Tanh, 16, 100, 0.5);
  EXPECT_TRUE(misconceptionsMet(completeTrace(vanishing)).empty());
  const auto met = misconceptionsMet(completeTrace(clipped(vanishing, ClipMode::Norm, 1)));
  ASSERT_EQ(kindsOf(met), std::vector{Kind::ClippingCuresVanishing});
  EXPECT_EQ(met.front().t, 1);
  EXPECT_EQ(met.front().setting, 1);
  EXPECT_LT(met.front().log2, -31);
  EXPECT_TRUE(misconceptionsMet(
                  completeTrace(clipped(drawn(Activation::Tanh, 16, 5, 0.5), ClipMode::Norm, 1)))
                  .empty());
}

TEST(Misconceptions, ClippingDoesNotRescueWhatIsInfinite) {
  Scenario scenario = drawn(Activation::Identity, 16, 200, 2.5);
  scenario.precisions = {Precision::Float32};
  EXPECT_TRUE(misconceptionsMet(completeTrace(scenario)).empty() ||
              kindsOf(misconceptionsMet(completeTrace(scenario))) == std::vector{Kind::InfIsNan});
  const auto met = misconceptionsMet(completeTrace(clipped(scenario, ClipMode::Norm, 1)));
  ASSERT_FALSE(met.empty());
  EXPECT_EQ(met.front().kind, Kind::ClippingRescuesInf);
  EXPECT_FALSE(met.front().normOverflows);
  EXPECT_TRUE(met.front().number == 0 || std::isnan(met.front().number));
}

TEST(Misconceptions, ClippingLosesAFiniteGradientWhoseNormOverflows) {
  Scenario scenario = drawn(Activation::Identity, 4, 10, 1);
  scenario.precisions = {Precision::Float32};
  scenario.loss.gradient = {1e25, 0, 0, 0};
  const auto met = misconceptionsMet(completeTrace(clipped(scenario, ClipMode::Norm, 1)));
  ASSERT_EQ(kindsOf(met), std::vector{Kind::ClippingRescuesInf});
  EXPECT_TRUE(met.front().normOverflows);
  EXPECT_EQ(met.front().number, 0);
}

TEST(Misconceptions, TruncationCutsTheGradientAlone) {
  const Scenario scenario = drawn(Activation::Tanh, 8, 50, 1);
  for (const auto& [mode, cut] :
       {std::pair{TruncationMode::FromLoss, 38}, std::pair{TruncationMode::Windows, 48}}) {
    const Trace trace = completeTrace(truncated(scenario, mode, 12));
    const auto met = misconceptionsMet(trace);
    ASSERT_EQ(kindsOf(met), std::vector{Kind::TruncationLimitsMemory});
    EXPECT_EQ(met.front().t, cut);
    EXPECT_EQ(met.front().number,
              trace.runs.back().steps.stateNorm[static_cast<std::size_t>(cut - 1)]);
    EXPECT_EQ(trace.runs.back().steps.gradientNorm[static_cast<std::size_t>(cut - 1)], 0);
  }
  EXPECT_TRUE(
      misconceptionsMet(completeTrace(truncated(scenario, TruncationMode::FromLoss, 50))).empty());
}

TEST(Misconceptions, GainIsNotBlamedWhereTheLossOrClippingShapesTheCurve) {
  const Trace plain = shipped("saturation-input-3");
  const Scenario everyLoss =
      squaredError(drawn(Activation::Sigmoid, 8, 60, 1.5), LossPlace::Every, 0.5);
  EXPECT_FALSE(misconceptionsMet(plain).empty());
  EXPECT_TRUE(misconceptionsMet(completeTrace(everyLoss)).empty());
}

TEST(Misconceptions, SeparateWeightsAreContradictedByTheOneSum) {
  const Trace trace = shipped("tanh-gain-0.9");
  const Misconception one = separateWeights(trace).value();
  EXPECT_EQ(one.setting, trace.scenario.unroll.horizon);
  EXPECT_EQ(one.number, trace.runs.back().clip.normBefore);
  EXPECT_FALSE(separateWeights(completeTrace(scalar(0.5, 1))));
}

} // namespace
} // namespace backflow::test
