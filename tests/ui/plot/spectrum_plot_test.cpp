// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_plot.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>
#include <qcustomplot.h>

namespace backflow {
namespace {

// The round circle decides the ranges, the ranges the labels, and the labels the room that is left
// for the circle.
TEST(SpectrumPlot, HasItsMarginsSettledWhenAStudyIsFirstDrawn) {
  SpectrumPlot plot;
  plot.resize(700, 300);
  plot.show();
  auto* chart = plot.findChild<QCustomPlot*>();
  ASSERT_NE(chart, nullptr);
  for (const double largest : {1.0, 1234.5, 12.0}) {
    auto study = std::make_shared<SpectrumStudy>();
    study->analysis.recurrent = Spectrum{{largest, {-0.5, 0.5}, {-0.5, -0.5}}, {largest, 0.7, 0.1}};
    Findings findings;
    findings.spectrum = study;
    plot.setFindings(findings);
    QSignalSpy drawn(chart, &QCustomPlot::afterReplot);
    ASSERT_TRUE(drawn.wait());
    const QImage first = plot.grab().toImage();
    chart->replot();
    EXPECT_EQ(plot.grab().toImage(), first) << largest;
  }
}

/// What there is room for depends on what stands there, so that a smaller plot that grows could
/// keep the fewer words and numbers.
TEST(SpectrumPlot, IsTheSamePictureWhateverSizeItHadBefore) {
  auto study = std::make_shared<SpectrumStudy>();
  study->analysis.recurrent =
      Spectrum{{1.1, {-0.5, 0.5}, {-0.5, -0.5}}, std::vector<double>(32, 0.8)};
  Findings findings;
  findings.spectrum = study;
  const auto pictureAt = [&](const std::vector<QSize>& sizes) {
    SpectrumPlot plot;
    plot.resize(sizes.front());
    plot.show();
    plot.setFindings(findings);
    EXPECT_TRUE(QSignalSpy(plot.findChild<QCustomPlot*>(), &QCustomPlot::afterReplot).wait());
    for (const QSize& size : sizes) {
      plot.resize(size);
      QTest::qWait(50);
    }
    return plot.grab().toImage();
  };
  for (int width = 400; width <= 700; width += 50) {
    for (const int height : {170, 220, 300}) {
      const QSize size(width, height);
      const QImage fresh = pictureAt({size});
      EXPECT_EQ(pictureAt({{220, 150}, size}), fresh) << width << " x " << height;
      EXPECT_EQ(pictureAt({{900, 500}, size}), fresh) << width << " x " << height;
    }
  }
}

/// A new trace comes before its spectrum: until that is there, there is nothing new to draw.
TEST(SpectrumPlot, DrawsAStudyOnce) {
  SpectrumPlot plot;
  plot.resize(700, 300);
  plot.show();
  auto study = std::make_shared<SpectrumStudy>();
  study->analysis.recurrent = Spectrum{{1.0, 0.5}, {1.5, 0.1}};
  Findings findings;
  findings.spectrum = study;
  QSignalSpy drawn(plot.findChild<QCustomPlot*>(), &QCustomPlot::afterReplot);
  plot.setFindings(findings);
  ASSERT_TRUE(drawn.wait());
  QTest::qWait(20); // the first one on the screen may come with another
  drawn.clear();
  plot.setFindings(findings);
  EXPECT_FALSE(drawn.wait(50));
  findings.spectrum = std::make_shared<SpectrumStudy>(*study);
  plot.setFindings(findings);
  EXPECT_TRUE(drawn.wait());
  EXPECT_EQ(drawn.count(), 1);
}

/// A picture that leaves the window is painted without a replot before.
TEST(SpectrumPlot, HasItsWordsBeforeAnyReplot) {
  SpectrumPlot plot;
  plot.resize(700, 300);
  auto study = std::make_shared<SpectrumStudy>();
  study->scenario.title = "a title of its own";
  study->analysis.recurrent = Spectrum{{1.0, 0.5}, {1.5, 0.1}};
  Findings findings;
  findings.spectrum = study;
  plot.setCaptionShown(true);
  plot.setFindings(findings);
  QString words;
  for (QCPLayoutElement* element : plot.findChild<QCustomPlot*>()->plotLayout()->elements(true)) {
    if (const auto* text = qobject_cast<QCPTextElement*>(element)) {
      words += text->text() + QChar('\n');
    }
  }
  EXPECT_TRUE(words.contains(QStringLiteral("a title of its own"))) << words.toStdString();
}

} // namespace
} // namespace backflow
