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

void CaptionLine::setNote(const QString& note, const QString& brief, const QString& least) {
  if (note != m_note || brief != m_brief || least != m_least) {
    m_note = note;
    m_brief = brief;
    m_least = least;
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
  setToolTip(shownText() == text() ? QString() : text());
}

QString CaptionLine::shownText() const {
  const QFontMetrics metrics(captionFont(font()));
  QString words = text();
  for (const QString& shorter : {m_brief, m_least}) {
    const bool isTooLong = metrics.horizontalAdvance(words) > width();
    if (isTooLong && !showsProblem() && !shorter.isEmpty()) {
      words = shorter;
    }
  }
  return metrics.elidedText(words, Qt::ElideRight, width());
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
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shownText());
}

} // namespace backflow
