// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/caption_line.h"

#include "ui/panel/appearance.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace backflow {

CaptionLine::CaptionLine(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CaptionLine::setNote(const QString& note) {
  if (note != m_note) {
    m_note = note;
    showText();
  }
}

void CaptionLine::setProblem(const QString& problem) {
  if (problem != m_problem) {
    m_problem = problem;
    showText();
  }
}

void CaptionLine::showText() {
  setAccessibleName(text());
  updateToolTip();
  update();
}

void CaptionLine::updateToolTip() {
  const QFontMetrics metrics(captionFont(font()));
  setToolTip(metrics.horizontalAdvance(text()) > width() ? text() : QString());
}

QSize CaptionLine::sizeHint() const {
  return {0, QFontMetrics(captionFont(font())).height()};
}

QSize CaptionLine::minimumSizeHint() const {
  return sizeHint();
}

void CaptionLine::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) {
    updateGeometry();
    updateToolTip();
  }
  QWidget::changeEvent(event);
}

void CaptionLine::resizeEvent(QResizeEvent* event) {
  updateToolTip();
  QWidget::resizeEvent(event);
}

void CaptionLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(captionFont(font()));
  painter.setPen(showsProblem() ? errorColor(palette()) : quietTextColor(palette()));
  const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, width());
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace backflow
