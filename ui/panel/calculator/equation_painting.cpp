// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/equation_painting.h"

#include "ui/panel/appearance.h"

#include <QFontMetricsF>
#include <QPainter>

#include <iterator>

namespace backflow {

namespace {

constexpr double loweredSize = 0.78;
constexpr double loweredBy = 0.22; ///< of the height of the font

/// A combining tilde is set by hand: where the letters come from another font than the mark, it
/// lands beside its letter.
const QChar combiningTilde(0x0303);

QFont fontOf(const EquationRun& run, const QFont& font) {
  return run.isLowered ? scaledFont(font, loweredSize) : font;
}

double lowering(const QFont& font) {
  return loweredBy * QFontMetricsF(font).ascent();
}

double widthOf(const EquationRun& run, const QFont& font) {
  QString letters = run.text;
  letters.remove(combiningTilde);
  return QFontMetricsF(fontOf(run, font)).horizontalAdvance(letters);
}

void paintTilde(QPainter& painter, const QPointF& letter, double letterWidth, const QFont& font) {
  const QFontMetricsF metrics(font);
  const QString tilde = QStringLiteral("˜");
  const double x = letter.x() + (letterWidth - metrics.horizontalAdvance(tilde)) / 2;
  painter.drawText(QPointF(x, letter.y() - 0.04 * metrics.ascent()), tilde);
}

void paintRun(QPainter& painter, QPointF place, const EquationRun& run, const QFont& font) {
  const QFont own = fontOf(run, font);
  const QFontMetricsF metrics(own);
  painter.setFont(own);
  QString part;
  const auto flush = [&] {
    painter.drawText(place, part);
    place.rx() += metrics.horizontalAdvance(part);
    part.clear();
  };
  for (qsizetype i = 0; i < run.text.size(); ++i) {
    const bool hasTilde = i + 1 < run.text.size() && run.text[i + 1] == combiningTilde;
    if (!hasTilde) {
      part += run.text[i];
      continue;
    }
    flush();
    part = run.text[i++];
    paintTilde(painter, place, metrics.horizontalAdvance(part), own);
    flush();
  }
  flush();
}

} // namespace

QSizeF equationSize(const std::vector<EquationRun>& runs, const QFont& font) {
  double width = 0;
  for (const EquationRun& run : runs) {
    width += widthOf(run, font);
  }
  return {width, QFontMetricsF(font).height() + lowering(font)};
}

void paintEquation(QPainter& painter, const QPointF& corner, const std::vector<EquationRun>& runs,
                   const QFont& font, const RoleMark* mark) {
  painter.save();
  const QPen ink = painter.pen();
  const QFontMetricsF metrics(font);
  const double baseline = corner.y() + metrics.ascent();
  const double bottom = corner.y() + metrics.height() + lowering(font);
  double x = corner.x();
  for (auto run = runs.begin(); run != runs.end(); ++run) {
    const bool isMarked = mark != nullptr && run->role == mark->role;
    const bool begins = run == runs.begin() || std::prev(run)->role != run->role;
    if (isMarked && begins) {
      double width = 0;
      for (auto next = run; next != runs.end() && next->role == run->role; ++next) {
        width += widthOf(*next, font);
      }
      painter.fillRect(QRectF(x - 1, corner.y(), width + 2, bottom - corner.y()), mark->tint);
      painter.setPen(mark->line);
      painter.drawLine(QPointF(x - 1, bottom + mark->line.widthF() / 2),
                       QPointF(x + width + 1, bottom + mark->line.widthF() / 2));
    }
    painter.setPen(ink); // letters in a light colour would be hard to read
    paintRun(painter, {x, run->isLowered ? baseline + lowering(font) : baseline}, *run, font);
    x += widthOf(*run, font);
  }
  painter.restore();
}

} // namespace backflow
