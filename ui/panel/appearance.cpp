// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/appearance.h"

#include <QLabel>

namespace backflow {

namespace {

QColor mixed(const QColor& from, const QColor& to, double share) {
  const auto mix = [share](int a, int b) {
    return static_cast<int>(a + share * (b - a));
  };
  return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

} // namespace

QColor errorColor(const QPalette& palette) {
  const bool dark = palette.color(QPalette::Window).lightness() < 128;
  return dark ? QColor(0xFF, 0x8A, 0x4C) : QColor(0xD5, 0x5E, 0x00);
}

QColor quietTextColor(const QPalette& palette) {
  return lineColor(palette, 0.72);
}

void showWords(QLabel& label, const QString& words, bool isProblem) {
  QPalette colors;
  if (isProblem) {
    colors.setColor(QPalette::WindowText, errorColor(label.palette()));
  }
  label.setPalette(colors);
  label.setText(words);
  label.setToolTip(words);
}

QColor lineColor(const QPalette& palette, double strength) {
  return mixed(palette.color(QPalette::Active, QPalette::Window),
               palette.color(QPalette::Active, QPalette::WindowText), strength);
}

QFont scaledFont(QFont font, double factor) {
  if (font.pointSizeF() > 0) {
    font.setPointSizeF(font.pointSizeF() * factor);
  } else {
    font.setPixelSize(qRound(font.pixelSize() * factor));
  }
  return font;
}

QFont captionFont(const QFont& font) {
  return scaledFont(font, 0.82);
}

QFont prominentFont(const QFont& font) {
  return scaledFont(font, 1.1);
}

} // namespace backflow
