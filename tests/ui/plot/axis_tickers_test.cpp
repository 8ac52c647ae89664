// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_tickers.h"

#include <qcustomplot.h>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

QStringList labelsOf(int letters, double least, double most) {
  QVector<double> ticks;
  QVector<QString> labels;
  const auto ticker = sparseTicker(letters);
  ticker->setTickCount(3);
  ticker->generate({least, most}, QLocale::c(), QLatin1Char('g'), 6, ticks, nullptr, &labels);
  return QStringList(labels.begin(), labels.end());
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
