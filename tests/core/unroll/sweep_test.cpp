// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep.h"

#include "core/numeric/precision.h"
#include "core/theory/analysis.h"
#include "core/theory/mean_field.h"
#include "core/theory/spectrum.h"
#include "core/unroll/run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace backflow {
namespace {

SweepSpec gainsByHorizon() {
  SweepSpec spec;
  spec.scenario.network.hidden = 16;
  spec.scenario.unroll.horizon = 40;
  spec.scenario.precisions = {Precision::Float16, Precision::Float32, Precision::Float64};
  spec.axes = {{"weights.gain", {0.2, 1, 4}}, {"unroll.horizon", {20, 60}}};
  spec.seeds = 2;
  return spec;
}

std::vector<std::int64_t> allCells(const SweepSpec& spec) {
  return cellsOfShard(cellCount(spec), 1, 1);
}

std::vector<CellResult> resultsOf(const SweepSpec& spec, int threads) {
  std::vector<CellResult> results;
  EXPECT_TRUE(runSweep(spec, allCells(spec), threads, [&](const CellResult& result) {
                results.push_back(result);
              }).empty());
  std::ranges::sort(results, {}, [](const CellResult& result) { return result.cell.index; });
  return results;
}

TEST(Sweep, CountsItsCellsWithTheFirstAxisQuickest) {
  const SweepSpec spec = gainsByHorizon();
  EXPECT_EQ(cellCount(spec), 12);
  EXPECT_EQ(cellAt(spec, 1).values, (std::vector<double>{1, 20}));
  EXPECT_EQ(cellAt(spec, 3).values, (std::vector<double>{0.2, 60}));
  EXPECT_EQ(cellAt(spec, 5).seed, 1U);
  EXPECT_EQ(cellAt(spec, 6).seed, 2U);
}

/// The cheap path has to say what a whole run says.
TEST(Sweep, SaysOfEveryCellWhatARunSays) {
  SweepSpec spec = gainsByHorizon();
  spec.scenario.network.activation = Activation::Identity;
  spec.axes[0].values = {0.2, 1, 40};
  spec.axes[1].values = {20, 250};
  bool sawNan = false;
  bool sawSubnormal = false;
  bool sawZero = false;
  for (const CellResult& result : resultsOf(spec, 2)) {
    const auto scenario = std::get<Scenario>(scenarioOf(spec, result.cell));
    EXPECT_EQ(scenario.weights.seed, result.cell.seed);
    const auto trace = run(std::get<Experiment>(prepare(scenario, {})));
    const double ratio =
        (trace->referenceLog2.front() - trace->referenceLog2.back()) * std::log10(2.0);
    if (std::isnan(ratio)) {
      EXPECT_TRUE(std::isnan(result.ratioLog10));
    } else {
      EXPECT_DOUBLE_EQ(result.ratioLog10, ratio);
    }
    ASSERT_EQ(result.outcomes.size(), trace->runs.size());
    for (std::size_t k = 0; k < trace->runs.size(); ++k) {
      const RunTrace& whole = trace->runs[k];
      const FirstSteps& first = result.outcomes[k].first;
      const auto firstOf = [&](const std::vector<int>& counts) {
        const auto found =
            std::find_if(counts.rbegin(), counts.rend(), [](int count) { return count > 0; });
        return found == counts.rend() ? std::nullopt
                                      : std::optional(static_cast<int>(found - counts.rbegin()));
      };
      EXPECT_EQ(result.outcomes[k].precision, whole.precision);
      EXPECT_EQ(first.subnormal, firstOf(whole.steps.subnormals));
      EXPECT_EQ(first.inf, firstOf(whole.steps.infinities));
      EXPECT_EQ(first.nan, firstOf(whole.steps.nans));
      const auto zero = std::ranges::find(whole.events, EventKind::UnderflowZero, &Event::kind);
      EXPECT_EQ(first.zero,
                zero == whole.events.end() ? std::nullopt : std::optional(zero->stepsBack));
      sawNan = sawNan || first.nan;
      sawSubnormal = sawSubnormal || first.subnormal;
      sawZero = sawZero || first.zero;
    }
  }
  EXPECT_TRUE(sawNan && sawSubnormal && sawZero) << "the grid has to reach all of them";
}

TEST(Sweep, CountsTheStepsOfExerciseOne) {
  SweepSpec spec;
  spec.scenario.network = {CellKind::Rnn, Activation::Identity, 1};
  spec.scenario.weights.init = WeightInit::Identity;
  spec.scenario.loss.gradient = {3};
  spec.scenario.unroll.horizon = 1100;
  spec.axes = {{"weights.gain", {0.5, 2}}};
  const auto results = resultsOf(spec, 1);
  EXPECT_EQ(results[0].outcomes[0].first, (FirstSteps{128, 152, {}, {}}));
  EXPECT_EQ(results[0].outcomes[1].first, (FirstSteps{1024, 1077, {}, {}}));
  EXPECT_NEAR(results[0].ratioLog10, -1099 * std::log10(2.0), 1e-9);
  EXPECT_EQ(results[0].fate, GradientFate::Vanishing);
  EXPECT_EQ(results[1].outcomes[0].first.inf, 127);
  EXPECT_EQ(results[1].outcomes[1].first.inf, 1023);
}

TEST(Sweep, IsTheSameBitForBitWithAnyNumberOfThreads) {
  const SweepSpec spec = gainsByHorizon();
  const auto one = resultsOf(spec, 1);
  const auto many = resultsOf(spec, 5);
  ASSERT_EQ(one.size(), 12U);
  ASSERT_EQ(many.size(), one.size());
  for (std::size_t k = 0; k < one.size(); ++k) {
    EXPECT_EQ(one[k].cell.index, static_cast<std::int64_t>(k));
    EXPECT_EQ(one[k].ratioLog10, many[k].ratioLog10);
    EXPECT_EQ(one[k].outcomes, many[k].outcomes);
  }
}

TEST(Sweep, ZerosOfTruncationAreNoUnderflow) {
  SweepSpec spec = gainsByHorizon();
  spec.axes = {{"unroll.truncation.length", {5, 40}}};
  spec.scenario.weights.gain = 1;
  const auto results = resultsOf(spec, 1);
  EXPECT_EQ(results[0].ratioLog10, -std::numeric_limits<double>::infinity());
  EXPECT_EQ(results[0].fate, GradientFate::Vanishing);
  EXPECT_FALSE(results[0].outcomes[2].first.zero);
  EXPECT_TRUE(std::isfinite(results[1].ratioLog10));
}

TEST(Sweep, StopsAndTellsWhatCannotRun) {
  SweepSpec spec = gainsByHorizon();
  std::stop_source stop;
  std::size_t done = 0;
  EXPECT_TRUE(runSweep(
                  spec, allCells(spec), 2,
                  [&](const CellResult&) {
                    ++done;
                    stop.request_stop();
                  },
                  stop.get_token())
                  .empty());
  EXPECT_EQ(done, 1U);
  spec.axes[0].values[1] = -1;
  const auto problems = runSweep(spec, allCells(spec), 2, [](const CellResult&) {});
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems.front().field, "weights.gain");
  spec = gainsByHorizon();
  EXPECT_THROW(runSweep(spec, allCells(spec), 2,
                        [](const CellResult&) { throw std::runtime_error("full"); }),
               std::runtime_error);
}

TEST(Sweep, ShardsShareTheCellsOut) {
  std::vector<std::int64_t> all;
  for (int shard = 1; shard <= 3; ++shard) {
    const auto cells = cellsOfShard(10, shard, 3);
    all.insert(all.end(), cells.begin(), cells.end());
  }
  std::ranges::sort(all);
  EXPECT_EQ(all, cellsOfShard(10, 1, 1));
  EXPECT_EQ(cellsOfShard(10, 2, 3), (std::vector<std::int64_t>{1, 4, 7}));
}

/// In a wide LSTM at zero state and input the step Jacobian's spectral radius is 1 at the critical
/// gain, whatever the biases are.
TEST(CriticalGain, HoldsForLstmsWithBiases) {
  for (const double forgetBias : {-1.0, 0.0, 1.0}) {
    Scenario scenario;
    scenario.network.cell = CellKind::Lstm;
    scenario.network.variant = Variant::PyTorch;
    scenario.network.hidden = 300;
    scenario.weights.forgetBias = forgetBias;
    scenario.weights.updateBias = 0.5;
    scenario.weights.gain = criticalGain(scenario).value();
    scenario.input.std = 0;
    scenario.unroll.horizon = 2;
    const auto spectrum = stepSpectrum(std::get<Experiment>(prepare(scenario, {})), 2);
    ASSERT_TRUE(spectrum);
    EXPECT_NEAR(spectrum->spectralRadius(), 1, 0.06) << forgetBias;
  }
  Scenario pinned;
  pinned.network.cell = CellKind::Lstm;
  pinned.network.hidden = 300;
  pinned.input.std = 0;
  pinned.unroll.horizon = 2;
  pinned.pins = {{Gate::Forget, 0.75, 1, 2}};
  pinned.weights.gain = criticalGain(pinned).value();
  EXPECT_DOUBLE_EQ(pinned.weights.gain, 1);
  const auto spectrum = stepSpectrum(std::get<Experiment>(prepare(pinned, {})), 2);
  ASSERT_TRUE(spectrum);
  EXPECT_NEAR(spectrum->spectralRadius(), 1, 0.06);
  pinned.pins.front().to = 1;
  EXPECT_FALSE(criticalGain(pinned)) << "the steps differ";
  pinned.pins = {{Gate::Update, 0, 1, 2}};
  EXPECT_FALSE(criticalGain(pinned)) << "W_h has no part in the state";
  Scenario lstm;
  lstm.network.cell = CellKind::Lstm;
  EXPECT_DOUBLE_EQ(criticalGain(lstm).value(), 2);
  lstm.weights.init = WeightInit::Orthogonal;
  EXPECT_FALSE(criticalGain(lstm));
}

} // namespace
} // namespace backflow
