// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_words.h"

#include <QRegularExpression>

namespace backflow {

namespace {

/// Of the plot's width, for words in full; in a low plot labels cannot stand below each other.
constexpr double largestShare = 0.7;
constexpr double largestShareWhereLow = 0.45;
constexpr double leastLines = 6;

QString withoutBrackets(const QString& words) {
  const qsizetype open =
      words.endsWith(QLatin1Char(')')) ? words.lastIndexOf(QStringLiteral(" (")) : -1;
  return open < 0 ? words : words.left(open);
}

/// Without the reasons that come after it.
QString firstSentence(const QString& words) {
  static const QRegularExpression end(QStringLiteral("\\.\\s"));
  return words.section(end, 0, 0).replace(QChar('\n'), QChar(' '));
}

/// The step stands at the marker.
QString withoutStep(const QString& words) {
  const qsizetype comma = words.lastIndexOf(QStringLiteral(", "));
  return comma < 0 || comma < words.indexOf(u':') ? words : words.left(comma);
}

} // namespace

QSizeF LabelWords::sizeOf(const QString& words) const {
  const QSizeF size = m_metrics.boundingRect(QRectF(0, 0, 1e4, 1e4), 0, words).size();
  return {size.width() + 10, size.height() + 4};
}

QString LabelWords::fitting(const QString& words) const {
  const bool isTooHigh = sizeOf(words).height() > m_plot.height() / 2;
  return isTooHigh ? brief(words) : narrowed(words);
}

QString LabelWords::brief(const QString& words) const {
  return narrowed(firstSentence(words));
}

QString LabelWords::narrowed(QString words) const {
  const bool isLow = m_plot.height() < leastLines * m_metrics.height();
  const double share = isLow ? largestShareWhereLow : largestShare;
  if (sizeOf(words).width() > share * m_plot.width()) {
    words = withoutBrackets(words);
  }
  if (sizeOf(words).width() > m_plot.width()) {
    words = withoutStep(words);
  }
  return words;
}

QString LabelWords::within(double width, const QString& words) const {
  if (sizeOf(words).width() <= width) {
    return words;
  }
  const QString name = words.section(QStringLiteral(": "), 0, 0);
  return sizeOf(name).width() <= width ? name : QString();
}

QString LabelWords::withoutNumbers(const QString& words) {
  // The number in float32 is part of the word.
  static const QRegularExpression number(QStringLiteral("\\b\\d+"));
  return QString(words).remove(number);
}

} // namespace backflow
