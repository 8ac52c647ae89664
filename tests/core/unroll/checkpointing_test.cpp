// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/enum_names.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

Scenario longScenario(CellKind cell) {
  Scenario scenario;
  scenario.network.cell = cell;
  scenario.network.hidden = 5;
  scenario.network.layers = 2;
  scenario.weights.gain = 1.4;
  scenario.unroll.horizon = 1000;
  scenario.loss.at = LossPlace::Every;
  scenario.precisions = {Precision::Float16, Precision::Float32, Precision::Float64};
  return scenario;
}

void expectSameBits(const Scenario& scenario) {
  Scenario held = scenario;
  held.unroll.checkpointing = false;
  Scenario recomputed = scenario;
  recomputed.unroll.checkpointing = true;
  const Trace one = traceOf(held);
  const Trace other = traceOf(recomputed);
  EXPECT_EQ(one.referenceLog2, other.referenceLog2);
  for (std::size_t i = 0; i < one.runs.size(); ++i) {
    EXPECT_FALSE(one.runs[i].memory.checkpointing);
    EXPECT_TRUE(other.runs[i].memory.checkpointing);
    EXPECT_EQ(one.runs[i].loss, other.runs[i].loss);
    EXPECT_EQ(one.runs[i].events, other.runs[i].events);
    EXPECT_EQ(one.runs[i].stateGradients, other.runs[i].stateGradients);
    EXPECT_EQ(one.runs[i].steps.parameterGradientNorm, other.runs[i].steps.parameterGradientNorm);
    EXPECT_EQ(one.runs[i].steps.parameterGradientNormAfterClip,
              other.runs[i].steps.parameterGradientNormAfterClip);
    for (std::size_t p = 0; p < one.runs[i].parameterGradients.size(); ++p) {
      EXPECT_EQ(one.runs[i].parameterGradients[p].values,
                other.runs[i].parameterGradients[p].values);
    }
  }
}

TEST(Checkpointing, ChangesNotOneBit) {
  for (const CellKind cell : enumValues<CellKind>()) {
    expectSameBits(longScenario(cell));
  }
}

TEST(Checkpointing, ChangesNotOneBitUnderTruncationAndClipping) {
  for (const TruncationMode mode : {TruncationMode::Windows, TruncationMode::FromLoss}) {
    expectSameBits(
        clipped(truncated(longScenario(CellKind::Lstm), mode, 7), ClipMode::Value, 0.01));
  }
  Scenario last = truncated(longScenario(CellKind::Gru), TruncationMode::FromLoss, 300);
  last.loss.at = LossPlace::Last;
  expectSameBits(clipped(last, ClipMode::StateNorm, 0.5));
}

TEST(Checkpointing, ReportsWhatIsHeld) {
  Scenario scenario = truncated(longScenario(CellKind::Lstm), TruncationMode::FromLoss, 20);
  scenario.precisions = {Precision::Float32};
  const MemoryRecord memory = traceOf(scenario).runs[0].memory;
  // Γu, c̃, Γf, Γo, c and h of two layers of five units.
  EXPECT_EQ(memory.full, 4.0 * 6 * 10 * 1000);
  EXPECT_EQ(memory.truncated, 4.0 * 6 * 10 * 20);
  EXPECT_LT(memory.checkpointed, memory.full / 10);
}

} // namespace
} // namespace backflow::test
