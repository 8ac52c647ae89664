// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

/// A flat curve is shown over so many decades at least, so that rounding does not look like news.
constexpr double leastDecades = 4;

/// Of another curve in the picture.
bool isPart(const NormCurve& curve) {
  switch (curve.role) {
  case CurveRole::AlongCell:
  case CurveRole::ThroughGates:
  case CurveRole::Direct:
  case CurveRole::Recurrent:
  case CurveRole::ReadsForward:
  case CurveRole::ReadsBackward:
    return true;
  case CurveRole::Run:
  case CurveRole::BeforeClip:
  case CurveRole::Reference:
  case CurveRole::Bound:
  case CurveRole::Asymptote:
  case CurveRole::OtherCell:
  case CurveRole::SeedLower:
  case CurveRole::SeedUpper:
  case CurveRole::SeedMedian:
  case CurveRole::Pinned:
    break;
  }
  return false;
}

} // namespace

void setRange(NormPicture& picture, const std::vector<RunTrace>& runs) {
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -lowest;
  const auto hold = [&](const NormCurve& curve, double from) {
    const CurveLevels& levels = curve.values->levels;
    if (!std::isnan(levels.lowest())) {
      lowest = std::min(lowest, std::max(levels.lowest(), from));
      highest = std::max(highest, levels.highest());
    }
  };
  for (const NormCurve& curve : picture.curves) {
    // What theory allows may lie far from what happens.
    if (curve.role != CurveRole::Bound && curve.role != CurveRole::Asymptote && !isPart(curve)) {
      hold(curve, -std::numeric_limits<double>::infinity());
    }
  }
  if (lowest > highest) {
    return;
  }
  // A part may be next to nothing of what it is a part of.
  const double whole = lowest - std::max(highest - lowest, leastDecades);
  for (const NormCurve& curve : picture.curves) {
    if (isPart(curve)) {
      hold(curve, whole);
    }
  }
  double floor = 0;
  double ceiling = 0;
  std::vector<Precision> precisions;
  precisions.reserve(runs.size() + picture.curves.size());
  for (const RunTrace& run : runs) {
    precisions.push_back(run.precision);
  }
  for (const NormCurve& curve : picture.curves) {
    if (curve.role == CurveRole::Pinned) {
      precisions.push_back(curve.precision);
    }
  }
  for (const Precision precision : precisions) {
    const FormatLimits limits = limitsOf(precision);
    floor = std::min(floor, std::log10(limits.smallestSubnormal) * 1.06);
    ceiling = std::max(ceiling, std::log10(limits.largest) * 1.06);
  }
  lowest = std::clamp(lowest, floor, ceiling);
  highest = std::clamp(highest, floor, ceiling);
  const double missing = std::max(0.0, leastDecades - (highest - lowest)) / 2;
  const double margin = 0.06 * std::max(highest - lowest, leastDecades);
  picture.lowest = lowest - missing - margin;
  picture.highest = highest + missing + margin;
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
