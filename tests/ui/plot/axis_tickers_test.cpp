// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_tickers.h"

#include <qcustomplot.h>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

QStringList labelsOf(const QSharedPointer<QCPAxisTicker>& ticker, int count, double least,
                     double most) {
  QVector<double> ticks;
  QVector<QString> labels;
  ticker->setTickCount(count);
  ticker->generate({least, most}, QLocale::c(), QLatin1Char('g'), 6, ticks, nullptr, &labels);
  QStringList shown;
  for (qsizetype k = 0; k < ticks.size(); ++k) {
    if (QCPRange(least, most).contains(ticks[k])) {
      shown << labels[k];
    }
  }
  return shown;
}

QStringList labelsOf(int letters, double least, double most) {
  return labelsOf(sparseTicker(letters), 3, least, most);
}

TEST(DecadeTicker, TellsTheScaleByTwoNumbersAtLeast) {
  for (const int count : {1, 2, 3, 6}) {
    for (const double size : {4.0, 5.0, 9.0, 50.0, 700.0}) {
      const QStringList labels = labelsOf(decadeTicker(), count, -size / 2, size / 2);
      EXPECT_GE(labels.size(), 2) << count << " for " << size;
      EXPECT_LE(labels.size(), count + 4) << count << " for " << size;
    }
  }
}

TEST(StepTicker, StandsAtWholeStepsAndNoMoreThanFitWhereFewDo) {
  EXPECT_EQ(labelsOf(stepTicker(), 8, 0.5, 24.5), (QStringList{"5", "10", "15", "20"}));
  // A step of 200 would leave one number alone, a step of 100 three.
  EXPECT_EQ(labelsOf(stepTicker(), 2, 0.5, 300.5), (QStringList{"100", "300"}));
  EXPECT_EQ(labelsOf(stepTicker(), 3, 0.5, 300.5), (QStringList{"100", "200", "300"}));
  EXPECT_EQ(labelsOf(stepTicker(), 1, 0.5, 5.5).size(), 2);
}

TEST(MagnitudeTicker, TellsTheScaleByTwoNumbersAtLeast) {
  for (const int count : {1, 2, 3, 6}) {
    for (const double size : {0.02, 0.1, 0.5, 1.0, 2.4}) {
      for (const double least : {-3.0, -0.4, 0.05}) {
        const QStringList labels = labelsOf(magnitudeTicker(), count, least, least + size);
        EXPECT_GE(labels.size(), 2) << count << " from " << least << " for " << size;
        EXPECT_EQ(QSet<QString>(labels.begin(), labels.end()).size(), labels.size())
            << labels.join(u" ").toStdString();
      }
    }
  }
}

TEST(SparseTicker, LabelsFewerWhereNumbersAreLong) {
  EXPECT_EQ(labelsOf(28, 0, 1).size(), 5); // at every quarter
  for (const double width : {1e-3, 1e-4, 1e-5}) {
    const QStringList labels = labelsOf(28, 0.01 - width, 0.01 + width);
    EXPECT_FALSE(labels.isEmpty()) << width;
    qsizetype letters = 0;
    for (const QString& label : labels) {
      letters += label.size() + 2;
    }
    EXPECT_LE(letters, 28) << width << ": " << labels.join(u" ").toStdString();
  }
}

} // namespace
} // namespace backflow::test
