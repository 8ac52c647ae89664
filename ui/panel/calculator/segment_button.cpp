// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/segment_button.h"

#include <QPainter>

namespace backflow {

SegmentButton::SegmentButton(const QString& name, QWidget* parent) : QToolButton(parent) {
  setObjectName(name);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
}

void SegmentButton::paintEvent(QPaintEvent* event) {
  QToolButton::paintEvent(event);
  if (!isChecked()) {
    return;
  }
  constexpr double width = 2;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(palette().color(QPalette::Highlight), width));
  painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                          width, width);
}

} // namespace backflow
