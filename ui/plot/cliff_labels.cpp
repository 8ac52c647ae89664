// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cliff_labels.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr double gapToMark = 6;
constexpr double gapToBorder = 4;

QSizeF sizeOf(const QCPItemText* text) {
  return QFontMetrics(text->font()).size(0, text->text()).grownBy(text->padding());
}

} // namespace

CliffLabels::CliffLabels(QCustomPlot& plot)
    : m_plot(plot), m_arrowHalo(new QCPItemLine(&plot)), m_arrow(new QCPItemLine(&plot)),
      m_startText(text("startText")), m_exitText(text("exitText")) {
  m_arrow->setObjectName(QStringLiteral("exitArrow"));
  for (QCPItemLine* line : {m_arrow, m_arrowHalo}) {
    line->start->setType(QCPItemPosition::ptAbsolute);
    line->end->setType(QCPItemPosition::ptAbsolute);
  }
  hide();
}

QCPItemText* CliffLabels::text(const char* name) {
  auto* result = new QCPItemText(&m_plot);
  result->setObjectName(QString::fromLatin1(name));
  result->position->setType(QCPItemPosition::ptAbsolute);
  result->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  result->setPadding({4, 1, 4, 1});
  return result;
}

void CliffLabels::setTheme(const Theme& theme) {
  m_markerSize = theme.markerSize;
  m_arrow->setPen(QPen(theme.float32, theme.lineWidth * 1.3));
  m_arrowHalo->setPen(QPen(theme.background, theme.lineWidth * 1.3 + 3));
  for (QCPItemLine* line : {m_arrow, m_arrowHalo}) {
    line->setHead(
        QCPLineEnding(QCPLineEnding::esSpikeArrow, theme.markerSize * 1.2, theme.markerSize * 1.6));
  }
  for (QCPItemText* label : {m_startText, m_exitText}) {
    label->setFont(theme.smallFont());
    label->setColor(theme.text);
    label->setBrush(theme.background);
  }
}

void CliffLabels::show(CliffPoint start, const QString& startWord,
                       const std::optional<CliffExit>& exit, const QString& exitWords) {
  m_start = start;
  m_exit = exit;
  m_startText->setText(startWord);
  m_exitText->setText(exitWords);
  m_startText->setVisible(true);
  m_exitText->setVisible(exit.has_value());
  m_arrow->setVisible(exit.has_value());
  m_arrowHalo->setVisible(exit.has_value());
}

void CliffLabels::hide() {
  m_exit.reset();
  m_startText->setVisible(false);
  m_exitText->setVisible(false);
  m_arrow->setVisible(false);
  m_arrowHalo->setVisible(false);
}

void CliffLabels::place() {
  if (!m_startText->visible()) {
    return;
  }
  const QRectF room = QRectF(m_plot.axisRect()->rect())
                          .adjusted(gapToBorder, gapToBorder, -gapToBorder, -gapToBorder);
  const QRectF taken = placeStart(room);
  if (m_exit) {
    placeArrow();
    m_exitText->position->setCoords(labelBeside(pixelOf(m_exit->border), sizeOf(m_exitText),
                                                gapToMark + 2 * m_markerSize, room, taken)
                                        .topLeft());
  }
}

/// The rectangle that the word and its mark take.
QRectF CliffLabels::placeStart(const QRectF& room) {
  const QPointF start = pixelOf(m_start);
  const QRectF exitWay =
      m_exit ? QRectF(pixelOf(m_exit->from), pixelOf(m_exit->border)).normalized() : QRectF();
  const QRectF word =
      labelBeside(start, sizeOf(m_startText), gapToMark + m_markerSize, room, exitWay);
  m_startText->position->setCoords(word.topLeft());
  const double reach = m_markerSize;
  return word.united(QRectF(start - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)));
}

void CliffLabels::placeArrow() {
  const QPointF border = pixelOf(m_exit->border);
  const QPointF way = border - pixelOf(m_exit->from);
  const double length = std::max(1.0, std::hypot(way.x(), way.y()));
  const double shown = std::min(length, 5 * m_markerSize);
  for (QCPItemLine* line : {m_arrow, m_arrowHalo}) {
    line->start->setCoords(border - way * (shown / length));
    line->end->setCoords(border);
  }
}

QPointF CliffLabels::pixelOf(CliffPoint point) const {
  return {m_plot.xAxis->coordToPixel(point.w), m_plot.yAxis->coordToPixel(point.b)};
}

} // namespace backflow
