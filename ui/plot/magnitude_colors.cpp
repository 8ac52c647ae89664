// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/magnitude_colors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace backflow {

namespace {

/// From 10^−decades to 10^decades in equal steps.
using Stops = std::array<QRgb, 9>;

// The blue half of ColorBrewer's RdBu and the orange half of its PuOr (Harrower & Brewer 2003).
constexpr Stops onWhite{0xff053061, 0xff2166ac, 0xff4393c3, 0xff92c5de, 0xfff2f2f2,
                        0xfffdc67c, 0xffe08214, 0xffb35806, 0xff6b3000};
constexpr Stops onBlack{0xffc4e6ff, 0xff72bdf0, 0xff4a90c4, 0xff3f6485, 0xff3a3f47,
                        0xff7d5a35, 0xffc07a2c, 0xfff0a64d, 0xffffdfb0};

} // namespace

QColor magnitudeColor(double log10, double decades, bool onDark) {
  const Stops& stops = onDark ? onBlack : onWhite;
  const double place =
      (std::clamp(log10 / decades, -1.0, 1.0) + 1) / 2 * static_cast<double>(stops.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
  const double share = place - static_cast<double>(below);
  const auto mixed = [&](int (*channel)(QRgb)) {
    return static_cast<int>(
        std::lround(channel(stops[below]) * (1 - share) + channel(stops[below + 1]) * share));
  };
  return {mixed(qRed), mixed(qGreen), mixed(qBlue)};
}

} // namespace backflow
