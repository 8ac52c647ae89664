// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace backflow {

/// Fusion, but for what it draws too faintly on a dark window: it outlines the boxes of check boxes
/// and radio buttons darker than the window, where nobody sees them. And those boxes and the
/// pictures on buttons grow with the type beside them, to be seen from the last row.
class OutlinedStyle : public QProxyStyle {
  Q_OBJECT

 public:
  OutlinedStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                  const QWidget* widget = nullptr) const override;
};

} // namespace backflow
