// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_layout.h"

#include "ui/plot/text_breaking.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr double side = 8;
constexpr double gap = 4;
/// Of the height of the names beside them.
constexpr double leastStrip = 0.8;
constexpr double widestStrip = 1.1;
constexpr double leastRadius = 4;

} // namespace

UnrollLayout::UnrollLayout(const UnrollExtent& extent, const UnrollWords& words, const Theme& theme)
    : m_extent(extent) {
  const QFontMetrics metrics(theme.font);
  const QFontMetricsF small(theme.smallFont());
  m_lineHeight = small.height();
  // The margins of the plots over time: PlotFrame::setTheme().
  m_left = metrics.horizontalAdvance(QStringLiteral("10⁻³⁰⁰")) + metrics.height() + 22;
  m_right = metrics.averageCharWidth() * 2;
  const double top = placeHeader(words, theme);
  const double bottom = extent.size.height() - gap;

  // The strips have what they need, the detail has the rest.
  m_stripHeight = std::clamp(0.045 * extent.size.height(), leastStrip * m_lineHeight,
                             widestStrip * m_lineHeight);
  const double stripsHeight = extent.rows * (m_stripHeight + 2);
  m_stripLabels = QRectF(0, bottom - m_lineHeight, extent.size.width(), m_lineHeight);
  m_strips = QRectF(m_left, m_stripLabels.top() - 2 - stripsHeight,
                    std::max(1.0, extent.size.width() - m_left - m_right), stripsHeight);

  const double barWidth = small.horizontalAdvance(QStringLiteral("10⁻³²⁰")) + m_lineHeight + side;
  const double barLeft = extent.size.width() - m_right - barWidth;
  const double detailBottom = m_strips.top() - 2.5 * gap;
  m_detail = QRectF(m_left, top, std::max(1.0, barLeft - 2 * side - m_left),
                    std::max(1.0, detailBottom - top));

  const double above = extent.hasUpperPaths ? 0.9 * m_lineHeight : 3;
  const double below = m_lineHeight + 3;
  if (m_detail.height() < extent.rows * (above + below + 2 * leastRadius)) {
    placeStripsAlone();
    return;
  }

  double labels = 2 * m_lineHeight;
  const double least = extent.rows * (2 * m_lineHeight + 12);
  if (m_detail.height() - labels < least) {
    labels = 0;
  }
  m_rowHeight = (m_detail.height() - labels) / extent.rows;
  if (labels > 0) {
    m_stateLabels = QRectF(m_detail.left(), m_detail.top(), m_detail.width(), m_lineHeight);
    m_inputLabels =
        QRectF(m_detail.left(), m_detail.bottom() - m_lineHeight, m_detail.width(), m_lineHeight);
  }
  const QString longest = QStringLiteral("h") + QString::number(extent.horizon);
  const double leastSpacing =
      std::max(3.4 * m_lineHeight, small.horizontalAdvance(longest) + m_lineHeight / 2);
  // Half a step stays free at either end, for the loss and for what goes on.
  m_detailSteps = std::clamp(static_cast<int>(m_detail.width() / leastSpacing) - 1, 1,
                             std::max(1, extent.horizon));
  m_widestSpacing = 9 * m_lineHeight;
  m_radius = std::clamp((m_rowHeight - above - below) / 2, leastRadius,
                        std::min(1.5 * m_lineHeight, 0.3 * leastSpacing));
  m_nodeInRow = above + (m_rowHeight - above - below) / 2;

  // Its title stands over it, not among the legend's words, and its last number beside its end.
  const double barTop = m_detail.top() + liftOfBarTitle * m_lineHeight;
  const double barRoom = m_detail.bottom() - m_lineHeight / 2 - barTop;
  const double barHeight = std::max(10.0, std::min(barRoom, 16 * m_lineHeight));
  m_colorBar = QRectF(barLeft, barTop + std::max(0.0, (barRoom - barHeight) / 2),
                      m_lineHeight * 0.8, barHeight);
}

void UnrollLayout::placeStripsAlone() {
  m_hasDetail = false;
  const double room = m_stripLabels.top() - 2 - gap;
  m_stripHeight = std::min(widestStrip * m_lineHeight, std::max(1.0, room / m_extent.rows - 2));
  m_strips.setTop(m_strips.bottom() - m_extent.rows * (m_stripHeight + 2));
  m_detail = QRectF(m_strips.topLeft(), QSizeF(m_strips.width(), 0));
  m_legend.clear();
}

int UnrollLayout::heightOfStrips(int rows, const Theme& theme) {
  const double line = QFontMetricsF(theme.smallFont()).height();
  return static_cast<int>(std::ceil(rows * (widestStrip * line + 2) + line + 2 + 2 * gap));
}

/// Title, then the legend beside it as far as it fits, then lines of their own.
double UnrollLayout::placeHeader(const UnrollWords& words, const Theme& theme) {
  const QFontMetricsF titleMetrics(theme.titleFont());
  const QFontMetricsF metrics(theme.font);
  const QFontMetrics small(theme.smallFont());
  const double width = m_extent.size.width() - side;
  const double line = std::max(titleMetrics.height(), metrics.height()) + 2;
  m_title = QRectF(side, 2, titleMetrics.horizontalAdvance(words.title) + 2, line);
  double x = m_title.right() + 2 * side;
  double y = m_title.top();
  const double mark = metrics.height() * 0.95;
  for (const QString& entry : words.legend) {
    const double length = mark + gap + metrics.horizontalAdvance(entry);
    if (x + length > width && x > side) {
      x = side;
      y += line;
    }
    m_legend.emplace_back(x, y + (line - mark) / 2, mark, mark);
    x += length + 2 * side;
  }
  y += line;
  const auto lines = [&](const QString& text) {
    const int room = static_cast<int>(width - side);
    const auto count = text.isEmpty() ? 0 : brokenAtDots(text, small, room).count(QChar('\n')) + 1;
    const QRectF result(side, y, room, static_cast<double>(count) * small.lineSpacing());
    y += result.height();
    return result;
  };
  m_caption = lines(words.caption);
  m_notes = lines(words.notes);
  return y + gap;
}

double UnrollLayout::spacing(StepRange range) const {
  return std::min(m_detail.width() / (range.count() + 1), m_widestSpacing);
}

QPointF UnrollLayout::node(std::size_t row, int t, StepRange range) const {
  const double middle = (range.first + range.last) / 2.0;
  const double top = m_stateLabels.isEmpty() ? m_detail.top() : m_stateLabels.bottom();
  return {m_detail.center().x() + (t - middle) * spacing(range),
          top + static_cast<double>(row) * m_rowHeight + m_nodeInRow};
}

QRectF UnrollLayout::underRow(std::size_t row) const {
  const double top = m_stateLabels.isEmpty() ? m_detail.top() : m_stateLabels.bottom();
  const double bottom = top + static_cast<double>(row + 1) * m_rowHeight;
  return {m_detail.left(), bottom - m_lineHeight - 1, m_detail.width(), m_lineHeight};
}

QRectF UnrollLayout::strip(std::size_t row) const {
  return {m_strips.left(), m_strips.top() + static_cast<double>(row) * (m_stripHeight + 2),
          m_strips.width(), m_stripHeight};
}

double UnrollLayout::timeToX(double t) const {
  // The range of the plots over time: PlotFrame::setRanges().
  const double margin = std::max(0.5, 0.012 * m_extent.horizon);
  return m_strips.left() +
         (t - 1 + margin) / (m_extent.horizon - 1 + 2 * margin) * m_strips.width();
}

int UnrollLayout::stepInDetail(double x, StepRange range) const {
  const double middle = (range.first + range.last) / 2.0;
  const double t = middle + (x - m_detail.center().x()) / spacing(range);
  return static_cast<int>(std::lround(std::clamp<double>(t, range.first, range.last)));
}

int UnrollLayout::stepInStrips(double x) const {
  const double perStep = timeToX(2) - timeToX(1);
  const double t = 1 + (x - timeToX(1)) / perStep;
  return static_cast<int>(std::lround(std::clamp<double>(t, 1, m_extent.horizon)));
}

} // namespace backflow
