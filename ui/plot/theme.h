// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QPen>

namespace backflow {

/// The two for a projector have larger type, thicker lines and more contrast.
enum class ThemeKind { Light, Dark, Projector, ProjectorDark };

/// Colours, type and lines of all plots, on the screen and in exported pictures. Curves have the
/// colours of Okabe & Ito (2008), which colour-blind people tell apart, and a dash pattern each.
struct Theme {
  ThemeKind kind = ThemeKind::Light;
  QColor background;
  QColor text;
  QColor mutedText;
  QColor grid;
  QColor cursor;
  QColor reference;
  QColor float64;
  QColor float32;
  QColor bfloat16;
  QColor float16;
  QFont font;
  double lineWidth = 1.6;
  double markerSize = 8;

  /// Whether it is light on dark.
  bool isDark() const { return kind == ThemeKind::Dark || kind == ThemeKind::ProjectorDark; }
  bool isForProjector() const {
    return kind == ThemeKind::Projector || kind == ThemeKind::ProjectorDark;
  }
  QColor colorOf(Precision precision) const;
  QPen penOf(Precision precision) const;
  QPen referencePen() const;
  /// The first or the second of the two parts that a gradient is made of.
  QPen partPen(bool isFirst) const;
  /// What theory says: the bound, or the asymptote.
  QPen theoryPen(bool isBound) const;
  /// Of cells that are compared.
  QPen cellPen(CellKind cell) const;
  /// What clipping changed, as it was before.
  QPen beforeClipPen(Precision precision) const;
  /// Of runs that are pinned, by their slot: muted, so that the live curves stand out.
  QColor pinnedColor(int slot) const;
  QPen pinnedPen(int slot) const;
  /// Of a curve over many seeds.
  QPen seedMedianPen() const;
  QPen seedQuartilePen() const;
  QColor seedBandColor() const;
  /// An entry of a legend whose curve is hidden.
  QColor hiddenColor() const;
  /// `color` as a tint of the background.
  QColor tint(const QColor& color, double strength) const;
  QFont titleFont() const;
  QFont smallFont() const;
};

/// The same on white.
ThemeKind lightOf(ThemeKind kind);

/// `fontScale` multiplies every size of type.
Theme themeOf(ThemeKind kind, double fontScale = 1);

/// The palette of the widgets around the plots.
QPalette paletteOf(const Theme& theme);

} // namespace backflow
