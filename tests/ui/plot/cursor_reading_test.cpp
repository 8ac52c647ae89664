// SPDX-License-Identifier: GPL-3.0-or-later
// What a norm plot reads out at the time cursor, and where the words stand.
#include "tests/support/experiments.h"
#include "tests/ui/plot/shared_trace.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/number_text.h"

#include <qcustomplot.h>

#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace backflow::test {
namespace {

TEST(CursorReading, TellsTheValues) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 20))));
  plot.setTimeCursor(20);
  const auto* reading = plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
  ASSERT_NE(reading, nullptr);
  EXPECT_EQ(reading->text(), QStringLiteral("t = 20, s = 0\nfloat32: 3\nfloat64: 3"));
  plot.setTimeCursor(19);
  EXPECT_EQ(reading->text(), QStringLiteral("t = 19, s = 1\nfloat32: 1.5\nfloat64: 1.5"));
}

TEST(CursorReading, WhatTruncationCutsIsNotCalledZero) {
  for (const PlotKind kind : {PlotKind::GradientFlow, PlotKind::ParameterGradient}) {
    NormPlot plot(kind);
    plot.setFindings(
        findingsWith(sharedTrace(truncated(scalar(0.5, 20), TruncationMode::FromLoss, 5))));
    plot.setTimeCursor(15);
    const auto* reading = plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
    EXPECT_EQ(reading->text(), QStringLiteral("t = 15, s = 5\nfloat32: cut\nfloat64: cut"));
    plot.setTimeCursor(16);
    EXPECT_FALSE(reading->text().contains(QStringLiteral("cut")));
  }
}

TEST(CursorReading, NamesThePartsOfTheGradient) {
  Scenario scenario = drawn(Activation::Tanh, 4, 20, 0.9);
  scenario.network.cell = CellKind::Lstm;
  const auto trace = sharedTrace(scenario);
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findingsWith(trace));
  plot.setTimeCursor(5);
  const auto* reading = plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
  const double along = trace->runs.back().steps.cellGradientDirectNorm[4];
  EXPECT_TRUE(
      reading->text().contains(QStringLiteral("∂L/∂c along the cell: ") + formatReading(along)))
      << reading->text().toStdString();
  EXPECT_TRUE(reading->text().contains(QStringLiteral("∂L/∂c through the gates: ")));
  plot.setHiddenCurves({QStringLiteral("float64.along")});
  EXPECT_FALSE(reading->text().contains(QStringLiteral("along the cell")));
}

QRectF boxOf(const QCPItemText& item) {
  return {item.topLeft->pixelPosition(), item.bottomRight->pixelPosition()};
}

/// Those words of a plot that are in sight, by layer.
std::vector<const QCPItemText*> wordsOn(const NormPlot& plot, const char* layer) {
  std::vector<const QCPItemText*> words;
  for (const QCPItemText* item : plot.plot().findChildren<QCPItemText*>()) {
    if (item->visible() && item->layer()->name() == QString::fromLatin1(layer)) {
      words.push_back(item);
    }
  }
  return words;
}

class ReadingAtTheCursor : public testing::TestWithParam<std::pair<ThemeKind, QSize>> {
 protected:
  ReadingAtTheCursor() {
    plot.setTheme(themeOf(GetParam().first));
    plot.resize(GetParam().second);
    plot.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&plot));
  }

  void moveTo(int t) {
    plot.setTimeCursor(t);
    plot.plot().replot();
  }

  QRectF reading() const {
    return boxOf(*plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading")));
  }

  NormPlot plot{PlotKind::GradientFlow};
};

TEST_P(ReadingAtTheCursor, CoversNoLabel) {
  Scenario scenario = scalar(0.5, 1100);
  plot.setFindings(findingsWith(sharedTrace(scenario)));
  for (int t = 1; t <= 1100; t += 157) {
    moveTo(t);
    ASSERT_GE(wordsOn(plot, "labels").size(), 4U);
    for (const QCPItemText* label : wordsOn(plot, "labels")) {
      EXPECT_FALSE(boxOf(*label).intersects(reading())) << t << label->text().toStdString();
    }
    // Words at the edges are whole or not there.
    for (const QCPItemText* words : wordsOn(plot, "grid")) {
      EXPECT_FALSE(boxOf(*words).intersects(reading())) << t << words->text().toStdString();
      for (const QCPItemText* label : wordsOn(plot, "labels")) {
        EXPECT_FALSE(boxOf(*label).intersects(boxOf(*words))) << words->text().toStdString();
      }
    }
  }
}

TEST_P(ReadingAtTheCursor, CoversNoCurveIfThereIsRoom) {
  const Scenario scenario = truncated(scalar(1.3, 200), TruncationMode::FromLoss, 57);
  plot.setFindings(findingsWith(sharedTrace(scenario)));
  moveTo(200);
  const QRectF place = reading();
  for (int k = 0; k < plot.plot().graphCount(); ++k) {
    const QCPGraph* graph = plot.plot().graph(k);
    for (double t = 144; t <= 200; t += 0.1) {
      const auto at = graph->data()->findBegin(t);
      const auto next = at + 1;
      if (next == graph->data()->end()) {
        continue;
      }
      const double share = (t - at->key) / (next->key - at->key);
      const QPointF pixel(
          plot.plot().xAxis->coordToPixel(t),
          plot.plot().yAxis->coordToPixel(at->value + share * (next->value - at->value)));
      ASSERT_FALSE(place.contains(pixel)) << graph->name().toStdString() << " at " << t;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(NormPlot, ReadingAtTheCursor,
                         testing::Values(std::pair(ThemeKind::Projector, QSize(1264, 480)),
                                         std::pair(ThemeKind::Projector, QSize(1600, 700)),
                                         std::pair(ThemeKind::Light, QSize(665, 355))));

TEST(CursorReading, IsWholeInALowPlotToo) {
  NormPlot plot(PlotKind::ParameterGradient);
  plot.setFindings(findingsWith(
      sharedTrace(clipped(drawn(Activation::Tanh, 8, 200, 0.9), ClipMode::Norm, 1e-3))));
  plot.resize(665, 120);
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  plot.setTimeCursor(200);
  plot.plot().replot();
  const auto* reading = plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
  EXPECT_TRUE(reading->text().contains(QStringLiteral("float64")));
  EXPECT_TRUE(
      QRectF(plot.plot().axisRect()->rect()).adjusted(-1, -1, 1, 1).contains(boxOf(*reading)));
}

/// Where its values stand while the time cursor goes over all steps.
std::vector<QRectF> readingsOf(NormPlot& plot, int horizon) {
  std::vector<QRectF> places;
  const auto* reading = plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
  for (int t = 1; t <= horizon; ++t) {
    plot.setTimeCursor(t);
    plot.plot().replot();
    places.push_back(boxOf(*reading));
  }
  return places;
}

TEST(CursorReading, RestsWhileTheCursorMoves) {
  for (const double gain : {0.5, 0.9, 1.5}) {
    NormPlot plot(PlotKind::GradientFlow);
    plot.resize(642, 400);
    plot.setFindings(findingsWith(sharedTrace(drawn(Activation::Tanh, 16, 100, gain))));
    plot.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
    const std::vector<QRectF> places = readingsOf(plot, 100);
    int moves = 0;
    for (std::size_t k = 1; k < places.size(); ++k) {
      // At an edge it grows by a digit away from it.
      moves += std::abs(places[k].left() - places[k - 1].left()) > 2 &&
                       std::abs(places[k].right() - places[k - 1].right()) > 2
                   ? 1
                   : 0;
    }
    EXPECT_LE(moves, 1) << gain;
  }
}

/// Of the parameter gradient only what truncation leaves is there: a fifth of the width.
TEST(CursorReading, LeavesTheOnlyPartOfACurveInSight) {
  const Scenario scenario =
      clipped(truncated(drawn(Activation::Tanh, 16, 100, 0.5), TruncationMode::FromLoss, 20),
              ClipMode::Norm, 1);
  for (const PlotKind kind : {PlotKind::ParameterGradient, PlotKind::GradientFlow}) {
    NormPlot plot(kind);
    plot.resize(642, kind == PlotKind::GradientFlow ? 400 : 163);
    plot.setFindings(findingsWith(sharedTrace(scenario)));
    plot.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
    const std::vector<QRectF> places = readingsOf(plot, 100);
    const QCPGraph* graph = nullptr;
    for (int k = 0; k < plot.plot().graphCount(); ++k) {
      graph = plot.plot().graph(k)->objectName() == QStringLiteral("float64") ? plot.plot().graph(k)
                                                                              : graph;
    }
    ASSERT_NE(graph, nullptr);
    for (const QCPGraphData& point : *graph->data()) {
      for (std::size_t k = 0; std::isfinite(point.value) && k < places.size(); ++k) {
        EXPECT_FALSE(places[k].contains(graph->coordsToPixels(point.key, point.value)))
            << "step " << point.key << ", t = " << k + 1;
      }
    }
  }
}

} // namespace
} // namespace backflow::test
