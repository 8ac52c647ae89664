// SPDX-License-Identifier: GPL-3.0-or-later
// Words that keep their places while a slider is dragged.
#include "tests/support/experiments.h"
#include "tests/ui/plot/shared_trace.h"
#include "ui/plot/label_layout.h"
#include "ui/plot/norm_plot.h"

#include <qcustomplot.h>

#include <QRegularExpression>
#include <QTest>

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>
#include <vector>

namespace backflow::test {
namespace {

constexpr QRectF area(0, 0, 600, 300);

InkMap inkOfLineAt(double y) {
  std::vector<QPointF> points;
  for (int x = 0; x <= 600; x += 3) {
    points.emplace_back(x, y);
  }
  return {area, points};
}

TEST(StandingLabels, OneStaysThoughAnotherPlaceHasBecomeALittleBetter) {
  const LabelRequest label{.anchor = QPointF(300, 150), .size = QSizeF(100, 16)};
  const QRectF best = placeLabels({label}, {area})[0];
  const QRectF elsewhere = best.translated(0, 40);
  ASSERT_NE(best, elsewhere);
  LabelRequest stood = label;
  stood.before = elsewhere;
  EXPECT_EQ(placeLabels({stood}, {area})[0], elsewhere);
}

TEST(StandingLabels, OneMovesOffACurve) {
  const InkMap ink = inkOfLineAt(100);
  LabelRequest label{.anchor = QPointF(300, 150), .size = QSizeF(100, 16)};
  label.before = QRectF(QPointF(250, 92), label.size);
  const QRectF place = placeLabels({label}, {.area = area, .ink = &ink})[0];
  EXPECT_EQ(ink.cellsUnder(place), 0);
}

TEST(StandingLabels, OneThatIsNewLeavesTheOthersAlone) {
  LabelRequest first{.anchor = QPointF(300, 150), .size = QSizeF(100, 16)};
  first.before = placeLabels({first}, {area})[0].translated(0, 40);
  const LabelRequest second{.anchor = QPointF(320, 150), .size = QSizeF(100, 16)};
  const auto places = placeLabels({second, first}, {area});
  EXPECT_EQ(places[1], first.before);
  EXPECT_FALSE(places[0].intersects(places[1]));
}

/// A picture that is drawn again is the same one, with and without what came before it.
TEST(StandingLabels, NoneMovesFromItsOwnPlace) {
  std::mt19937 random(7);
  const auto within = [&random](double from, double to) {
    return std::uniform_real_distribution(from, to)(random);
  };
  for (int round = 0; round < 60; ++round) {
    const InkMap ink = inkOfLineAt(within(50, 250));
    std::vector<LabelRequest> labels;
    for (int k = 0; k < 2 + round % 5; ++k) {
      labels.push_back(
          {.anchor = QPointF(within(0, 600), within(0, 300)), .size = QSizeF(within(60, 200), 16)});
    }
    for (int picture = 0; picture < 3; ++picture) {
      LabelSurroundings around{.area = area, .ink = &ink};
      for (const LabelRequest& label : labels) {
        around.marks.push_back(label.anchor);
      }
      const std::vector<QRectF> places = placeLabels(labels, around);
      std::vector<LabelRequest> again = labels;
      for (std::size_t k = 0; k < again.size(); ++k) {
        if (!places[k].isEmpty()) {
          again[k].before = places[k];
        }
      }
      EXPECT_EQ(placeLabels(again, around), places) << round << ", " << picture;
      // The next picture: a little way on.
      labels = again;
      for (LabelRequest& label : labels) {
        label.anchor += QPointF(7, -4);
        if (label.before) {
          label.before->translate(7, -4);
        }
      }
    }
  }
}

class StandingWords : public testing::Test {
 protected:
  using Places = std::map<QString, QPointF>;

  void SetUp() override { begin(plot); }

  static void begin(NormPlot& view) {
    view.setTheme(themeOf(ThemeKind::Light));
    view.resize(900, 420);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
  }

  static Scenario withGain(double gain) {
    Scenario scenario = scalar(gain, 1100);
    scenario.title = "Halving";
    return scenario;
  }

  static void show(NormPlot& view, const Scenario& scenario) {
    view.setFindings(findingsWith(sharedTrace(scenario)));
    view.plot().replot();
  }

  /// By the words without the numbers of the moment.
  static Places wordsIn(NormPlot& view) {
    static const QRegularExpression number(QStringLiteral("\\b\\d+"));
    Places places;
    const QCustomPlot& chart = view.plot();
    for (int k = 0; k < chart.itemCount(); ++k) {
      const auto* text = qobject_cast<const QCPItemText*>(chart.item(k));
      if (text != nullptr && text->visible()) {
        places[text->text().remove(number)] = text->position->pixelPosition();
      }
    }
    return places;
  }

  NormPlot plot{PlotKind::GradientFlow};
};

TEST_F(StandingWords, FewJumpWhileTheGainIsDragged) {
  Places before;
  int jumps = 0;
  int seen = 0;
  for (int k = 0; k <= 60; ++k) {
    show(plot, withGain(0.30 + 0.005 * k));
    const Places now = wordsIn(plot);
    for (const auto& [words, place] : now) {
      const auto former = before.find(words);
      seen += 1;
      jumps += former != before.end() && QLineF(former->second, place).length() > 60 ? 1 : 0;
    }
    before = now;
  }
  EXPECT_GT(seen, 300);
  EXPECT_LE(jumps, 8);
}

TEST_F(StandingWords, APictureDrawnAgainIsTheSame) {
  for (int k = 0; k <= 20; ++k) {
    const Scenario scenario = withGain(0.30 + 0.015 * k);
    show(plot, scenario);
    plot.setTimeCursor(1 + 50 * k);
    plot.plot().replot();
    const Places places = wordsIn(plot);
    show(plot, scenario);
    plot.setTimeCursor(1 + 50 * k);
    plot.plot().replot();
    EXPECT_EQ(wordsIn(plot), places) << k;
  }
}

TEST_F(StandingWords, AnotherScenarioIsDrawnAsIfNothingHadStoodBefore) {
  for (int k = 0; k <= 20; ++k) {
    show(plot, withGain(0.30 + 0.015 * k));
  }
  Scenario other = withGain(0.42);
  other.title = "Another";
  show(plot, other);
  NormPlot fresh(PlotKind::GradientFlow);
  begin(fresh);
  show(fresh, other);
  EXPECT_EQ(wordsIn(plot), wordsIn(fresh));
}

} // namespace
} // namespace backflow::test
