// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/text_breaking.h"

namespace backflow {

namespace {

QString brokenAt(const QString& separator, const QString& text, const QFontMetrics& metrics,
                 int width) {
  QString lines;
  QString line;
  for (const QString& part : text.split(separator)) {
    const QString longer = line.isEmpty() ? part : line + separator + part;
    if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
      lines += line + QChar('\n');
      line = part;
    } else {
      line = longer;
    }
  }
  return lines + line;
}

} // namespace

QString brokenAtDots(const QString& text, const QFontMetrics& metrics, int width) {
  return brokenAt(QStringLiteral(" · "), text, metrics, width);
}

QString brokenAtSpaces(const QString& text, const QFontMetrics& metrics, int width) {
  return brokenAt(QStringLiteral(" "), text, metrics, width);
}

} // namespace backflow
