// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/text_breaking.h"

#include <QStringList>

namespace backflow {

namespace {

/// Each part is measured once: a whole line at every part would take time with the square of its
/// length, and measuring is most of what a picture's words cost.
QString brokenAt(const QString& separator, const QString& text, const QFontMetrics& metrics,
                 int width) {
  const QFontMetricsF exact(metrics);
  if (exact.horizontalAdvance(text) <= width) {
    return text;
  }
  const double between = exact.horizontalAdvance(separator);
  QString lines;
  double taken = 0;
  for (const QString& part : text.split(separator)) {
    const double own = exact.horizontalAdvance(part);
    const bool isFirst = lines.isEmpty();
    const bool fits = isFirst || taken + between + own <= width;
    lines += (isFirst ? QString() : fits ? separator : QString(QChar('\n'))) + part;
    taken = fits && !isFirst ? taken + between + own : own;
  }
  return lines;
}

} // namespace

QString brokenAtDots(const QString& text, const QFontMetrics& metrics, int width) {
  return brokenAt(QStringLiteral(" · "), text, metrics, width);
}

QString brokenAtSpaces(const QString& text, const QFontMetrics& metrics, int width) {
  QStringList lines = text.split(QChar('\n'));
  for (QString& line : lines) {
    line = brokenAt(QStringLiteral(" "), line, metrics, width);
  }
  return lines.join(QChar('\n'));
}

} // namespace backflow
