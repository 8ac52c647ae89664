// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_plot.h"

#include "tests/support/experiments.h"
#include "tests/support/temporary_folder.h"
#include "ui/plot/export.h"
#include "ui/text/language.h"

#include <qcustomplot.h>

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

std::shared_ptr<const Trace> sharedTrace(const Scenario& scenario) {
  return std::make_shared<const Trace>(traceOf(scenario));
}

Findings findingsWith(std::shared_ptr<const Trace> trace) {
  Findings findings;
  findings.trace = std::move(trace);
  return findings;
}

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

TEST(NormPlot, TheCursorReadsOutTheValues) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findingsWith(sharedTrace(scalar(0.5, 20))));
  plot.setTimeCursor(20);
  const auto* reading = plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
  ASSERT_NE(reading, nullptr);
  EXPECT_EQ(reading->text(), QStringLiteral("t = 20, s = 0\nfloat32: 3\nfloat64: 3"));
  plot.setTimeCursor(19);
  EXPECT_EQ(reading->text(), QStringLiteral("t = 19, s = 1\nfloat32: 1.5\nfloat64: 1.5"));
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

TEST(Export, APngHasItsSizeAndResolution) {
  const TemporaryFolder folder;
  const QString file = QString::fromStdString((folder.path() / "plot.png").string());
  PictureOptions options;
  options.width = 1000;
  options.height = 613;
  options.dpi = 200;
  EXPECT_EQ(renderPicture({sharedTrace(scalar(0.5, 200)), {}, {}, {}, {}}, ViewKind::GradientFlow,
                          options, file),
            QString());
  const QImage image(file);
  EXPECT_EQ(image.size(), QSize(1000, 613));
  EXPECT_NEAR(image.dotsPerMeterX(), 200 / 0.0254, 1);
  EXPECT_EQ(image, QImage(file));
}

TEST(Export, TheSamePictureTwice) {
  const auto trace = sharedTrace(drawn(Activation::Tanh, 8, 50, 1.1));
  EXPECT_EQ(pictureOf({trace, {}, {}, {}, {}}, ViewKind::States, {}),
            pictureOf({trace, {}, {}, {}, {}}, ViewKind::States, {}));
}

TEST(Export, SvgAndPdfAreWhatTheyAreCalled) {
  const TemporaryFolder folder;
  const auto trace = sharedTrace(scalar(0.5, 50));
  for (const auto& [ending, start] : {std::pair{"svg", "<?xml"}, std::pair{"pdf", "%PDF"}}) {
    const auto file = folder.path() / (std::string("plot.") + ending);
    EXPECT_EQ(renderPicture({trace, {}, {}, {}, {}}, ViewKind::ParameterGradient, {},
                            QString::fromStdString(file.string())),
              QString());
    EXPECT_TRUE(readWholeFile(file).starts_with(start)) << ending;
  }
}

TEST(Export, AFileThatCannotBeWrittenIsToldInOneSentence) {
  const QString problem =
      renderPicture({sharedTrace(scalar(0.5, 5)), {}, {}, {}, {}}, ViewKind::GradientFlow, {},
                    QStringLiteral("/nowhere/at/all/plot.png"));
  EXPECT_TRUE(problem.contains(QStringLiteral("/nowhere/at/all/plot.png")));
  EXPECT_FALSE(problem.contains(QChar('\n')));
  EXPECT_NE(renderPicture({sharedTrace(scalar(0.5, 5)), {}, {}, {}, {}}, ViewKind::GradientFlow, {},
                          QStringLiteral("plot.bmp")),
            QString());
}

} // namespace
} // namespace backflow::test
