// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_view.h"

#include "tests/support/experiments.h"
#include "tests/support/temporary_folder.h"
#include "ui/plot/export.h"

#include <QElapsedTimer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace backflow::test {
namespace {

Findings findingsOf(const Scenario& scenario) {
  Findings findings;
  findings.trace = std::make_shared<const Trace>(traceOf(scenario));
  return findings;
}

class UnrollViewTest : public testing::Test {
 protected:
  void show(const Scenario& scenario, int time) {
    view.resize(1000, 350);
    view.setFindings(findingsOf(scenario));
    view.setTimeCursor(time);
    view.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    view.grab();
  }

  UnrollView view;
};

TEST_F(UnrollViewTest, AClickOnANodeAsksForItsStep) {
  show(scalar(0.5, 500), 400);
  const UnrollPicture& picture = view.picture();
  ASSERT_GE(picture.range.count(), 8);
  EXPECT_LE(picture.range.first, 400);
  EXPECT_GE(picture.range.last, 400);
  QSignalSpy pointed(&view, &PlotView::timePointed);
  const int t = picture.range.first + 1;
  QTest::mouseClick(&view, Qt::LeftButton, {},
                    view.drawnLayout().node(1, t, picture.range).toPoint());
  ASSERT_EQ(pointed.count(), 1);
  EXPECT_EQ(pointed[0][0].toInt(), t);
}

TEST_F(UnrollViewTest, ADragInTheStripsScrubsThroughAllSteps) {
  show(scalar(0.5, 500), 400);
  QSignalSpy pointed(&view, &PlotView::timePointed);
  QObject::connect(&view, &PlotView::timePointed, &view, &UnrollView::setTimeCursor);
  const UnrollLayout& layout = view.drawnLayout();
  const auto at = [&](int t) {
    return QPointF(layout.timeToX(t), layout.strips().center().y()).toPoint();
  };
  QTest::mousePress(&view, Qt::LeftButton, {}, at(100));
  EXPECT_NEAR(pointed.last()[0].toInt(), 100, 1);
  EXPECT_LE(view.picture().range.first, 100);
  EXPECT_GE(view.picture().range.last, 100);
  QTest::mouseMove(&view, QPoint(-50, 0));
  EXPECT_EQ(pointed.last()[0].toInt(), 1);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, at(1));
  QTest::mouseMove(&view, at(300));
  EXPECT_EQ(pointed.last()[0].toInt(), 1);
}

TEST_F(UnrollViewTest, TheWordsAroundTheStepsAreNone) {
  show(scalar(0.5, 500), 400);
  QSignalSpy pointed(&view, &PlotView::timePointed);
  const UnrollLayout& layout = view.drawnLayout();
  const double x = layout.strips().center().x();
  for (const QPointF place :
       {layout.title().center(), layout.stripLabels().center(), layout.colorBar().center(),
        QPointF(layout.strips().left() - 20, layout.strips().center().y()),
        QPointF(layout.detail().left() - 20, layout.detail().center().y())}) {
    QTest::mouseClick(&view, Qt::LeftButton, {}, place.toPoint());
    EXPECT_EQ(pointed.count(), 0) << place.x() << ", " << place.y();
  }
  QTest::mouseClick(&view, Qt::LeftButton, {}, QPointF(x, layout.strips().top() - 2).toPoint());
  EXPECT_EQ(pointed.count(), 1);
}

TEST_F(UnrollViewTest, NodesStayUnderTheMouseWhileItDrags) {
  show(scalar(0.5, 500), 250);
  QObject::connect(&view, &PlotView::timePointed, &view, &UnrollView::setTimeCursor);
  const StepRange range = view.picture().range;
  const auto at = [&](int t) {
    return view.drawnLayout().node(0, t, range).toPoint();
  };
  QTest::mousePress(&view, Qt::LeftButton, {}, at(range.last));
  EXPECT_EQ(view.picture().range, range);
  QTest::mouseMove(&view, at(range.first));
  EXPECT_EQ(view.picture().cursor, range.first);
  EXPECT_EQ(view.picture().range, range);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, at(range.first));
}

TEST_F(UnrollViewTest, WhatIsNotReachedYetIsPaleWhilePlaying) {
  show(scalar(0.5, 8), 4);
  const auto nodeColor = [&](int t) {
    const QPointF node = view.drawnLayout().node(0, t, view.picture().range);
    return view.grab().toImage().pixelColor(
        (node - QPointF(0.6 * view.drawnLayout().nodeRadius(), 0)).toPoint());
  };
  const QColor before = nodeColor(1);
  const QColor reached = nodeColor(8);
  view.setPlaying(true);
  EXPECT_NE(nodeColor(1), before);
  EXPECT_EQ(nodeColor(1), themeOf(ThemeKind::Light).background);
  EXPECT_EQ(nodeColor(8), reached);
  view.setPlaying(false);
  EXPECT_EQ(nodeColor(1), before);
}

TEST_F(UnrollViewTest, EveryClassOfNumberLooksDifferent) {
  UnrollMarks marks(themeOf(ThemeKind::Light), 40);
  std::vector<QImage> pictures;
  for (const NodeClass kind : {NodeClass::Cut, NodeClass::Normal, NodeClass::Subnormal,
                               NodeClass::Zero, NodeClass::Infinite, NodeClass::NotANumber}) {
    QImage image(40, 40, QImage::Format_Grayscale8); // shape alone has to do
    image.fill(Qt::white);
    QPainter painter(&image);
    marks.paintNode(painter, {20, 20}, 15, {kind, 1, 0});
    painter.end();
    EXPECT_EQ(std::count(pictures.begin(), pictures.end(), image), 0);
    pictures.push_back(image);
  }
}

TEST_F(UnrollViewTest, NamesBesideTheStripsKeepApart) {
  view.setTheme(themeOf(ThemeKind::Projector));
  const double line = QFontMetricsF(themeOf(ThemeKind::Projector).smallFont()).ascent();
  show(scalar(0.5, 200), 100);
  for (const int height : {90, 120, 215, 300, 500}) {
    view.resize(1264, height);
    view.grab();
    const UnrollLayout& layout = view.drawnLayout();
    EXPECT_GE(layout.strip(1).center().y() - layout.strip(0).center().y(),
              height < 120 ? 0.6 * line : line)
        << height;
    EXPECT_GE(layout.strip(0).top(), 0) << height;
  }
}

TEST(UnrollLayout, KeepsTheTitleOfTheColourBarBelowTheLegend) {
  const Theme theme = themeOf(ThemeKind::Light);
  const UnrollWords words{QStringLiteral("Unrolled network"),
                          {},
                          {},
                          {QStringLiteral("subnormal entries"), QStringLiteral("exactly 0"),
                           QStringLiteral("∞"), QStringLiteral("NaN")}};
  for (int width = 500; width <= 1000; width += 100) {
    for (int height = 220; height <= 700; height += 40) {
      const UnrollLayout layout({QSizeF(width, height), 150, 2, false}, words, theme);
      ASSERT_TRUE(layout.hasDetail()) << width << " x " << height;
      const double line = QFontMetricsF(theme.smallFont()).height();
      const QRectF& bar = layout.colorBar();
      EXPECT_GE(bar.top() - UnrollLayout::liftOfBarTitle * line, layout.legend().back().bottom())
          << width << " x " << height;
      EXPECT_LE(bar.bottom() + line / 2, layout.strips().top()) << width << " x " << height;
      EXPECT_GE(bar.height(), 10) << width << " x " << height;
    }
  }
}

TEST_F(UnrollViewTest, WithoutRoomForTheRowsTheStripsStandAlone) {
  show(scalar(0.5, 200), 100);
  EXPECT_TRUE(view.drawnLayout().hasDetail());
  view.resize(1000, UnrollLayout::heightOfStrips(2, themeOf(ThemeKind::Light)));
  view.grab();
  const UnrollLayout& layout = view.drawnLayout();
  EXPECT_FALSE(layout.hasDetail());
  EXPECT_GE(layout.strips().top(), 0);
  // They are scrubbed as ever.
  QSignalSpy pointed(&view, &PlotView::timePointed);
  QTest::mouseClick(&view, Qt::LeftButton, {},
                    QPointF(layout.timeToX(40), layout.strips().center().y()).toPoint());
  ASSERT_EQ(pointed.count(), 1);
  EXPECT_EQ(pointed[0][0].toInt(), 40);
}

TEST_F(UnrollViewTest, TheLabelOfTheLastStepIsWholeOrGone) {
  const auto inkIn = [this](double from, double to) {
    const QImage image = view.grab().toImage();
    const QRectF line = view.drawnLayout().stripLabels();
    const QColor paper = image.pixelColor(2, static_cast<int>(line.center().y()));
    int count = 0;
    for (int x = static_cast<int>(from); x < std::min(static_cast<int>(to), image.width()); ++x) {
      for (int y = static_cast<int>(line.top()) + 1; y < static_cast<int>(line.bottom()); ++y) {
        count += image.pixelColor(x, y) == paper ? 0 : 1;
      }
    }
    return count;
  };
  show(scalar(0.9, 100), 50);
  const UnrollLayout& layout = view.drawnLayout();
  const double last = layout.timeToX(100);
  EXPECT_GT(inkIn(last - 10, layout.stripLabels().right()), 50);
  for (int t = 80; t <= 97; ++t) {
    view.setTimeCursor(t);
    const double plateRight = layout.timeToX(t) + 45;
    const int rest = inkIn(std::max(plateRight, last - 30), layout.stripLabels().right());
    EXPECT_TRUE(rest == 0 || rest > 100) << t << ": " << rest;
  }
}

TEST_F(UnrollViewTest, DescribesTheCursorInWords) {
  show(scalar(0.5, 200), 20);
  EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("float32: exactly 0")))
      << view.accessibleDescription().toStdString();
  EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("t = 20, s = 180")));
}

TEST_F(UnrollViewTest, OneStepAndAMillionFit) {
  show(scalar(0.5, 1), 1);
  EXPECT_EQ(view.picture().range, (StepRange{1, 1}));
  Scenario scenario = scalar(0.999, 1000000);
  view.setFindings(findingsOf(scenario));
  view.setTimeCursor(1000000);
  view.grab();
  EXPECT_EQ(view.picture().range.last, 1000000);
  EXPECT_GE(view.picture().range.count(), 5);
}

TEST_F(UnrollViewTest, IsRepaintedAtTheRateOfTheScreen) {
  show(scalar(0.5, 100000), 50000);
  QImage image(1000, 350, QImage::Format_RGB32);
  constexpr int count = 50;
  std::vector<double> times;
  QElapsedTimer clock;
  for (int k = 0; k < count; ++k) {
    clock.start();
    view.setTimeCursor(50000 - k);
    view.render(&image);
    times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  }
  std::nth_element(times.begin(), times.begin() + count / 2, times.end());
  RecordProperty("milliseconds", std::to_string(times[count / 2]));
  // 8 ms is what is wanted; a machine that is busy with other things gets time.
  EXPECT_LT(times[count / 2], 25);
}

TEST(UnrollExport, IsAPictureLikeTheOthers) {
  const TemporaryFolder folder;
  const Findings findings = findingsOf(scalar(0.5, 200));
  PictureOptions options;
  options.width = 900;
  options.height = 500;
  options.time = 60;
  for (const auto& [ending, start] :
       {std::pair{"png", "\x89PNG"}, std::pair{"svg", "<?xml"}, std::pair{"pdf", "%PDF"}}) {
    const auto file = folder.path() / (std::string("plot.") + ending);
    EXPECT_EQ(
        renderPicture(findings, ViewKind::Unroll, options, QString::fromStdString(file.string())),
        QString());
    EXPECT_TRUE(readWholeFile(file).starts_with(start)) << ending;
  }
  const QImage picture = pictureOf(findings, ViewKind::Unroll, options);
  EXPECT_EQ(picture.size(), QSize(900, 500));
  EXPECT_EQ(picture, pictureOf(findings, ViewKind::Unroll, options));
  options.time = 190;
  EXPECT_NE(picture, pictureOf(findings, ViewKind::Unroll, options));
}

} // namespace
} // namespace backflow::test
