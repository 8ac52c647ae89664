// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_points.h"

#include "ui/plot/straight_stretches.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

/// Of a curve with so few points none is left out.
constexpr std::size_t fewPoints = 300;
constexpr double unseenPartOfDot = 0.05;

/// A band over seeds that begins at zero has no lower edge.
double heightOf(const NormCurve& curve, std::size_t index, double belowAll) {
  if (curve.role == CurveRole::SeedLower) {
    const double log2 = curve.values->log2[index];
    if (log2 < 0 && std::isinf(log2)) {
      return belowAll;
    }
  }
  return curve.log10()[index];
}

/// A smooth curve has long straight stretches, and dashes along many short pieces take long.
CurvePoints thinned(CurvePoints points, double dotHeight) {
  CurvePoints result;
  for (const std::size_t k :
       withoutStraightStretches(points.times, points.heights, unseenPartOfDot * dotHeight)) {
    result.times.push_back(points.times[k]);
    result.heights.push_back(points.heights[k]);
  }
  return result;
}

std::size_t indexOf(double time) {
  return static_cast<std::size_t>(std::max(0.0, time - 1));
}

} // namespace

CurvePoints linePoints(const NormCurve& curve, const PlotGrain& grain, double belowAll) {
  CurvePoints points;
  for (const std::size_t index :
       curve.values->levels.pointsOf(curve.log10(), indexOf(std::floor(grain.steps.first)),
                                     indexOf(std::ceil(grain.steps.last)), grain.columns)) {
    points.times.push_back(static_cast<double>(index) + 1);
    points.heights.push_back(heightOf(curve, index, belowAll));
  }
  return points.times.size() <= fewPoints ? points : thinned(std::move(points), grain.dotHeight);
}

CurvePoints lonePoints(const NormCurve& curve, const PlotGrain& grain) {
  const std::vector<int>& all = curve.values->isolated;
  const auto heightAt = [&](int t) {
    return curve.log10()[static_cast<std::size_t>(t) - 1];
  };
  const auto end = std::upper_bound(all.begin(), all.end(), grain.steps.last);
  const double column =
      std::max(1.0, (grain.steps.last - grain.steps.first) / static_cast<double>(grain.columns));
  CurvePoints points;
  for (auto next = std::lower_bound(all.begin(), all.end(), grain.steps.first); next != end;) {
    const auto columnEnd = std::lower_bound(next, end, *next + column);
    const auto [lowest, highest] = std::minmax_element(
        next, columnEnd, [&](int a, int b) { return heightAt(a) < heightAt(b); });
    for (const int t : {std::min(*lowest, *highest), std::max(*lowest, *highest)}) {
      if (points.times.empty() || points.times.back() != t) {
        points.times.push_back(t);
        points.heights.push_back(heightAt(t));
      }
    }
    next = columnEnd;
  }
  return points;
}

} // namespace backflow
