// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outlined_style.h"

#include "ui/panel/appearance.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace backflow {

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                  QPainter* painter, const QWidget* widget) const {
  QProxyStyle::drawPrimitive(element, option, painter, widget);
  const bool isBox = element == PE_IndicatorCheckBox;
  const bool isDark = option->palette.color(QPalette::Base).lightnessF() < 0.5F;
  // Fusion's own frame is darker than the window, which a dark window is already.
  const bool isField =
      element == PE_FrameLineEdit && isDark && !option->state.testFlag(State_HasFocus);
  if (!isBox && !isField && element != PE_IndicatorRadioButton) {
    return;
  }
  const bool isEnabled = option->state.testFlag(State_Enabled);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(lineColor(option->palette, isEnabled ? (isField ? 0.4 : 0.55) : 0.3), 1));
  painter->setBrush(Qt::NoBrush);
  const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
  if (isBox || isField) {
    painter->drawRoundedRect(frame, isField ? 2 : 1, isField ? 2 : 1);
  } else {
    painter->drawEllipse(frame);
  }
  painter->restore();
}

int OutlinedStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                               const QWidget* widget) const {
  const int usual = QProxyStyle::pixelMetric(metric, option, widget);
  switch (metric) {
  case PM_IndicatorWidth:
  case PM_IndicatorHeight:
  case PM_ExclusiveIndicatorWidth:
  case PM_ExclusiveIndicatorHeight:
  case PM_ButtonIconSize: {
    constexpr double ofType = 0.7;
    return widget == nullptr ? usual
                             : std::max(usual, qRound(ofType * widget->fontMetrics().height()));
  }
  default:
    return usual;
  }
}

} // namespace backflow
