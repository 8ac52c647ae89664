// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_tickers.h"

#include "ui/text/number_text.h"

#include <qcustomplot.h>

#include <cmath>

namespace backflow {

namespace {

/// The least of 1, 2, 5, 10, 20, 50, … that is at least `step`.
double roundWholeStep(double step) {
  double power = 1;
  while (true) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      if (factor * power >= step * (1 - 1e-9)) {
        return factor * power;
      }
    }
    power *= 10;
  }
}

class WholeTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    return roundWholeStep(range.size() / tickCount());
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return QString::number(std::lround(tick));
  }
};

class DecadeTicker : public WholeTicker {
 protected:
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return QStringLiteral("10") + superscript(std::lround(tick));
  }
};

} // namespace

QSharedPointer<QCPAxisTicker> decadeTicker() {
  auto ticker = QSharedPointer<DecadeTicker>::create();
  ticker->setTickCount(6);
  return ticker;
}

QSharedPointer<QCPAxisTicker> stepTicker() {
  auto ticker = QSharedPointer<WholeTicker>::create();
  ticker->setTickCount(8);
  return ticker;
}

} // namespace backflow
