// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/dot_graph.h"

#include <qcustomplot.h>

#include <QImage>

#include <gtest/gtest.h>

#include <cstdlib>

namespace backflow::test {
namespace {

/// A few dots, two of which overlap, with nothing around them.
QImage pictureOf(QCPScatterStyle::ScatterShape shape, bool asPolygons) {
  QCustomPlot plot;
  plot.legend->setVisible(false);
  for (QCPAxis* axis : plot.axisRect()->axes()) {
    axis->setVisible(false);
    axis->grid()->setVisible(false);
  }
  QCPGraph* graph =
      asPolygons ? addDotGraph(plot.xAxis, plot.yAxis) : plot.addGraph(plot.xAxis, plot.yAxis);
  graph->setLineStyle(QCPGraph::lsNone);
  graph->setScatterStyle(QCPScatterStyle(shape, QPen(Qt::black, 2), Qt::NoBrush, 12));
  graph->setData({1, 2, 2.05, 4}, {1, 3, 3, 2});
  plot.xAxis->setRange(0, 5);
  plot.yAxis->setRange(0, 5);
  return plot.toPixmap(200, 150).toImage().convertToFormat(QImage::Format_Grayscale8);
}

/// How dark both are in all, and how much they differ from each other, in black pixels.
struct Ink {
  double own = 0;
  double other = 0;
  double difference = 0;
};

Ink compare(const QImage& own, const QImage& other) {
  Ink ink;
  for (int y = 0; y < own.height(); ++y) {
    for (int x = 0; x < own.width(); ++x) {
      const int a = 255 - qGray(own.pixel(x, y));
      const int b = 255 - qGray(other.pixel(x, y));
      ink.own += a / 255.0;
      ink.other += b / 255.0;
      ink.difference += std::abs(a - b) / 255.0;
    }
  }
  return ink;
}

TEST(DotGraph, LooksAsTheEllipsesDid) {
  for (const auto shape : {QCPScatterStyle::ssDisc, QCPScatterStyle::ssCircle}) {
    const Ink ink = compare(pictureOf(shape, true), pictureOf(shape, false));
    EXPECT_GT(ink.own, 50);
    EXPECT_NEAR(ink.own, ink.other, 0.03 * ink.other);
    EXPECT_LT(ink.difference, 0.15 * ink.other);
  }
  const Ink others = compare(pictureOf(QCPScatterStyle::ssDisc, true),
                             pictureOf(QCPScatterStyle::ssCircle, false));
  EXPECT_GT(others.difference, 0.5 * others.other) << "or the test would see nothing";
}

TEST(DotGraph, DrawsOtherShapesAsTheyAre) {
  EXPECT_EQ(pictureOf(QCPScatterStyle::ssDiamond, true),
            pictureOf(QCPScatterStyle::ssDiamond, false));
}

} // namespace
} // namespace backflow::test
