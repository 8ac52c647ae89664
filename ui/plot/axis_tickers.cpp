// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_tickers.h"

#include "ui/text/number_text.h"

#include <qcustomplot.h>

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <vector>

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

int ticksWithin(const QCPRange& range, double step) {
  return static_cast<int>(std::floor(range.upper / step) - std::ceil(range.lower / step)) + 1;
}

class WholeTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    double step = roundWholeStep(range.size() / tickCount());
    // One number alone tells no scale.
    m_isFiner = step > 1 && ticksWithin(range, step) < 2;
    while (step > 1 && ticksWithin(range, step) < 2) {
      step = roundWholeStep(step / 2.5);
    }
    return step;
  }
  /// Where finer steps are more than can stand side by side, the first and the last.
  QVector<double> createTickVector(double step, const QCPRange& range) override {
    QVector<double> ticks = QCPAxisTicker::createTickVector(step, range);
    if (m_isFiner) {
      ticks.removeIf([&](double tick) { return !range.contains(tick); });
      if (ticks.size() > tickCount()) {
        ticks = {ticks.first(), ticks.last()};
      }
    }
    return ticks;
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return QString::number(std::lround(tick));
  }

 private:
  bool m_isFiner = false;
};

class DecadeTicker : public WholeTicker {
 protected:
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return QStringLiteral("10") + superscript(std::lround(tick));
  }
};

/// Numbers close to each other have many digits: of them fewer are labelled.
class SparseTicker : public QCPAxisTicker {
 public:
  explicit SparseTicker(int letters) : m_letters(letters) {}

 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override {
    QVector<double> ticks = QCPAxisTicker::createTickVector(step, range);
    ticks.removeIf([&](double tick) { return !range.contains(tick); });
    while (ticks.size() > 1 && lettersOf(ticks) > m_letters) {
      for (qsizetype k = ticks.size() - 1 - ticks.size() % 2; k > 0; k -= 2) {
        ticks.remove(k);
      }
    }
    return ticks;
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
    return locale.toString(tick, 'g', 6);
  }

 private:
  qsizetype lettersOf(const QVector<double>& ticks) {
    qsizetype letters = 0;
    for (const double tick : ticks) {
      letters += getTickLabel(tick, QLocale(), {}, 0).size() + 2;
    }
    return letters;
  }

  int m_letters;
};

/// Up to this many decades there is room for ticks between them.
constexpr double fewDecades = 2.5;

class MagnitudeTicker : public DecadeTicker {
 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override {
    m_isFine = range.size() <= fewDecades;
    if (!m_isFine) {
      return DecadeTicker::createTickVector(step, range);
    }
    QVector<double> ticks;
    for (std::size_t density = densityFor(range.size()); density < factors.size(); ++density) {
      ticks.clear();
      for (double decade = std::floor(range.lower); decade <= range.upper; ++decade) {
        for (const double factor : factors[density]) {
          ticks << decade + std::log10(factor);
        }
      }
      const auto shown =
          std::ranges::count_if(ticks, [&range](double tick) { return range.contains(tick); });
      if (shown > 1) { // one number alone tells no scale
        return ticks;
      }
    }
    return evenTicks(range);
  }
  QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
    return m_isFine ? formatNumber(std::pow(10, tick))
                    : DecadeTicker::getTickLabel(tick, locale, format, precision);
  }

 private:
  /// Which of `factors`: fewer in a decade where few ticks are asked for, since the axis is short.
  std::size_t densityFor(double decades) const {
    constexpr int fewTicks = 5;
    if (tickCount() >= fewTicks || 3 * decades <= tickCount()) {
      return 2;
    }
    return 2 * decades <= tickCount() ? 1 : 0;
  }

  /// Within so little of a decade that none of the factors stand in it twice: round numbers.
  static QVector<double> evenTicks(const QCPRange& range) {
    const double lower = std::pow(10, range.lower);
    const double upper = std::pow(10, range.upper);
    const double power = std::pow(10, std::floor(std::log10((upper - lower) / 2)));
    double step = power;
    for (const double factor : {2.0, 5.0}) {
      step = factor * power <= (upper - lower) / 2 ? factor * power : step;
    }
    QVector<double> ticks;
    for (double k = std::ceil(lower / step); k * step <= upper; ++k) {
      ticks << std::log10(k * step);
    }
    return ticks;
  }

  static inline const std::vector<std::vector<double>> factors{{1}, {1, 3}, {1, 2, 5}};

  bool m_isFine = false;
};

} // namespace

QSharedPointer<QCPAxisTicker> magnitudeTicker() {
  return QSharedPointer<MagnitudeTicker>::create();
}

QSharedPointer<QCPAxisTicker> decadeTicker() {
  auto ticker = QSharedPointer<DecadeTicker>::create();
  ticker->setTickCount(6);
  return ticker;
}

QSharedPointer<QCPAxisTicker> sparseTicker(int letters) {
  return QSharedPointer<SparseTicker>::create(letters);
}

QSharedPointer<QCPAxisTicker> stepTicker() {
  auto ticker = QSharedPointer<WholeTicker>::create();
  ticker->setTickCount(8);
  return ticker;
}

int stepsThatFit(double largest, int width, const QFontMetrics& metrics) {
  const int number = metrics.horizontalAdvance(QString::number(largest, 'f', 0));
  constexpr int most = 8;
  return std::clamp(width / std::max(1, number + 2 * metrics.averageCharWidth()), 2, most);
}

} // namespace backflow
