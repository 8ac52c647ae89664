// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

/// The part of the time axis that is in sight, in steps. Plots over time show the same part.
struct TimeStretch {
  double first = 1;
  double last = 1;
  bool operator==(const TimeStretch&) const = default;
};

/// All steps of 1..T, with some air on both sides.
TimeStretch wholeStretch(int horizon);

/// Stretched by `factor` about a time that stays where it is: below 1 fewer steps are in sight. It
/// stays within the whole, and never shows less than a few steps.
TimeStretch zoomed(const TimeStretch& stretch, int horizon, double about, double factor);

/// Moved by so many steps, as far as there are any.
TimeStretch moved(const TimeStretch& stretch, int horizon, double steps);

/// Moved so that time t is in its middle, unless it is in sight already.
TimeStretch withInSight(const TimeStretch& stretch, int horizon, double t);

} // namespace backflow
