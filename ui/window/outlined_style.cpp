// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outlined_style.h"

#include "ui/panel/appearance.h"

#include <QPainter>
#include <QStyleOption>

namespace backflow {

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                  QPainter* painter, const QWidget* widget) const {
  QProxyStyle::drawPrimitive(element, option, painter, widget);
  const bool isBox = element == PE_IndicatorCheckBox;
  if (!isBox && element != PE_IndicatorRadioButton) {
    return;
  }
  const bool isEnabled = option->state.testFlag(State_Enabled);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(lineColor(option->palette, isEnabled ? 0.55 : 0.3), 1));
  painter->setBrush(Qt::NoBrush);
  const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
  if (isBox) {
    painter->drawRoundedRect(frame, 1, 1);
  } else {
    painter->drawEllipse(frame);
  }
  painter->restore();
}

} // namespace backflow
