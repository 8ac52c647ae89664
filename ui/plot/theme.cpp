// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/theme.h"

#include <QGuiApplication>

namespace backflow {

QColor Theme::colorOf(Precision precision) const {
  switch (precision) {
  case Precision::Float64:
    return float64;
  case Precision::Float32:
    break;
  case Precision::BFloat16:
    return bfloat16;
  case Precision::Float16:
    return float16;
  }
  return float32;
}

QPen Theme::penOf(Precision precision) const {
  QPen pen(colorOf(precision), lineWidth);
  pen.setCapStyle(Qt::FlatCap);
  if (precision == Precision::Float32) {
    // Long dashes on top of the solid float64 curve: where both agree, both are seen.
    pen.setDashPattern({5, 4});
  } else if (precision == Precision::BFloat16) {
    pen.setDashPattern({6, 2.5, 1.5, 2.5});
  } else if (precision == Precision::Float16) {
    pen.setDashPattern({2, 2});
  }
  return pen;
}

QPen Theme::referencePen() const {
  QPen pen(reference, lineWidth * 3.6);
  pen.setCapStyle(Qt::FlatCap);
  return pen;
}

QPen Theme::beforeClipPen(Precision precision) const {
  QPen pen(tint(colorOf(precision), 0.6), lineWidth);
  pen.setCapStyle(Qt::FlatCap);
  pen.setDashPattern(precision == Precision::Float64 ? QList<qreal>{1, 2} : QList<qreal>{1, 4});
  return pen;
}

QPen Theme::partPen(bool isFirst) const {
  QPen pen(text, lineWidth);
  pen.setCapStyle(Qt::FlatCap);
  pen.setDashPattern(isFirst ? QList<qreal>{1, 2} : QList<qreal>{7, 2, 1, 2});
  return pen;
}

QPen Theme::theoryPen(bool isBound) const {
  QPen pen(mutedText, lineWidth / 1.6);
  pen.setCapStyle(Qt::FlatCap);
  pen.setDashPattern(isBound ? QList<qreal>{10, 5} : QList<qreal>{2, 5});
  return pen;
}

QPen Theme::cellPen(CellKind cell) const {
  QPen pen(text, lineWidth * 1.4);
  pen.setCapStyle(Qt::FlatCap);
  switch (cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    pen.setColor(float64);
    pen.setDashPattern({6, 2.5});
    break;
  case CellKind::Lstm:
    pen.setColor(float32);
    pen.setDashPattern({6, 2, 1.5, 2});
    break;
  }
  return pen;
}

QColor Theme::pinnedColor(int slot) const {
  // Those of Okabe & Ito that the live curves leave first, then the others.
  const QColor light[] = {QColor(0xe6, 0x9f, 0x00), QColor(0x56, 0xb4, 0xe9),
                          QColor(0xcc, 0x79, 0xa7), QColor(0x00, 0x9e, 0x73),
                          QColor(0xb8, 0xa8, 0x00), QColor(0x5a, 0x5f, 0x66)};
  const QColor dark[] = {QColor(0xd5, 0x5e, 0x00), QColor(0x2f, 0x8f, 0xd0),
                         QColor(0xcc, 0x79, 0xa7), QColor(0x00, 0x9e, 0x73),
                         QColor(0xf0, 0xe4, 0x42), QColor(0xa6, 0xac, 0xb5)};
  return tint(isDark() ? dark[slot] : light[slot], 0.85);
}

QPen Theme::pinnedPen(int slot) const {
  static const QList<qreal> dashes[] = {
      {9, 3}, {3, 2}, {8, 2.5, 2, 2.5}, {1.5, 2.5}, {12, 2, 2, 2, 2, 2}, {5, 5}};
  QPen pen(pinnedColor(slot), lineWidth);
  pen.setCapStyle(Qt::FlatCap);
  pen.setDashPattern(dashes[slot]);
  return pen;
}

QPen Theme::seedMedianPen() const {
  QPen pen(mutedText, lineWidth);
  pen.setCapStyle(Qt::FlatCap);
  return pen;
}

QPen Theme::seedQuartilePen() const {
  return {tint(mutedText, 0.5), 1};
}

QColor Theme::seedBandColor() const {
  QColor color = mutedText;
  color.setAlphaF(isDark() ? 0.28F : 0.20F);
  return color;
}

QColor Theme::hiddenColor() const {
  return tint(mutedText, 0.45);
}

QColor Theme::tint(const QColor& color, double strength) const {
  const auto mix = [&](float a, float b) {
    return static_cast<float>(strength * static_cast<double>(a) +
                              (1 - strength) * static_cast<double>(b));
  };
  return QColor::fromRgbF(mix(color.redF(), background.redF()),
                          mix(color.greenF(), background.greenF()),
                          mix(color.blueF(), background.blueF()));
}

QFont Theme::titleFont() const {
  QFont result = font;
  result.setBold(true);
  result.setPointSizeF(font.pointSizeF() * 1.15);
  return result;
}

QFont Theme::smallFont() const {
  QFont result = font;
  result.setPointSizeF(font.pointSizeF() * 0.92);
  return result;
}

ThemeKind lightOf(ThemeKind kind) {
  switch (kind) {
  case ThemeKind::Dark:
    return ThemeKind::Light;
  case ThemeKind::ProjectorDark:
    return ThemeKind::Projector;
  case ThemeKind::Light:
  case ThemeKind::Projector:
    break;
  }
  return kind;
}

Theme themeOf(ThemeKind kind, double fontScale) {
  Theme theme;
  theme.kind = kind;
  theme.font = QGuiApplication::font();
  theme.font.setPointSizeF((theme.isForProjector() ? 20 : 9.5) * fontScale);
  if (theme.isDark()) {
    theme.background = QColor(0x1b, 0x1e, 0x23);
    theme.text = QColor(0xe8, 0xe8, 0xe8);
    theme.mutedText = QColor(0xa6, 0xac, 0xb5);
    theme.grid = QColor(0x33, 0x38, 0x40);
    theme.cursor = QColor(0xf0, 0xe4, 0x42);
    theme.reference = QColor(0x5c, 0x63, 0x6e);
    theme.float64 = QColor(0x56, 0xb4, 0xe9);
    theme.float32 = QColor(0xe6, 0x9f, 0x00);
    theme.bfloat16 = QColor(0x2f, 0xc9, 0xa0);
    theme.float16 = QColor(0xe3, 0x96, 0xc2);
  } else {
    theme.background = Qt::white;
    theme.text = QColor(0x11, 0x11, 0x11);
    theme.mutedText = QColor(0x5a, 0x5f, 0x66);
    theme.grid = QColor(0xe4, 0xe6, 0xea);
    theme.cursor = QColor(0x33, 0x33, 0x33);
    theme.reference = QColor(0xbd, 0xc1, 0xc7);
    theme.float64 = QColor(0x00, 0x72, 0xb2);
    theme.float32 = QColor(0xd5, 0x5e, 0x00);
    theme.bfloat16 = QColor(0x00, 0x9e, 0x73);
    theme.float16 = QColor(0xcc, 0x79, 0xa7);
  }
  if (theme.isForProjector()) {
    if (theme.isDark()) {
      theme.background = Qt::black;
      theme.text = Qt::white;
      theme.mutedText = QColor(0xd0, 0xd0, 0xd0);
      theme.grid = QColor(0x40, 0x40, 0x40);
      theme.reference = QColor(0x80, 0x80, 0x80);
    } else {
      theme.text = Qt::black;
      theme.mutedText = QColor(0x33, 0x33, 0x33);
      theme.grid = QColor(0xcc, 0xcc, 0xcc);
      theme.reference = QColor(0xa0, 0xa0, 0xa0);
    }
    theme.lineWidth = 3.5;
    theme.markerSize = 15;
  }
  return theme;
}

QPalette paletteOf(const Theme& theme) {
  if (!theme.isDark()) {
    QPalette light(QColor(0xef, 0xf0, 0xf2));
    light.setColor(QPalette::Highlight, QColor(0x00, 0x72, 0xb2));
    light.setColor(QPalette::HighlightedText, Qt::white);
    return light;
  }
  const QColor window(0x26, 0x2a, 0x31);
  QPalette dark(QColor(0x35, 0x3a, 0x43), window);
  dark.setColor(QPalette::WindowText, theme.text);
  dark.setColor(QPalette::Text, theme.text);
  dark.setColor(QPalette::ButtonText, theme.text);
  dark.setColor(QPalette::Base, theme.background);
  dark.setColor(QPalette::AlternateBase, window);
  dark.setColor(QPalette::ToolTipBase, window);
  dark.setColor(QPalette::ToolTipText, theme.text);
  dark.setColor(QPalette::PlaceholderText, theme.mutedText);
  dark.setColor(QPalette::Highlight, QColor(0x2f, 0x7f, 0xb8));
  dark.setColor(QPalette::HighlightedText, Qt::white);
  dark.setColor(QPalette::Link, theme.float64);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    dark.setColor(QPalette::Disabled, role, QColor(0x7b, 0x80, 0x88));
  }
  return dark;
}

} // namespace backflow
