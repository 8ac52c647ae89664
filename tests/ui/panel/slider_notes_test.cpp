// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/slider_notes.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

constexpr double end = 4;

Scenario withGain(double gain, CellKind cell = CellKind::Rnn) {
  Scenario scenario;
  scenario.weights.gain = gain;
  scenario.network.cell = cell;
  return scenario;
}

TEST(SliderNotes, AGainBeyondTheSlidersEndIsSaidToBe) {
  for (const CellKind cell : {CellKind::Rnn, CellKind::Gru, CellKind::Lstm}) {
    EXPECT_FALSE(gainBeyondNote(withGain(end, cell), end));
    const auto note = gainBeyondNote(withGain(999, cell), end);
    ASSERT_TRUE(note);
    EXPECT_TRUE(note->whole.contains(QStringLiteral("slider ends at 4")))
        << note->whole.toStdString();
    for (const QString& shorter : {note->brief, note->least}) {
      EXPECT_TRUE(shorter.contains(QChar('4'))) << shorter.toStdString();
    }
    EXPECT_LT(note->brief.size(), note->whole.size());
    EXPECT_LT(note->least.size(), note->brief.size());
  }
}

TEST(SliderNotes, WhatSuchAGainDoesIsWhatTheorySays) {
  Scenario scenario = withGain(999);
  EXPECT_TRUE(gainBeyondNote(scenario, end)->whole.contains(QStringLiteral("saturate")));
  scenario.network.activation = Activation::Identity;
  EXPECT_TRUE(gainBeyondNote(scenario, end)->whole.contains(QStringLiteral("999")));
  scenario.network.activation = Activation::Relu;
  EXPECT_TRUE(gainBeyondNote(scenario, end)->whole.contains(QStringLiteral("706.4"))) << "999/√2";
  scenario.weights.init = WeightInit::Explicit;
  EXPECT_FALSE(gainBeyondNote(scenario, end)) << "it is not used";
}

// At the states of a wide logistic layer σ′ is far below ¼: gain 4 fades too.
TEST(SliderNotes, ALogisticLayerHasNoNeutralGain) {
  Scenario scenario = withGain(end);
  EXPECT_TRUE(neutralGain(scenario));
  scenario.network.activation = Activation::Sigmoid;
  EXPECT_FALSE(neutralGain(scenario));
}

} // namespace
} // namespace backflow::test
