// SPDX-License-Identifier: GPL-3.0-or-later
// Words in a norm plot: what they stand beside, and what they leave in sight.
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/experiments.h"
#include "tests/ui/plot/shared_trace.h"
#include "ui/plot/norm_plot.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <variant>
#include <vector>

namespace backflow::test {
namespace {

QRectF boxOf(const QCPItemText& item) {
  return {item.topLeft->pixelPosition(), item.bottomRight->pixelPosition()};
}

QPointF nearestOn(const QRectF& box, const QPointF& point) {
  return {std::clamp(point.x(), box.left(), box.right()),
          std::clamp(point.y(), box.top(), box.bottom())};
}

double distance(const QRectF& box, const QPointF& point) {
  return QLineF(nearestOn(box, point), point).length();
}

Scenario inPrecisions(Scenario scenario, std::vector<Precision> precisions) {
  scenario.precisions = std::move(precisions);
  return scenario;
}

Scenario shipped(const char* name) {
  return std::get<Scenario>(readScenarioFile(libraryEntry(name)->file));
}

/// States that double from 1 on, as far as float64 reaches.
Scenario outgrowing() {
  Scenario scenario = scalar(2, 1040);
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {1};
  return scenario;
}

class NormWords : public testing::Test {
 protected:
  void show(const Scenario& scenario, QSize size, ThemeKind kind = ThemeKind::Light,
            PlotKind what = PlotKind::GradientFlow) {
    plot = std::make_unique<NormPlot>(what);
    plot->setTheme(themeOf(kind));
    plot->resize(size);
    plot->setFindings(findingsWith(sharedTrace(scenario)));
    plot->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(plot.get()));
    plot->plot().replot();
  }

  template <typename Item> std::vector<const Item*> visibleItems() const {
    std::vector<const Item*> items;
    for (int k = 0; k < plot->plot().itemCount(); ++k) {
      const auto* item = qobject_cast<const Item*>(plot->plot().item(k));
      if (item != nullptr && item->visible()) {
        items.push_back(item);
      }
    }
    return items;
  }

  const QCPItemText* textWith(const QString& part) const {
    for (const QCPItemText* text : visibleItems<QCPItemText>()) {
      if (text->text().contains(part)) {
        return text;
      }
    }
    return nullptr;
  }

  /// Whether a curve, a rail or the way to it passes through a box.
  bool isStruck(const QRectF& box) const {
    const QCustomPlot& chart = plot->plot();
    for (int k = 0; k < chart.graphCount(); ++k) {
      const QCPGraph* graph = chart.graph(k);
      QPointF former(0, std::numeric_limits<double>::quiet_NaN());
      for (auto point = graph->data()->constBegin(); point != graph->data()->constEnd(); ++point) {
        const QPointF pixel = graph->coordsToPixels(point->key, point->value);
        const bool isLine = std::isfinite(former.y()) && std::isfinite(pixel.y());
        if (isLine && passes(QLineF(former, pixel), box)) {
          return true;
        }
        former = pixel;
      }
    }
    return std::ranges::any_of(visibleItems<QCPItemLine>(), [&](const QCPItemLine* line) {
      return passes(QLineF(line->start->pixelPosition(), line->end->pixelPosition()), box);
    });
  }

  static bool passes(const QLineF& line, const QRectF& box) {
    constexpr int parts = 200;
    for (int k = 0; k <= parts; ++k) {
      if (box.contains(line.pointAt(static_cast<double>(k) / parts))) {
        return true;
      }
    }
    return false;
  }

  std::unique_ptr<NormPlot> plot;
};

TEST_F(NormWords, EachLabelIsBesideItsOwnMark) {
  for (const QSize size : {QSize(642, 400), QSize(700, 400), QSize(665, 355), QSize(728, 390)}) {
    show(scalar(0.5, 1100), size);
    const QCPItemText* subnormal = textWith(QStringLiteral("float64: subnormal"));
    const QCPItemText* zero = textWith(QStringLiteral("float64: exactly 0"));
    ASSERT_NE(subnormal, nullptr);
    ASSERT_NE(zero, nullptr);
    const auto pixelOf = [&](int s) {
      for (const QCPItemTracer* mark : visibleItems<QCPItemTracer>()) {
        if (mark->position->key() == 1100 - s) {
          return mark->position->pixelPosition();
        }
      }
      return QPointF();
    };
    const QPointF subnormalMark = pixelOf(1024);
    const QPointF zeroMark = pixelOf(1077);
    EXPECT_LT(distance(boxOf(*subnormal), subnormalMark), distance(boxOf(*subnormal), zeroMark));
    EXPECT_LT(distance(boxOf(*zero), zeroMark), distance(boxOf(*zero), subnormalMark));
    EXPECT_NE(QLineF(subnormalMark, nearestOn(boxOf(*subnormal), subnormalMark))
                  .intersects(QLineF(zeroMark, nearestOn(boxOf(*zero), zeroMark))),
              QLineF::BoundedIntersection);
    for (const QCPItemTracer* mark : visibleItems<QCPItemTracer>()) {
      for (const QCPItemText* text : visibleItems<QCPItemText>()) {
        EXPECT_FALSE(boxOf(*text).contains(mark->position->pixelPosition()))
            << text->text().toStdString() << " at " << size.width();
      }
    }
  }
}

TEST_F(NormWords, NoWordsAtAnEdgeAreStruckThrough) {
  const Scenario scenarios[] = {
      scalar(0.5, 1100), scalar(2, 1040),
      inPrecisions(scalar(0.5, 150), {Precision::Float16, Precision::BFloat16}),
      drawn(Activation::Tanh, 8, 100, 3)};
  int shown = 0;
  for (const Scenario& scenario : scenarios) {
    for (const PlotKind kind : {PlotKind::GradientFlow, PlotKind::ParameterGradient}) {
      for (const QSize size :
           {QSize(390, 360), QSize(642, 400), QSize(642, 150), QSize(1200, 220)}) {
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Projector}) {
          show(scenario, size, theme, kind);
          for (const QCPItemText* words : visibleItems<QCPItemText>()) {
            if (words->layer()->name() == QStringLiteral("grid")) {
              const QRectF letters = boxOf(*words).adjusted(8, 3, -8, -3);
              EXPECT_FALSE(isStruck(letters)) << words->text().toStdString() << size.width();
              const double cursor = plot->plot().xAxis->coordToPixel(1);
              EXPECT_FALSE(letters.left() < cursor && cursor < letters.right());
              ++shown;
            }
          }
        }
      }
    }
  }
  EXPECT_GT(shown, 25);
}

TEST_F(NormWords, TheCursorsLineIsUnderTheLabelsAndPassesNoWordsAtAnEdge) {
  show(scalar(0.5, 1100), QSize(642, 400));
  const QCPItemText* label = textWith(QStringLiteral("float32: subnormal"));
  ASSERT_NE(label, nullptr);
  const QCPLayer* cursor = plot->plot().layer(QStringLiteral("cursor"));
  EXPECT_GT(label->layer()->index(), cursor->index());
  EXPECT_EQ(label->brush().color().alpha(), 255);
  EXPECT_EQ(cursor->mode(), QCPLayer::lmBuffered); // it moves alone

  const QCPItemText* words = textWith(QStringLiteral("threshold: vanished"));
  ASSERT_NE(words, nullptr);
  const auto crossing =
      static_cast<int>(std::lround(plot->plot().xAxis->pixelToCoord(boxOf(*words).center().x())));
  plot->setTimeCursor(crossing);
  EXPECT_FALSE(words->visible());
  plot->setTimeCursor(1100);
  plot->plot().replot();
  EXPECT_TRUE(words->visible());
}

TEST_F(NormWords, InALowPlotTheReadingCoversNoLabel) {
  for (const PlotKind kind : {PlotKind::States, PlotKind::ParameterGradient}) {
    for (const QSize size : {QSize(390, 140), QSize(450, 130), QSize(642, 130)}) {
      show(kind == PlotKind::States ? outgrowing() : scalar(0.5, 1100), size, ThemeKind::Light,
           kind);
      for (const int t : {1040, 1, 500}) {
        plot->setTimeCursor(t);
        plot->plot().replot();
        const auto* reading = plot->plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
        for (const QCPItemText* text : visibleItems<QCPItemText>()) {
          if (text->layer()->name() == QStringLiteral("labels")) {
            EXPECT_FALSE(boxOf(*text).intersects(boxOf(*reading)))
                << text->text().toStdString() << ", t = " << t << " at " << size.width();
          }
        }
      }
    }
  }
}

/// An LSTM whose gates saturate one after the other: eleven events within fifty steps.
Scenario saturating() {
  Scenario scenario = shipped("tanh-gain-0.5");
  scenario.network.cell = CellKind::Lstm;
  scenario.weights.gain = 2.79;
  return scenario;
}

TEST_F(NormWords, InALowPlotFewLabelsAreLeftEachBesideItsMark) {
  const auto labels = [this] {
    std::vector<const QCPItemText*> found;
    for (const QCPItemText* text : visibleItems<QCPItemText>()) {
      if (text->layer()->name() == QStringLiteral("labels")) {
        found.push_back(text);
      }
    }
    return found;
  };
  show(saturating(), QSize(1000, 500), ThemeKind::Light, PlotKind::States);
  const std::size_t many = labels().size();
  EXPECT_GE(many, 6U);
  for (const auto& [size, theme] :
       {std::pair(QSize(642, 130), ThemeKind::Light), std::pair(QSize(642, 150), ThemeKind::Light),
        std::pair(QSize(1280, 210), ThemeKind::Projector)}) {
    show(saturating(), size, theme, PlotKind::States);
    for (const int t : {91, 60, 20, 1}) {
      plot->setTimeCursor(t);
      plot->plot().replot();
      const auto* reading = plot->plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
      EXPECT_LT(labels().size(), many);
      EXPECT_FALSE(labels().empty());
      for (const QCPItemText* label : labels()) {
        EXPECT_FALSE(boxOf(*label).intersects(boxOf(*reading))) << t;
        EXPECT_FALSE(isStruck(boxOf(*label).adjusted(2, 2, -2, -2)))
            << label->text().toStdString() << ", t = " << t;
      }
      for (const QCPItemLine* line : visibleItems<QCPItemLine>()) {
        const QLineF leader(line->start->pixelPosition(), line->end->pixelPosition());
        EXPECT_LT(leader.length(), 4.5 * boxOf(*labels()[0]).height());
      }
    }
  }
}

TEST_F(NormWords, NoTwoLabelsHaveTheSameWords) {
  show(saturating(), QSize(1000, 500), ThemeKind::Light, PlotKind::States);
  std::vector<QString> words;
  for (const QCPItemText* text : visibleItems<QCPItemText>()) {
    EXPECT_EQ(std::ranges::count(words, text->text()), 0) << text->text().toStdString();
    words.push_back(text->text());
  }
  EXPECT_NE(textWith(QStringLiteral("float32: saturated, t = 60")), nullptr);
}

TEST_F(NormWords, ThePointerFindsWhatAMarkWithoutLabelSays) {
  show(saturating(), QSize(642, 112), ThemeKind::Light, PlotKind::States);
  ASSERT_EQ(textWith(QStringLiteral("t = 60")), nullptr);
  const auto hover = [this](const QPointF& place) {
    QCustomPlot& chart = plot->plot();
    QMouseEvent event(QEvent::MouseMove, place, chart.mapToGlobal(place), Qt::NoButton,
                      Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&chart, &event);
    return chart.toolTip();
  };
  QPointF mark;
  for (const QCPItemTracer* item : visibleItems<QCPItemTracer>()) {
    mark = item->position->key() == 60 ? item->position->pixelPosition() : mark;
  }
  const QString told = hover(mark);
  EXPECT_TRUE(told.contains(QStringLiteral("saturated"))) << told.toStdString();
  EXPECT_EQ(told.count(QStringLiteral("at t = 60")), 2); // two gates of float32
  EXPECT_EQ(hover(mark + QPointF(0, 25)), QString());
  EXPECT_EQ(hover(mark), told);
  const QPointF entry = plot->plot().legend->item(0)->outerRect().center();
  EXPECT_TRUE(hover(entry).contains(QStringLiteral("Click")));
}

TEST_F(NormWords, NoLabelLiesOnAnother) {
  for (const QSize size : {QSize(900, 220), QSize(700, 300), QSize(1200, 400)}) {
    show(scalar(0.5, 1100), size, ThemeKind::Projector);
    plot->setCursorShown(false); // its reading would leave a low plot no room for labels
    plot->plot().replot();
    std::vector<QRectF> boxes;
    for (const QCPItemText* text : visibleItems<QCPItemText>()) {
      if (text->layer()->name() == QStringLiteral("labels")) {
        for (const QRectF& other : boxes) {
          EXPECT_FALSE(other.intersects(boxOf(*text).adjusted(2, 2, -2, -2))) << size.width();
        }
        boxes.push_back(boxOf(*text));
      }
    }
    EXPECT_FALSE(boxes.empty());
  }
}

/// The last state is infinite, and so is what it multiplies, long before the gradient is.
TEST_F(NormWords, WhatIsInfiniteFromTheStartIsNamedThoughAMarkerComesLater) {
  show(shipped("doubling"), QSize(900, 220), ThemeKind::Light, PlotKind::ParameterGradient);
  ASSERT_NE(textWith(QStringLiteral("float32: ∂L/∂b = ∞")), nullptr);
  EXPECT_NE(textWith(QStringLiteral("float32: ∞")), nullptr);
  EXPECT_FALSE(plot->plot().yAxis->tickLabels()); // heights of nothing
  // Where the marker stands at the end of what is infinite, it says enough.
  show(shipped("doubling"), QSize(900, 400));
  EXPECT_TRUE(plot->plot().yAxis->tickLabels());
  const QCPItemText* words = textWith(QStringLiteral("float32: ∞, s = 127"));
  ASSERT_NE(words, nullptr);
  for (const QCPItemText* text : visibleItems<QCPItemText>()) {
    EXPECT_FALSE(text->layer() == words->layer() && text->text() == QStringLiteral("float32: ∞"));
  }
}

TEST_F(NormWords, ReasonsGiveWayToACurveThatTheyWouldHide) {
  const Scenario scenario = shipped("nan-inf-minus-inf");
  show(scenario, QSize(1300, 700));
  EXPECT_NE(textWith(QStringLiteral("opposite infinities")), nullptr);
  show(scenario, QSize(420, 360));
  EXPECT_EQ(textWith(QStringLiteral("opposite infinities")), nullptr);
  EXPECT_NE(textWith(QStringLiteral("float32: NaN")), nullptr);
}

TEST_F(NormWords, AMarkAtTheFrameIsWholeAndGoneWhenOutOfSight) {
  show(scalar(2, 1040), QSize(642, 400));
  const auto marks = visibleItems<QCPItemTracer>();
  ASSERT_GE(marks.size(), 3U);
  for (const QCPItemTracer* mark : marks) {
    EXPECT_FALSE(mark->clipToAxisRect());
  }
  plot->setTimeStretch({400, 600}); // where nothing happens
  plot->plot().replot();
  EXPECT_TRUE(visibleItems<QCPItemTracer>().empty());
  plot->setTimeStretch({0, 300});
  plot->plot().replot();
  EXPECT_EQ(visibleItems<QCPItemTracer>().size(), 1U);
}

} // namespace
} // namespace backflow::test
