// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_drawing.h"

#include "ui/plot/magnitude_colors.h"
#include "ui/plot/text_breaking.h"
#include "ui/plot/unroll_detail.h"
#include "ui/text/number_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace backflow {

namespace {

/// The classes of the legend, in its order.
constexpr NodeClass legendClasses[] = {NodeClass::Subnormal, NodeClass::Zero, NodeClass::Infinite,
                                       NodeClass::NotANumber, NodeClass::Cut};

QString precisionName(Precision precision) {
  return QString::fromUtf8(nameOf(precision).data());
}

/// What stands under the strips at the first step and at the last.
std::vector<std::pair<int, QString>> labelsOfEnds(int horizon) {
  std::vector<std::pair<int, QString>> labels{{1, QStringLiteral("t = 1")}};
  if (horizon > 1) {
    labels.emplace_back(horizon, QStringLiteral("T = %1").arg(horizon));
  }
  return labels;
}

} // namespace

UnrollDrawing::UnrollDrawing(UnrollLayout layout, UnrollWords words, const Theme& theme,
                             double decades)
    : m_layout(std::move(layout)), m_words(std::move(words)), m_theme(theme),
      m_marks(theme, decades), m_decades(decades) {}

void UnrollDrawing::paintStill(QPainter& painter, const std::vector<UnrollStrip>& strips,
                               int horizon) const {
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_layout.hasDetail()) {
    paintHeader(painter);
  }
  if (strips.empty()) {
    return;
  }
  if (m_layout.hasDetail()) {
    paintColorBar(painter);
  }
  painter.setFont(m_theme.smallFont());
  for (std::size_t row = 0; row < strips.size(); ++row) {
    const QRectF place = m_layout.strip(row);
    painter.setPen(m_theme.colorOf(strips[row].precision));
    painter.drawText(QRectF(0, place.top() - 10, m_layout.leftColumn() - 6, place.height() + 20),
                     Qt::AlignRight | Qt::AlignVCenter, precisionName(strips[row].precision));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const UnrollCell& cell : strips[row].cells) {
      const double left = m_layout.timeToX(cell.first - 0.5);
      const double right = m_layout.timeToX(cell.last + 0.5);
      m_marks.paintCell(painter, QRectF(left, place.top(), right - left, place.height()), cell);
    }
    painter.setRenderHint(QPainter::Antialiasing);
  }
  painter.setPen(m_theme.mutedText);
  for (const auto& [t, words] : labelsOfEnds(horizon)) {
    painter.drawText(labelOfStep(t, words), Qt::AlignCenter, words);
  }
}

QRectF UnrollDrawing::labelOfStep(int t, const QString& words) const {
  const QRectF line = m_layout.stripLabels();
  const double width = QFontMetricsF(m_theme.smallFont()).horizontalAdvance(words) + 4;
  const double left = std::min(m_layout.timeToX(t) - width / 2, line.right() - width - 2);
  return {left, line.top(), width, line.height()};
}

void UnrollDrawing::paintHeader(QPainter& painter) const {
  painter.setFont(m_theme.titleFont());
  painter.setPen(m_theme.text);
  painter.drawText(m_layout.title(), Qt::AlignLeft | Qt::AlignVCenter, m_words.title);
  for (std::size_t k = 0; k < m_layout.legend().size(); ++k) {
    const QRectF mark = m_layout.legend()[k];
    UnrollNode node{legendClasses[k], 0, std::numeric_limits<double>::quiet_NaN()};
    m_marks.paintNode(painter, mark.center(), mark.width() * 0.46, node);
    painter.setFont(m_theme.font);
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(mark.right() + 4, mark.top() - 10, 1e4, mark.height() + 20),
                     Qt::AlignLeft | Qt::AlignVCenter, m_words.legend[static_cast<qsizetype>(k)]);
  }
  painter.setFont(m_theme.smallFont());
  painter.setPen(m_theme.mutedText);
  const QFontMetrics metrics(m_theme.smallFont());
  for (const auto& [place, words] : {std::pair(m_layout.caption(), m_words.caption),
                                     std::pair(m_layout.notes(), m_words.notes)}) {
    if (!words.isEmpty()) {
      painter.drawText(place, Qt::AlignLeft | Qt::AlignTop,
                       brokenAtDots(words, metrics, static_cast<int>(place.width())));
    }
  }
}

void UnrollDrawing::paintColorBar(QPainter& painter) const {
  const QRectF bar = m_layout.colorBar();
  const bool dark = m_theme.isDark();
  constexpr int bands = 64;
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (int k = 0; k < bands; ++k) {
    const double height = bar.height() / bands;
    const double log10 = m_decades * (1 - 2 * (k + 0.5) / bands);
    painter.fillRect(QRectF(bar.left(), bar.top() + k * height, bar.width(), height + 0.6),
                     magnitudeColor(log10, m_decades, dark));
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(m_theme.mutedText, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
  painter.setFont(m_theme.smallFont());
  const QFontMetricsF metrics(m_theme.smallFont());
  const int halves = bar.height() > 5.5 * metrics.height() ? 2 : 1;
  for (int k = -halves; k <= halves; ++k) {
    const double decade = m_decades * k / halves;
    const double y = bar.center().y() - bar.height() / 2 * decade / m_decades;
    painter.setPen(QPen(m_theme.mutedText, 1));
    painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 4, y));
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(bar.right() + 6, y - metrics.height(), 1e3, 2 * metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("10") + superscript(std::lround(decade)));
  }
  const QString quantity = QStringLiteral("‖∂L/∂hₜ‖₂");
  const double width = metrics.horizontalAdvance(quantity);
  const double left =
      std::min(bar.left(), m_layout.stripLabels().right() - width - metrics.averageCharWidth());
  painter.drawText(QRectF(left, bar.top() - UnrollLayout::liftOfBarTitle * metrics.height(),
                          width + 4, metrics.height()),
                   Qt::AlignLeft | Qt::AlignVCenter, quantity);
}

void UnrollDrawing::paintMoving(QPainter& painter, const UnrollPicture& picture,
                                const QStringList& readings, const QString& cursorWords,
                                bool playing) const {
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_layout.hasDetail()) {
    UnrollDetail(painter, m_layout, m_theme, m_marks, picture).paint(readings, playing);
  }
  paintPlaceInStrips(painter, picture, cursorWords, playing);
}

void UnrollDrawing::paintPlaceInStrips(QPainter& painter, const UnrollPicture& picture,
                                       const QString& cursorWords, bool playing) const {
  const QRectF strips = m_layout.strips();
  const double x = m_layout.timeToX(picture.cursor);
  if (playing) {
    QColor veil = m_theme.background;
    veil.setAlpha(205);
    const auto cover = [&](double from, double to) {
      const double left = m_layout.timeToX(from);
      painter.fillRect(QRectF(left, strips.top(), m_layout.timeToX(to) - left, strips.height()),
                       veil);
    };
    cover(0.5, picture.cursor - 0.5);
    if (picture.bidirectional) {
      const double from = std::max(picture.cursor, picture.horizon + 2 - picture.cursor) - 0.5;
      cover(from, picture.horizon + 0.5);
    }
  }
  if (m_layout.hasDetail()) {
    paintFrameOfDetail(painter, picture.range);
  }
  painter.setPen(QPen(m_theme.cursor, std::max(1.5, m_theme.lineWidth)));
  painter.drawLine(QPointF(x, strips.top() - 2), QPointF(x, strips.bottom() + 2));
  QFont bold = m_theme.smallFont();
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(m_theme.text);
  const QRectF line = m_layout.stripLabels();
  const double length = QFontMetricsF(bold).horizontalAdvance(cursorWords) + 8;
  const double textLeft =
      std::clamp(x - length / 2, strips.left(), std::max(strips.left(), line.right() - length - 2));
  const QRectF plate(textLeft, line.top(), length, line.height());
  painter.fillRect(plate, m_theme.background);
  for (const auto& [t, words] : labelsOfEnds(picture.horizon)) {
    // All of a label gives way, not the end alone that the plate covers.
    const QRectF label = labelOfStep(t, words);
    if (label.intersects(plate)) {
      painter.fillRect(label, m_theme.background);
    }
  }
  painter.drawText(plate, Qt::AlignCenter, cursorWords);
}

/// Which of all steps the detail above shows.
void UnrollDrawing::paintFrameOfDetail(QPainter& painter, StepRange range) const {
  const QRectF strips = m_layout.strips();
  const double left = m_layout.timeToX(range.first - 0.5);
  const double right = m_layout.timeToX(range.last + 0.5);
  // A thousand steps a pixel leave no frame to be seen.
  const double width = std::max(right - left, 5.0);
  const QRectF frame((left + right - width) / 2, strips.top() - 2, width, strips.height() + 2);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(m_theme.cursor, std::max(1.2, m_theme.lineWidth * 0.8)));
  painter.drawRect(frame);
  painter.setPen(QPen(m_theme.grid.darker(110), 1));
  const double under = m_layout.detail().bottom() + 2;
  painter.drawLine(frame.topLeft(), QPointF(m_layout.detail().left(), under));
  painter.drawLine(frame.topRight(), QPointF(m_layout.detail().right(), under));
}

} // namespace backflow
