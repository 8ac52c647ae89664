// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/event_panel.h"

#include "core/record/misconception.h"
#include "tests/support/experiments.h"
#include "ui/text/misconception_text.h"
#include "ui/text/number_text.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class EventPanelTest : public testing::Test {
 protected:
  EventPanelTest() {
    panel.resize(250, 700);
    panel.show();
  }
  QListWidget& list() { return *panel.findChild<QListWidget*>(QStringLiteral("eventList")); }
  std::shared_ptr<const Trace> show(const Scenario& scenario) {
    auto trace = std::make_shared<const Trace>(traceOf(scenario));
    panel.showTrace(trace);
    return trace;
  }

  EventPanel panel;
};

TEST_F(EventPanelTest, ConfrontsABeliefBeforeTheEvents) {
  const Scenario scenario = clipped(drawn(Activation::Tanh, 16, 100, 0.5), ClipMode::Norm, 1);
  const auto trace = show(scenario);
  const QString words = list().item(0)->text();
  EXPECT_EQ(words, withUnbrokenPowers(misconceptionText(misconceptionsMet(*trace).front())));
  EXPECT_TRUE(words.startsWith("Often believed: “Clipping cures vanishing gradients.”"));
  EXPECT_GT(list().count(), 1) << "the events are there too";
  QSignalSpy pointed(&panel, &EventPanel::timePointed);
  QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                    list().visualItemRect(list().item(0)).center());
  ASSERT_EQ(pointed.count(), 1);
  EXPECT_EQ(pointed.front().front().toInt(), 1);
}

TEST_F(EventPanelTest, SaysNothingOfBeliefsWhereNoneIsContradicted) {
  show(drawn(Activation::Tanh, 16, 10, 0.9));
  for (int k = 0; k < list().count(); ++k) {
    EXPECT_FALSE(list().item(k)->text().contains("believed"));
  }
}

TEST_F(EventPanelTest, NamesAtMostTwoBeliefs) {
  Scenario scenario = clipped(drawn(Activation::Tanh, 16, 100, 0.3), ClipMode::Norm, 1);
  scenario.network.cell = CellKind::Lstm;
  show(scenario);
  int beliefs = 0;
  for (int k = 0; k < list().count(); ++k) {
    beliefs += list().item(k)->text().contains("believed") ? 1 : 0;
  }
  EXPECT_EQ(beliefs, 2);
}

TEST(MisconceptionText, TellsTheNumbersOfEachKind) {
  Misconception one;
  one.setting = 0.9;
  one.lastLog2 = 0;
  one.log2 = 3;
  one.t = 37;
  one.number = 0.5;
  one.precision = Precision::Float32;
  const auto text = [&](MisconceptionKind kind) {
    one.kind = kind;
    return misconceptionText(one);
  };
  EXPECT_TRUE(text(MisconceptionKind::RadiusBelowOneDecays).contains("8 times"));
  EXPECT_TRUE(text(MisconceptionKind::TruncationLimitsMemory).contains("norm 0.5"));
  EXPECT_TRUE(text(MisconceptionKind::InfIsNan).contains("float32"));
  EXPECT_TRUE(text(MisconceptionKind::ClippingCuresVanishing).contains("θ = 0.9"));
  EXPECT_TRUE(text(MisconceptionKind::ClippingRescuesInf).contains("multiplied by 0.5"));
  EXPECT_TRUE(text(MisconceptionKind::LstmNeverVanishes).contains("up to 0.5 steps"));
  one.number = 0;
  EXPECT_TRUE(text(MisconceptionKind::LstmNeverVanishes).contains("σ(3) = 0.9526"));
}

} // namespace
} // namespace backflow::test
