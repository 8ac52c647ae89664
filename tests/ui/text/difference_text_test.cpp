// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/difference_text.h"

#include "tests/support/experiments.h"
#include "ui/text/enum_text.h"
#include "ui/text/file_name.h"

#include <QLocale>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

std::string line(const Scenario& from, const Scenario& to) {
  return DifferenceText::line(from, to).toStdString();
}

TEST(DifferenceText, TellsWhatDiffersInTheWordsOfTheControls) {
  Scenario other;
  other.weights.gain = 1.1;
  other.unroll.horizon = 200;
  EXPECT_EQ(line(Scenario{}, other), "gain 0.9 → 1.1, T 100 → 200");
  EXPECT_EQ(line(other, other), "the same settings");
  EXPECT_EQ(DifferenceText::settings(Scenario{}, other),
            (QStringList{QStringLiteral("gain 1.1"), QStringLiteral("T 200")}));
}

TEST(DifferenceText, NumbersHaveTheLocalesForm) {
  Scenario other;
  other.weights.gain = 1.25;
  QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
  const std::string portuguese = line(Scenario{}, other);
  QLocale::setDefault(QLocale::c());
  EXPECT_EQ(portuguese, "gain 0,9 → 1,25");
}

TEST(DifferenceText, NumbersThatDifferInALateDigitAreNotTheSame) {
  Scenario other;
  other.weights.gain = 0.900001;
  EXPECT_EQ(line(Scenario{}, other), "gain 0.9 → 0.900001");
}

TEST(DifferenceText, ASwitchIsOneChange) {
  EXPECT_EQ(line(Scenario{}, clipped(Scenario{}, ClipMode::Norm, 2)),
            "clipping off → " + displayText(ClipMode::Norm).toStdString() + " θ = 2");
  EXPECT_EQ(line(clipped(Scenario{}, ClipMode::Norm, 2), clipped(Scenario{}, ClipMode::Norm, 3)),
            "θ 2 → 3");
  const Scenario cut = truncated(Scenario{}, TruncationMode::FromLoss, 20);
  EXPECT_EQ(line(cut, truncated(Scenario{}, TruncationMode::FromLoss, 5)), "k 20 → 5");
}

TEST(DifferenceText, WhatComesWithAnotherCellIsLeftOut) {
  Scenario other;
  other.network.cell = CellKind::Lstm;
  other.weights.forgetBias = 3;
  EXPECT_EQ(line(Scenario{}, other), "cell Simple RNN → LSTM, forget bias 0 → 3");
}

TEST(DifferenceText, TablesAreNotWrittenOut) {
  EXPECT_EQ(line(linear({{1, 2}, {3, 4}}, {1, 1}, 5), linear({{1, 2}, {3, 5}}, {1, 1}, 5)),
            "W_h: other numbers");
}

TEST(FileName, IsMadeOfTheTitleAndTheView) {
  EXPECT_EQ(fileNameOf(QStringLiteral("tanh, gain 0.9"), QStringLiteral("Gradient flow")),
            QStringLiteral("tanh-gain-0.9-gradient-flow"));
  EXPECT_EQ(fileNameOf(QStringLiteral("Recorrência: ação/reação…"), QStringLiteral("Estados")),
            QStringLiteral("recorrencia-acao-reacao-estados"));
  EXPECT_EQ(fileNameOf(QString(), QStringLiteral("Cliff")), QStringLiteral("backflow-cliff"));
  EXPECT_EQ(fileNameOf(QStringLiteral("../.hidden")), QStringLiteral("hidden"));
}

} // namespace
} // namespace backflow::test
