// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cliff_plot.h"

#include "ui/plot/cliff_picture.h"

#include <qcustomplot.h>

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

constexpr CliffFrame frame{{4, -3}, {6, -2}};

CliffStep stop(double w, double b) {
  CliffStep step;
  step.point = {w, b};
  return step;
}

/// Two descents that were made up: the free one leaves upwards at its second update.
Findings madeUp() {
  auto study = std::make_shared<CliffStudy>();
  study->frame = frame;
  study->rate = 0.5;
  study->threshold = 0.25;
  study->surface = cliffSurface(study->model, frame, 30, 40);
  study->free = {stop(5, -2.5), stop(5, -2.4), stop(6, -0.4)};
  study->clipped = {stop(5, -2.5), stop(5, -2.4), stop(4.9, -2.4), stop(4.8, -2.3)};
  Findings findings;
  findings.cliff = study;
  return findings;
}

template <class Thing> Thing& part(const CliffPlot& plot, const char* name) {
  auto* found = plot.plot().findChild<Thing*>(QString::fromLatin1(name));
  if (found == nullptr) {
    throw std::out_of_range(name);
  }
  return *found;
}

TEST(CliffPlot, SaysThatThereIsNothingYet) {
  const CliffPlot plot;
  EXPECT_TRUE(part<QCPItemText>(plot, "notice").visible());
  EXPECT_FALSE(part<QCPColorMap>(plot, "map").visible());
  EXPECT_FALSE(plot.plot().xAxis->tickLabels()) << "numbers without a meaning yet";
  EXPECT_FALSE(part<QCPItemText>(plot, "startText").visible());
}

TEST(CliffPlot, DrawsTheSurfaceAndEveryStop) {
  CliffPlot plot;
  const Findings findings = madeUp();
  plot.setFindings(findings);
  EXPECT_FALSE(part<QCPItemText>(plot, "notice").visible());
  auto& map = part<QCPColorMap>(plot, "map");
  EXPECT_EQ(map.data()->keySize(), 40);
  EXPECT_EQ(map.data()->valueSize(), 30);
  EXPECT_EQ(map.data()->cell(7, 20), findings.cliff->surface(20, 7));
  EXPECT_EQ(part<QCPCurve>(plot, "free").data()->size(), 3);
  EXPECT_EQ(part<QCPCurve>(plot, "clipped").data()->size(), 4);
  EXPECT_EQ(part<QCPCurve>(plot, "start").data()->at(0)->key, 5);
  EXPECT_EQ(plot.plot().xAxis->range(), QCPRange(4, 6));
  plot.plot().replot();
  EXPECT_FALSE(plot.plot().yAxis->label().isEmpty());
  EXPECT_EQ(plot.plot().yAxis->range(), QCPRange(-3, -2));
}

TEST(CliffPlot, TheLegendNamesBothDescentsOnly) {
  CliffPlot plot;
  plot.setFindings(madeUp());
  const QCPLegend* legend = plot.plot().legend;
  ASSERT_EQ(legend->itemCount(), 2);
  EXPECT_EQ(part<QCPCurve>(plot, "free").name(), QStringLiteral("without clipping"));
  EXPECT_EQ(part<QCPCurve>(plot, "clipped").name(), QStringLiteral("clipped at θ = 0.25"));
}

TEST(CliffPlot, TellsWhichUpdateLeaves) {
  CliffPlot plot;
  Findings findings = madeUp();
  plot.setFindings(findings);
  EXPECT_TRUE(part<QCPItemLine>(plot, "exitArrow").visible());
  EXPECT_EQ(part<QCPItemText>(plot, "exitText").text(), QStringLiteral("leaves at update 2"));
  auto stays = std::make_shared<CliffStudy>(*findings.cliff);
  stays->free.pop_back();
  findings.cliff = stays;
  plot.setFindings(findings);
  EXPECT_FALSE(part<QCPItemLine>(plot, "exitArrow").visible());
  EXPECT_FALSE(part<QCPItemText>(plot, "exitText").visible());
}

TEST(CliffPlot, AClickAndADragChooseAStart) {
  CliffPlot plot;
  plot.resize(600, 400);
  plot.setFindings(madeUp());
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  plot.plot().replot();
  QSignalSpy chosen(&plot, &CliffPlot::startChosen);
  const auto at = [&](double w, double b) {
    return QPointF(plot.plot().xAxis->coordToPixel(w), plot.plot().yAxis->coordToPixel(b))
        .toPoint();
  };
  QTest::mousePress(&plot.plot(), Qt::LeftButton, {}, at(5.5, -2.25));
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_NEAR(chosen.last().at(0).toDouble(), 5.5, 0.02);
  EXPECT_NEAR(chosen.last().at(1).toDouble(), -2.25, 0.02);
  QTest::mouseMove(&plot.plot(), at(7, -2.5));
  ASSERT_EQ(chosen.count(), 2);
  EXPECT_EQ(chosen.last().at(0).toDouble(), 6) << "a start lies in the frame";
  QTest::mouseRelease(&plot.plot(), Qt::LeftButton, {}, at(7, -2.5));
  QTest::mouseMove(&plot.plot(), at(5, -2.5));
  QTest::mouseClick(&plot.plot(), Qt::LeftButton, {}, QPoint(20, 5));
  EXPECT_EQ(chosen.count(), 2) << "the title is no place to start from";
}

TEST(CliffPlot, LabelsStayInTheMap) {
  for (const QSize size : {QSize(300, 200), QSize(720, 430), QSize(1100, 600)}) {
    CliffPlot plot;
    plot.resize(size);
    plot.setFindings(madeUp());
    plot.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
    plot.plot().replot();
    const QRectF map = plot.plot().axisRect()->rect();
    for (const char* name : {"startText", "exitText"}) {
      auto& text = part<QCPItemText>(plot, name);
      EXPECT_TRUE(map.contains(text.topLeft->pixelPosition())) << name << ' ' << size.width();
      EXPECT_TRUE(map.contains(text.bottomRight->pixelPosition())) << name << ' ' << size.width();
    }
  }
}

TEST(CliffPlot, TheCaptionHoldsTheSettings) {
  CliffPlot plot;
  plot.resize(1000, 500);
  plot.setFindings(madeUp());
  const int before = plot.plot().plotLayout()->elementCount();
  plot.setCaptionShown(true);
  EXPECT_GT(plot.plot().plotLayout()->elementCount(), before);
  QString words;
  for (QCPLayoutElement* element : plot.plot().plotLayout()->elements(false)) {
    if (const auto* text = qobject_cast<QCPTextElement*>(element)) {
      words += text->text();
    }
  }
  words.replace(QLatin1Char('\n'), QStringLiteral(" · ")); // where lines were broken
  EXPECT_EQ(words, QStringLiteral("learning rate η = 0.5 · clipped at θ = 0.25 · "
                                  "start w = 5, b = −2.5 · 3 updates"));
}

TEST(CliffExit, IsWhereTheWayCrossesTheFrame) {
  const auto upwards = exitOf(frame, {stop(5, -2.5), stop(5.5, -1.5)});
  ASSERT_TRUE(upwards);
  EXPECT_EQ(upwards->update, 1);
  EXPECT_NEAR(upwards->border.w, 5.25, 1e-12);
  EXPECT_NEAR(upwards->border.b, -2, 1e-12);
  const auto far = exitOf(frame, {stop(5, -2.5), stop(4.5, -2.5), stop(-1e200, -2.5)});
  ASSERT_TRUE(far);
  EXPECT_EQ(far->update, 2);
  EXPECT_EQ(far->border, (CliffPoint{4, -2.5}));
  EXPECT_FALSE(exitOf(frame, {stop(5, -2.5), stop(6, -3)})) << "the border is inside";
}

} // namespace
} // namespace backflow::test
