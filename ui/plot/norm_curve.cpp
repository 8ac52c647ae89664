// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

namespace {

constexpr double noValue = std::numeric_limits<double>::quiet_NaN();
constexpr double log10Of2 = 0.30102999566398119521;

std::vector<int> isolatedPoints(const std::vector<double>& values) {
  std::vector<int> result;
  const auto has = [&](std::size_t k) {
    return k < values.size() && !std::isnan(values[k]);
  };
  for (std::size_t k = 0; k < values.size(); ++k) {
    // k − 1 of 0 wraps to a number beyond the end, where there is no point either.
    if (has(k) && !has(k - 1) && !has(k + 1)) {
      result.push_back(static_cast<int>(k) + 1);
    }
  }
  return result;
}

NormCurve curveWith(CurveRole role, Precision precision, CurveValues values) {
  values.isolated = isolatedPoints(values.log10);
  values.levels = CurveLevels(values.log10);
  NormCurve curve;
  curve.role = role;
  curve.precision = precision;
  curve.values = std::make_shared<const CurveValues>(std::move(values));
  return curve;
}

} // namespace

bool isPart(CurveRole role) {
  switch (role) {
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

double drawableLog10(double norm) {
  return norm > 0 && std::isfinite(norm) ? std::log10(norm) : noValue;
}

NormCurve curveOf(const std::vector<double>& norms, CurveRole role, Precision precision) {
  CurveValues values;
  values.norms = norms;
  values.log10.resize(norms.size());
  std::transform(norms.begin(), norms.end(), values.log10.begin(), drawableLog10);
  return curveWith(role, precision, std::move(values));
}

NormCurve curveOfLog2(const std::vector<double>& log2, CurveRole role) {
  CurveValues values;
  values.log2 = log2;
  values.log10.reserve(log2.size());
  for (const double value : log2) {
    values.log10.push_back(std::isfinite(value) ? value * log10Of2 : noValue);
  }
  return curveWith(role, Precision::Float64, std::move(values));
}

} // namespace backflow
