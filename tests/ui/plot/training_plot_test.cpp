// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_plot.h"

#include "tests/ui/plot/training_of.h"
#include "ui/state/findings.h"

#include <qcustomplot.h>

#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace backflow::test {
namespace {

/// A training whose held-out losses start at the plain guess's and go down.
std::shared_ptr<TrainingHistory> learning() {
  auto history = trainingOf(100);
  history->updates = 100;
  for (UpdateRecord& record : history->records) {
    record.loss = 0.5 / record.update / record.update;
  }
  return history;
}

TEST(TrainingPlot, TheNameOfThePlainGuessIsWholeAndCoversNoCurve) {
  for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Projector}) {
    for (const QSize size : {QSize(640, 400), QSize(1264, 500), QSize(1264, 700)}) {
      TrainingPlot plot;
      plot.setTheme(themeOf(kind));
      plot.resize(size);
      Findings findings;
      findings.trainings = {learning()};
      plot.setFindings(findings);
      plot.show();
      ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
      plot.plot().replot();
      const auto* name = plot.plot().findChild<QCPItemText*>(QStringLiteral("baselineName"));
      ASSERT_NE(name, nullptr);
      EXPECT_TRUE(name->visible());
      const QRectF box(name->topLeft->pixelPosition(), name->bottomRight->pixelPosition());
      const QCPAxisRect* losses = plot.plot().axisRect(0);
      EXPECT_TRUE(QRectF(losses->rect()).contains(box)) << size.width() << " by " << size.height();
      EXPECT_EQ(name->brush().style(), Qt::NoBrush);
      for (const QCPGraph* graph : losses->graphs()) {
        for (const QCPGraphData& data : *graph->data()) {
          EXPECT_FALSE(box.contains(graph->coordsToPixels(data.key, data.value)))
              << graph->objectName().toStdString() << " at " << data.key << ", " << size.height();
        }
      }
    }
  }
}

/// Dead at the second update, in plots as narrow as a small window has them.
TEST(TrainingPlot, WordsOnADeathStayInThePlot) {
  auto history = learning();
  history->records.resize(2);
  history->updates = 300;
  history->status = TrainingStatus::Dead;
  for (const int width : {190, 260, 400, 900}) {
    TrainingPlot plot;
    plot.resize(width, 380);
    Findings findings;
    findings.trainings = {history};
    plot.setFindings(findings);
    plot.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
    plot.plot().replot();
    const QCPAxisRect* losses = plot.plot().axisRect(0);
    int told = 0;
    for (const QCPItemText* words : plot.plot().findChildren<QCPItemText*>()) {
      if (words->text().startsWith(QStringLiteral("NaN"))) {
        ++told;
        EXPECT_GE(words->topLeft->pixelPosition().x(), losses->left() - 1) << width;
        EXPECT_LE(words->bottomRight->pixelPosition().x(), losses->right() + 1) << width;
      }
    }
    EXPECT_EQ(told, 1) << width;
  }
}

/// After one update each is a dot, on the axes of one plot.
TEST(TrainingPlot, TheSpectralRadiusIsToldFromTheGradientsNorm) {
  auto history = trainingOf(1);
  history->records[0].spectralRadius = 1.1;
  TrainingPlot plot;
  Findings findings;
  findings.trainings = {history};
  plot.setFindings(findings);
  const auto graph = [&](const char* name) {
    return plot.plot().findChild<QCPGraph*>(QString::fromLatin1(name));
  };
  const QCPGraph* norm = graph("normAfter1");
  const QCPGraph* radius = graph("radius1");
  ASSERT_NE(norm, nullptr);
  ASSERT_NE(radius, nullptr);
  EXPECT_NE(radius->pen().color(), norm->pen().color());
  EXPECT_NE(radius->scatterStyle().shape(), norm->scatterStyle().shape());
  EXPECT_EQ(radius->valueAxis()->tickLabelColor(), radius->pen().color());
  EXPECT_EQ(radius->valueAxis()->labelColor(), radius->pen().color());
  findings.trainings = {history, history};
  plot.setFindings(findings);
  EXPECT_NE(graph("radius1")->pen().color(), graph("radius2")->pen().color());
  EXPECT_EQ(graph("radius1")->valueAxis()->labelColor(), themeOf(ThemeKind::Light).text);
}

} // namespace
} // namespace backflow::test
