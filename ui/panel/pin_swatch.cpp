// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/pin_swatch.h"

#include "ui/panel/appearance.h"

#include <QPainter>

namespace backflow {

void PinSwatch::showLine(QChar letter, const QPen& pen, const QColor& paper) {
  m_letter = letter;
  m_pen = pen;
  m_paper = paper;
  update();
}

QSize PinSwatch::sizeHint() const {
  return {fontMetrics().horizontalAdvance(QLatin1Char('M')) + 46, fontMetrics().height()};
}

void PinSwatch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QFont bold = font();
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(palette().color(QPalette::WindowText));
  const int letterWidth = fontMetrics().horizontalAdvance(QLatin1Char('M')) + smallGap;
  painter.drawText(QRect(0, 0, letterWidth, height()), Qt::AlignCenter, m_letter);
  // On the plots' own background, where its colour is at home.
  const QRectF paper(letterWidth, height() / 2.0 - 7, width() - letterWidth, 14);
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_paper);
  painter.drawRoundedRect(paper, 2, 2);
  painter.setPen(m_pen);
  painter.drawLine(QPointF(paper.left() + 3, paper.center().y()),
                   QPointF(paper.right() - 3, paper.center().y()));
}

} // namespace backflow
