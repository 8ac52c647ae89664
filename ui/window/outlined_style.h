// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace backflow {

/// Fusion, but for what it draws too faintly on a dark window: it outlines the boxes of check boxes
/// and radio buttons darker than the window, where nobody sees them.
class OutlinedStyle : public QProxyStyle {
  Q_OBJECT

 public:
  OutlinedStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
};

} // namespace backflow
