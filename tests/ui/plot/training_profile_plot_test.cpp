// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_profile_plot.h"

#include "tests/ui/child.h"
#include "tests/ui/plot/training_of.h"
#include "ui/state/findings.h"

#include <qcustomplot.h>

#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace backflow::test {
namespace {

std::shared_ptr<TrainingHistory> withProfiles(int updates) {
  auto history = trainingOf(updates);
  for (UpdateRecord& record : history->records) {
    record.profile = {1e-3, 1e-2, 1e-1};
  }
  return history;
}

class TrainingProfilePlotTest : public testing::Test {
 protected:
  void draw(const Trainings& trainings) {
    plot.resize(240, 480); // as narrow as beside the curves
    plot.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&plot));
    Findings findings;
    findings.trainings = trainings;
    plot.setFindings(findings);
    plot.plot().replot();
  }

  const QCPItemText& notice(const char* name) { return childOf<QCPItemText>(plot, name); }

  void expectToldWhole(const char* name, const char* words) {
    const QCPItemText& text = notice(name);
    EXPECT_TRUE(text.visible());
    EXPECT_TRUE(text.text().simplified().contains(QString::fromLatin1(words)))
        << text.text().toStdString();
    const QRectF box(text.topLeft->pixelPosition(), text.bottomRight->pixelPosition());
    EXPECT_TRUE(QRectF(plot.rect()).contains(box)) << name;
  }

  TrainingProfilePlot plot;
};

TEST_F(TrainingProfilePlotTest, BeforeTheFirstUpdateItSaysWhenTheProfileComes) {
  draw({});
  expectToldWhole("notice1", "comes with the first update");
  EXPECT_FALSE(notice("notice2").visible());
}

TEST_F(TrainingProfilePlotTest, WhatIsKnownIsDrawnWithoutWords) {
  draw({withProfiles(3)});
  EXPECT_TRUE(childOf<QCPColorMap>(plot, "map1").visible());
  EXPECT_FALSE(notice("notice1").visible());
}

/// As after a session comes back: the second training makes its updates anew.
TEST_F(TrainingProfilePlotTest, ASecondTrainingThatHasNotBegunSaysSoInItsPlace) {
  auto second = withProfiles(0);
  second->scenario.network.cell = CellKind::Lstm;
  draw({withProfiles(3), second});
  EXPECT_TRUE(childOf<QCPColorMap>(plot, "map1").visible());
  EXPECT_FALSE(notice("notice1").visible());
  expectToldWhole("notice2", "LSTM: the profile over t comes with its first update");
  const QCPAxisRect* first = childOf<QCPColorMap>(plot, "map1").keyAxis()->axisRect();
  EXPECT_GT(notice("notice2").topLeft->pixelPosition().y(), first->bottom());
  const auto* colors = plot.plot().findChild<QCPColorScale*>();
  ASSERT_NE(colors, nullptr);
  EXPECT_LT(notice("notice2").topRight->pixelPosition().x(), colors->outerRect().left());
  EXPECT_EQ(first->axis(QCPAxis::atBottom)->label(), QStringLiteral("update"))
      << "no map below it has the axis";
}

TEST_F(TrainingProfilePlotTest, UpdatesWithoutProfilesAreSaidToHaveNone) {
  draw({trainingOf(3)});
  expectToldWhole("notice1", "No profile over t was kept");
}

} // namespace
} // namespace backflow::test
