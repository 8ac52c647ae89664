// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

/// A flat curve is shown over so many decades at least, so that rounding does not look like news.
constexpr double leastDecades = 4;

struct Extent {
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -std::numeric_limits<double>::infinity();

  bool isEmpty() const { return lowest > highest; }
  double size() const { return std::max(highest - lowest, leastDecades); }

  void hold(const NormCurve& curve, double from = -std::numeric_limits<double>::infinity()) {
    const CurveLevels& levels = curve.values->levels;
    if (!std::isnan(levels.lowest())) {
      lowest = std::min(lowest, std::max(levels.lowest(), from));
      highest = std::max(highest, levels.highest());
    }
  }

  /// No more than a little beyond what a precision can hold.
  void clampTo(const std::vector<Precision>& precisions) {
    double floor = 0;
    double ceiling = 0;
    for (const Precision precision : precisions) {
      const FormatLimits limits = limitsOf(precision);
      floor = std::min(floor, std::log10(limits.smallestSubnormal) * 1.06);
      ceiling = std::max(ceiling, std::log10(limits.largest) * 1.06);
    }
    lowest = std::clamp(lowest, floor, ceiling);
    highest = std::clamp(highest, floor, ceiling);
  }

  void widen() {
    const double missing = std::max(0.0, leastDecades - (highest - lowest)) / 2;
    lowest -= missing;
    highest += missing;
  }

  /// By what `other` has beyond it, but to no more than twice its size.
  void widenTowards(const Extent& other) {
    const double half = size() / 2;
    const double below = std::max(0.0, lowest - other.lowest);
    const double above = std::max(0.0, other.highest - highest);
    lowest -= std::min(below, std::max(half, 2 * half - above));
    highest += std::min(above, std::max(half, 2 * half - below));
  }
};

/// Of the run that is shown, without those pinned to compare it with.
Extent ownExtent(const NormPicture& picture) {
  Extent extent;
  for (const NormCurve& curve : picture.curves) {
    // What theory allows may lie far from what happens.
    if (curve.role != CurveRole::Bound && curve.role != CurveRole::Asymptote &&
        curve.role != CurveRole::Pinned && !isPart(curve.role)) {
      extent.hold(curve);
    }
  }
  if (!extent.isEmpty()) {
    // A part may be next to nothing of what it is a part of.
    const double whole = extent.lowest - extent.size();
    for (const NormCurve& curve : picture.curves) {
      if (isPart(curve.role)) {
        extent.hold(curve, whole);
      }
    }
  }
  return extent;
}

} // namespace

void setRange(NormPicture& picture, const std::vector<RunTrace>& runs) {
  std::vector<Precision> precisions;
  precisions.reserve(runs.size() + picture.curves.size());
  for (const RunTrace& run : runs) {
    precisions.push_back(run.precision);
  }
  Extent extent = ownExtent(picture);
  Extent pinned;
  if (!extent.isEmpty()) {
    extent.clampTo(precisions);
    extent.widen();
  }
  for (const NormCurve& curve : picture.curves) {
    if (curve.role == CurveRole::Pinned) {
      pinned.hold(curve);
      precisions.push_back(curve.precision);
    }
  }
  if (!pinned.isEmpty()) {
    pinned.clampTo(precisions);
  }
  if (extent.isEmpty()) {
    extent = pinned;
    if (extent.isEmpty()) {
      return;
    }
    extent.widen();
  } else if (!pinned.isEmpty()) {
    extent.widenTowards(pinned);
  }
  const double margin = 0.06 * extent.size();
  picture.lowest = extent.lowest - margin;
  picture.highest = extent.highest + margin;
  // Where zeros or infinities are drawn, the edge of the plot is theirs.
  const auto has = [&](SpanKind kind) {
    return std::any_of(picture.spans.begin(), picture.spans.end(),
                       [&](const NormSpan& span) { return span.kind == kind; });
  };
  const double edge = 0.08 * (picture.highest - picture.lowest);
  picture.lowest -= has(SpanKind::Zero) ? edge : 0;
  picture.highest += has(SpanKind::Inf) ? edge : 0;
}

} // namespace backflow
