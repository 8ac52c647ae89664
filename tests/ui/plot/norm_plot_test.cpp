// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_plot.h"

#include "tests/support/experiments.h"
#include "tests/ui/plot/shared_trace.h"
#include "ui/text/language.h"

#include <qcustomplot.h>

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

namespace backflow::test {
namespace {

QCPGraph* graphNamed(const NormPlot& plot, const QString& name) {
  return plot.plot().findChild<QCPGraph*>(name);
}

TEST(NormPlot, PlotsTheNormsThatWereRecorded) {
  NormPlot plot(PlotKind::GradientFlow);
  const auto trace = sharedTrace(scalar(0.5, 120));
  plot.setFindings(findingsWith(trace));
  EXPECT_EQ(plot.plot().graphCount(), 3);
  for (const char* name : {"reference", "float64", "float32"}) {
    const QCPGraph* graph = graphNamed(plot, QString::fromLatin1(name));
    ASSERT_NE(graph, nullptr) << name;
    ASSERT_EQ(graph->data()->size(), 120);
    EXPECT_EQ(graph->data()->at(0)->key, 1);
    EXPECT_NEAR(graph->data()->at(0)->value, std::log10(3.0) - 119 * std::log10(2.0), 1e-9);
  }
}

TEST(NormPlot, StepsBackRunAgainstTime) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 120))));
  const QCPRange time = plot.plot().xAxis->range();
  const QCPRange back = plot.plot().xAxis2->range();
  EXPECT_TRUE(plot.plot().xAxis2->rangeReversed());
  EXPECT_NEAR(back.lower, 120 - time.upper, 1e-9);
  EXPECT_NEAR(back.upper, 120 - time.lower, 1e-9);
}

TEST(NormPlot, AClickAsksForItsTimeStep) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.resize(600, 400);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 120))));
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  QSignalSpy pointed(&plot, &NormPlot::timePointed);
  const int x = static_cast<int>(plot.plot().xAxis->coordToPixel(40));
  QTest::mouseClick(&plot.plot(), Qt::LeftButton, {}, QPoint(x, 200));
  ASSERT_GE(pointed.count(), 1);
  EXPECT_NEAR(pointed.first().first().toInt(), 40, 1);
}

TEST(NormPlot, WhatIsAroundTheAxesIsNoTime) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.resize(600, 400);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 120))));
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  plot.plot().replot();
  QSignalSpy pointed(&plot, &NormPlot::timePointed);
  QCustomPlot& chart = plot.plot();
  const QRect axes = chart.axisRect()->rect();
  for (const QPoint outside :
       {QPoint(axes.center().x(), 5), QPoint(axes.right() - 5, axes.top() - 12),
        QPoint(axes.left() - 12, axes.center().y()), QPoint(axes.right() + 9, axes.center().y()),
        QPoint(axes.center().x(), axes.bottom() + 12)}) {
    QTest::mousePress(&chart, Qt::LeftButton, {}, outside);
    QTest::mouseMove(&chart, axes.center());
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, axes.center());
    EXPECT_EQ(pointed.count(), 0) << outside.x() << ", " << outside.y();
  }
  // Neither is a hand exact to the pixel, nor does a drag end at the edge.
  QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(axes.center().x(), axes.top() - 3));
  EXPECT_EQ(pointed.count(), 1);
  QTest::mouseMove(&chart, QPoint(axes.left() - 30, 5));
  ASSERT_EQ(pointed.count(), 2);
  EXPECT_EQ(pointed.last().first().toInt(), 1);
  QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(axes.left() - 30, 5));
  QTest::mouseMove(&chart, axes.center());
  EXPECT_EQ(pointed.count(), 2);
}

std::shared_ptr<const Trace> traceOfNorms(std::vector<double> norms) {
  Trace trace;
  trace.scenario.unroll.horizon = static_cast<int>(norms.size());
  trace.referenceLog2.assign(norms.size(), 0);
  RunTrace run;
  run.precision = Precision::Float64;
  run.steps.gradientNorm = std::move(norms);
  trace.runs.push_back(std::move(run));
  return std::make_shared<const Trace>(std::move(trace));
}

TEST(NormPlot, ASpikeOfOneStepIsPaintedAtEveryWidth) {
  NormPlot plot(PlotKind::GradientFlow);
  std::vector<double> norms(200'000, 1);
  norms[123'456] = 1e30;
  plot.setFindings(findingsWith(traceOfNorms(norms)));
  plot.setCursorShown(false);
  for (const int width : {500, 731, 1400}) {
    plot.setPictureSize(QSize(width, 400));
    const QImage image = plot.plot().toPixmap(width, 400).toImage();
    const QCPGraph* graph = graphNamed(plot, QStringLiteral("float64"));
    EXPECT_LT(graph->data()->size(), 40'000);
    // Between the ends of the spike, where nothing else is.
    const int y = static_cast<int>(plot.plot().yAxis->coordToPixel(17));
    const int x = static_cast<int>(plot.plot().xAxis->coordToPixel(123'457));
    const QColor paper = image.pixelColor(x - 30, y);
    int painted = 0;
    for (int beside = -4; beside <= 4; ++beside) {
      painted += image.pixelColor(x + beside, y) != paper ? 1 : 0;
    }
    EXPECT_GT(painted, 0) << width;
  }
}

TEST(NormPlot, AShortAxisLeavesLegendAndTitleWhole) {
  NormPlot plot(PlotKind::ParameterGradient);
  plot.setFindings(findingsWith(
      sharedTrace(clipped(drawn(Activation::Tanh, 8, 200, 0.9), ClipMode::Norm, 1e-3))));
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  for (const QSize size : {QSize(665, 130), QSize(560, 130), QSize(480, 140), QSize(900, 90)}) {
    plot.resize(size);
    plot.plot().replot();
    const QCPLegend* legend = plot.plot().legend;
    EXPECT_GE(legend->outerRect().height(), legend->minimumOuterSizeHint().height())
        << size.width();
    const QCPAxis* axis = plot.plot().yAxis;
    EXPECT_LE(axis->label().isEmpty()
                  ? 0
                  : QFontMetrics(axis->labelFont()).horizontalAdvance(axis->label()),
              plot.plot().axisRect()->height() + 2)
        << size.width();
  }
}

TEST(NormPlot, OnAProjectorTheCurvesHaveTheHeight) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setTheme(themeOf(ThemeKind::Projector));
  plot.setFindings(findingsWith(sharedTrace(drawn(Activation::Tanh, 8, 200, 0.5))));
  plot.resize(1280, 480);
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  plot.plot().replot();
  EXPECT_GE(plot.plot().axisRect()->height(), 280);
}

TEST(NormPlot, ATimeStretchIsShownUntilAnotherHorizonComes) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 120))));
  const QString unzoomed = plot.plot().xAxis2->label();
  plot.setTimeStretch({40, 60});
  EXPECT_EQ(plot.plot().xAxis->range(), QCPRange(40, 60));
  EXPECT_EQ(plot.plot().xAxis2->range(), QCPRange(60, 80));
  EXPECT_NE(plot.plot().xAxis2->label(), unzoomed); // it says how to see all again
  plot.setFindings(findingsWith(sharedTrace(scalar(0.6, 120))));
  EXPECT_EQ(plot.plot().xAxis->range(), QCPRange(40, 60));
  const QCPGraph* graph = graphNamed(plot, QStringLiteral("float64"));
  EXPECT_EQ(graph->data()->at(0)->key, 39);
  EXPECT_EQ(graph->data()->at(graph->data()->size() - 1)->key, 61);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.6, 90))));
  EXPECT_EQ(plot.plot().xAxis->range(), QCPRange(1 - 1.08, 90 + 1.08));
  EXPECT_EQ(plot.plot().xAxis2->label(), unzoomed);
}

TEST(NormPlot, TheMouseAsksForAnotherTimeStretch) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.resize(600, 400);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 1000))));
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  TimeStretch wished;
  QObject::connect(&plot, &PlotView::timeStretchWished, &plot, [&](const TimeStretch& stretch) {
    wished = stretch;
    plot.setTimeStretch(stretch);
  });
  QCustomPlot& chart = plot.plot();
  const auto pixelOf = [&](double t) {
    return QPointF(chart.xAxis->coordToPixel(t), 250);
  };
  const auto turnWheel = [&](QPointF place, Qt::KeyboardModifiers modifiers, int angle) {
    QWheelEvent event(place, chart.mapToGlobal(place), {}, QPoint(0, angle), Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&chart, &event);
  };
  turnWheel(pixelOf(300), Qt::NoModifier, 10 * 120);
  EXPECT_LT(wished.last - wished.first, 120);
  EXPECT_NEAR(chart.xAxis->coordToPixel(300), pixelOf(300).x(), 1);
  const TimeStretch zoomedIn = wished;
  turnWheel(pixelOf(300), Qt::ShiftModifier, -120);
  EXPECT_GT(wished.first, zoomedIn.first);
  EXPECT_NEAR(wished.last - wished.first, zoomedIn.last - zoomedIn.first, 1e-9);

  // What is under the pointer goes with it.
  const double held = wished.first + (wished.last - wished.first) / 2;
  const QPoint from = pixelOf(held).toPoint();
  QTest::mousePress(&chart, Qt::RightButton, {}, from);
  QMouseEvent move(QEvent::MouseMove, from + QPoint(80, 0), chart.mapToGlobal(from + QPoint(80, 0)),
                   Qt::NoButton, Qt::RightButton, Qt::NoModifier);
  QApplication::sendEvent(&chart, &move);
  QTest::mouseRelease(&chart, Qt::RightButton, {}, from + QPoint(80, 0));
  EXPECT_NEAR(chart.xAxis->coordToPixel(held), from.x() + 80, 2);

  QTest::mouseDClick(&chart, Qt::LeftButton, {}, pixelOf(300).toPoint());
  EXPECT_EQ(wished, wholeStretch(1000));
}

TEST(NormPlot, WordsOnARegionStandWhereItIsInSight) {
  Scenario scenario = scalar(2, 3000);
  NormPlot plot(PlotKind::GradientFlow);
  plot.resize(900, 400);
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  plot.setFindings(findingsWith(sharedTrace(truncated(scenario, TruncationMode::FromLoss, 500))));
  const auto wordsOnCut = [&]() -> const QCPItemText* {
    for (const QCPItemText* item : plot.plot().findChildren<QCPItemText*>()) {
      if (item->text().contains(QStringLiteral("truncation"))) {
        return item;
      }
    }
    return nullptr;
  };
  for (const TimeStretch& stretch : {TimeStretch{10, 60}, TimeStretch{2400, 2600}}) {
    plot.setTimeStretch(stretch);
    plot.plot().replot();
    ASSERT_NE(wordsOnCut(), nullptr);
    EXPECT_TRUE(wordsOnCut()->visible());
    EXPECT_TRUE(
        plot.plot().axisRect()->rect().contains(wordsOnCut()->topLeft->pixelPosition().toPoint()));
  }
  plot.setTimeStretch({2700, 2900});
  plot.plot().replot();
  EXPECT_FALSE(wordsOnCut()->visible());
}

TEST(NormPlot, WordsOnWhatIsCutStayWithinIt) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.resize(700, 400);
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  for (const int kept : {20, 100, 140, 170, 190}) {
    plot.setFindings(
        findingsWith(sharedTrace(truncated(scalar(0.9, 200), TruncationMode::FromLoss, kept))));
    plot.plot().replot();
    const double end = plot.plot().xAxis->coordToPixel(200 - kept + 0.5);
    for (const QCPItemText* item : plot.plot().findChildren<QCPItemText*>()) {
      if (item->visible() && item->text().startsWith(QStringLiteral("cut by truncation"))) {
        EXPECT_LE(item->bottomRight->pixelPosition().x(), end + 12) << kept;
      }
    }
  }
}

const QCPItemText* textNamed(const NormPlot& plot, const QString& words) {
  for (int k = 0; k < plot.plot().itemCount(); ++k) {
    const auto* text = qobject_cast<const QCPItemText*>(plot.plot().item(k));
    if (text != nullptr && text->text() == words) {
      return text;
    }
  }
  return nullptr;
}

/// 0.5 a step meets the threshold of 2⁻³¹ after 33 steps: near the right edge of a long run, near
/// the left one of a short run.
TEST(NormPlot, NoCurveStrikesTheThresholdsWordsThrough) {
  for (const int horizon : {36, 60, 200}) {
    NormPlot plot(PlotKind::GradientFlow);
    plot.resize(700, 450);
    plot.setFindings(findingsWith(sharedTrace(scalar(0.5, horizon))));
    plot.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
    plot.plot().replot();
    const QCPItemText* words = textNamed(plot, QStringLiteral("threshold: vanished"));
    ASSERT_NE(words, nullptr);
    EXPECT_TRUE(words->visible()) << horizon;
    const QRectF box(words->topLeft->pixelPosition(), words->bottomRight->pixelPosition());
    const auto data = graphNamed(plot, QStringLiteral("float64"))->data();
    for (const QCPGraphData& point : *data) {
      const QPointF pixel(plot.plot().xAxis->coordToPixel(point.key),
                          plot.plot().yAxis->coordToPixel(point.value));
      EXPECT_FALSE(box.contains(pixel)) << horizon << " at t = " << point.key;
    }
  }
}

/// Over a thousand halvings both thresholds lie close to each other on the screen.
TEST(NormPlot, AThresholdsWordsStandAtNoOtherLine) {
  for (const double factor : {0.5, 0.52, 2.0}) {
    for (const int height : {220, 300, 450}) {
      NormPlot plot(PlotKind::GradientFlow);
      plot.resize(700, height);
      plot.setFindings(findingsWith(sharedTrace(scalar(factor, 1100))));
      plot.show();
      ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
      plot.plot().replot();
      const double line = plot.plot().yAxis->coordToPixel(-31 * std::log10(2.0));
      const double other = plot.plot().yAxis->coordToPixel(31 * std::log10(2.0));
      for (const auto& [words, own, wrong] : {std::tuple("threshold: vanished", line, other),
                                              std::tuple("threshold: exploded", other, line)}) {
        const QCPItemText* text = textNamed(plot, QString::fromLatin1(words));
        if (text == nullptr || !text->visible()) {
          continue;
        }
        const QRectF box(text->topLeft->pixelPosition(), text->bottomRight->pixelPosition());
        EXPECT_FALSE(box.top() < wrong && wrong < box.bottom()) << words << factor << height;
        EXPECT_LE(std::abs(box.center().y() - own), box.height()) << words;
      }
    }
  }
}

/// In the middle of a long run float32 overflows: its curve and the drop to the rail lie at the
/// right, where the band's name stands otherwise.
TEST(NormPlot, NothingStrikesABandsNameThrough) {
  int shown = 0;
  for (const int height : {260, 330, 450}) {
    NormPlot plot(PlotKind::GradientFlow);
    plot.resize(360, height);
    plot.setFindings(findingsWith(sharedTrace(scalar(2, 1040))));
    plot.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
    plot.plot().replot();
    const QCPItemText* words = textNamed(plot, QStringLiteral("float32: ∞"));
    ASSERT_NE(words, nullptr);
    const QRectF box(words->topLeft->pixelPosition(), words->bottomRight->pixelPosition());
    const double drop = plot.plot().xAxis->coordToPixel(1040 - 127.5);
    EXPECT_FALSE(box.left() < drop && drop < box.right()) << height;
    shown += words->visible() ? 1 : 0;
  }
  EXPECT_GT(shown, 0); // it gives way to the reading
}

TEST(NormPlot, ALegendThatCostsALineIsBriefOrGone) {
  NormPlot flow(PlotKind::GradientFlow);
  NormPlot gradient(PlotKind::ParameterGradient);
  const auto findings = findingsWith(sharedTrace(scalar(0.5, 60)));
  for (NormPlot* plot : {&flow, &gradient}) {
    plot->setFindings(findings);
    plot->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(plot));
  }
  const auto resize = [&](int width, int height) {
    for (NormPlot* plot : {&flow, &gradient}) {
      plot->resize(width, height);
      plot->plot().replot();
    }
  };
  const QString whole = QStringLiteral("reference (unbounded exponent)");
  resize(1000, 500);
  EXPECT_EQ(graphNamed(flow, QStringLiteral("reference"))->name(), whole);
  EXPECT_TRUE(gradient.plot().legend->visible());
  resize(340, 150);
  EXPECT_EQ(graphNamed(flow, QStringLiteral("reference"))->name(), QStringLiteral("reference"));
  EXPECT_TRUE(flow.plot().legend->visible());
  EXPECT_FALSE(gradient.plot().legend->visible());
  resize(1000, 500);
  EXPECT_EQ(graphNamed(flow, QStringLiteral("reference"))->name(), whole);
  EXPECT_TRUE(gradient.plot().legend->visible());
  gradient.setCursorShown(false); // a picture that leaves the window says all by itself
  resize(340, 150);
  EXPECT_TRUE(gradient.plot().legend->visible());
}

TEST(NormPlot, InANarrowPlotMarkersSayLess) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 60))));
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  const auto shows = [&](int width, const char* words) {
    plot.resize(width, 400);
    plot.plot().replot();
    return textNamed(plot, QString::fromLatin1(words)) != nullptr;
  };
  EXPECT_TRUE(shows(900, "float64, float32: vanished, s = 33 (value 34)"));
  EXPECT_TRUE(shows(360, "float64, float32: vanished, s = 33"));
  EXPECT_TRUE(shows(900, "float64, float32: vanished, s = 33 (value 34)"));
}

TEST(NormPlot, InAPlotForAStampMarkersSayNoSteps) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.resize(220, 300);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 60))));
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  plot.plot().replot();
  EXPECT_NE(textNamed(plot, QStringLiteral("float64, float32: vanished")), nullptr);
}

/// The numbers of 1,040 steps in large type beside each other in a narrow plot.
TEST(NormPlot, TheNumbersOfTheStepsDoNotMeet) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findingsWith(sharedTrace(scalar(2, 1040))));
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  for (const double scale : {1.0, 1.5, 2.0, 3.0}) {
    plot.setTheme(themeOf(ThemeKind::Light, scale));
    for (const int width : {300, 500, 1200}) {
      plot.resize(width, 400);
      plot.plot().replot();
      const QCPAxis* axis = plot.plot().xAxis;
      const QFontMetrics metrics(axis->tickLabelFont());
      double end = -1;
      int shown = 0;
      for (const double tick : axis->tickVector()) {
        if (!axis->range().contains(tick)) {
          continue;
        }
        const int length = metrics.horizontalAdvance(QString::number(tick));
        const double start = axis->coordToPixel(tick) - length / 2.0;
        EXPECT_GT(start, end) << width << " at " << scale << ", t = " << tick;
        end = start + length;
        ++shown;
      }
      EXPECT_GE(shown, 2) << width << " at " << scale;
    }
  }
}

TEST(NormPlot, InALowPlotTheReadingTakesFewLines) {
  NormPlot plot(PlotKind::States);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 60))));
  const auto lines = [&](int height) {
    plot.resize(700, height);
    plot.plot().replot();
    return plot.plot()
        .findChild<QCPItemText*>(QStringLiteral("cursorReading"))
        ->text()
        .count(u'\n');
  };
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  EXPECT_EQ(lines(500), 2) << "one below the other";
  EXPECT_EQ(lines(130), 0) << "else it would hide half of the plot";
}

TEST(NormPlot, IsDrawnOnceForATraceAndItsCursor) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.resize(600, 400);
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  QCoreApplication::processEvents();
  QSignalSpy drawn(&plot.plot(), &QCustomPlot::afterReplot);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 120))));
  plot.setTimeStretch(wholeStretch(120));
  plot.setTimeCursor(100);
  EXPECT_EQ(drawn.count(), 0);
  ASSERT_TRUE(QTest::qWaitFor([&] { return drawn.count() > 0; }));
  QCoreApplication::processEvents();
  EXPECT_EQ(drawn.count(), 1);
  plot.setTimeCursor(90);
  QCoreApplication::processEvents();
  EXPECT_EQ(drawn.count(), 1); // the cursor alone
}

TEST(NormPlot, TheMouseIsHeardBetweenTwoPlots) {
  NormPlot first(PlotKind::GradientFlow);
  NormPlot second(PlotKind::States);
  QCoreApplication::processEvents();
  const auto trace = findingsWith(sharedTrace(scalar(0.5, 120)));
  QStringList order;
  QObject::connect(&first.plot(), &QCustomPlot::afterReplot, &first, [&] {
    order += QStringLiteral("first");
    QTimer::singleShot(0, &first, [&] { order += QStringLiteral("event"); });
  });
  QObject::connect(&second.plot(), &QCustomPlot::afterReplot, &second,
                   [&] { order += QStringLiteral("second"); });
  first.setFindings(trace);
  second.setFindings(trace);
  ASSERT_TRUE(QTest::qWaitFor([&] { return order.size() == 3; }));
  EXPECT_EQ(order, (QStringList{QStringLiteral("first"), QStringLiteral("event"),
                                QStringLiteral("second")}));
}

TEST(NormPlot, APlotThatGoesAwayHoldsUpNoOther) {
  NormPlot stays(PlotKind::States);
  auto goes = std::make_unique<NormPlot>(PlotKind::GradientFlow);
  QCoreApplication::processEvents();
  QSignalSpy drawn(&stays.plot(), &QCustomPlot::afterReplot);
  const auto trace = findingsWith(sharedTrace(scalar(0.5, 120)));
  goes->setFindings(trace);
  stays.setFindings(trace);
  goes.reset();
  EXPECT_TRUE(QTest::qWaitFor([&] { return drawn.count() == 1; }));
}

TEST(NormPlot, APictureIsDrawnFinerThanTheScreen) {
  NormPlot plot(PlotKind::GradientFlow);
  std::vector<double> norms(200'000, 1);
  for (std::size_t k = 0; k < norms.size(); k += 2) {
    norms[k] = 10;
  }
  plot.setFindings(findingsWith(traceOfNorms(norms)));
  plot.plot().toPixmap(800, 400);
  const int onScreen = graphNamed(plot, QStringLiteral("float64"))->data()->size();
  plot.setCursorShown(false);
  plot.plot().toPixmap(800, 400);
  EXPECT_GT(graphNamed(plot, QStringLiteral("float64"))->data()->size(), 2 * onScreen);
}

TEST(NormPlot, SpeaksPortugueseAtOnce) {
  NormPlot plot(PlotKind::GradientFlow);
  const QString english = plot.plot().xAxis->label();
  useLanguage(QStringLiteral("pt_BR"));
  QCoreApplication::sendPostedEvents();
  const QString portuguese = plot.plot().xAxis->label();
  useLanguage(QStringLiteral("en"));
  QLocale::setDefault(QLocale::c());
  EXPECT_NE(english, portuguese);
  EXPECT_TRUE(portuguese.contains(QStringLiteral("tempo"))) << portuguese.toStdString();
}

} // namespace
} // namespace backflow::test
