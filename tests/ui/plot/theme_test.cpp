// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/theme.h"
#include "ui/state/pinned_run.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backflow {
namespace {

double distanceOf(const QColor& one, const QColor& other) {
  return std::hypot(one.red() - other.red(), one.green() - other.green(),
                    one.blue() - other.blue());
}

// A pinned curve stands beside live ones of float32 and float64 in every look of the window.
TEST(Theme, PinsHaveOtherColorsThanTheLiveCurves) {
  for (const ThemeKind kind :
       {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector, ThemeKind::ProjectorDark}) {
    const Theme theme = themeOf(kind);
    for (int slot = 0; slot < mostPinnedRuns; ++slot) {
      for (const Precision precision : {Precision::Float32, Precision::Float64}) {
        EXPECT_GT(distanceOf(theme.pinnedColor(slot), theme.colorOf(precision)), 45)
            << static_cast<int>(kind) << ", " << slot;
      }
    }
  }
}

// The view for a projector is the same in larger type, with more contrast.
TEST(Theme, IsAsDarkOnAProjectorAsInTheWindow) {
  const Theme window = themeOf(ThemeKind::Dark);
  const Theme projector = themeOf(ThemeKind::ProjectorDark);
  EXPECT_TRUE(projector.isDark());
  EXPECT_EQ(projector.seedBandColor().alpha(), window.seedBandColor().alpha());
  for (int slot = 0; slot < mostPinnedRuns; ++slot) {
    EXPECT_LT(distanceOf(projector.pinnedColor(slot), window.pinnedColor(slot)), 15) << slot;
  }
}

} // namespace
} // namespace backflow
