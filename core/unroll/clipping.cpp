// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/clipping.h"

#include "core/numeric/emulated.h"

#include "core/numeric/measure.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

template <class Scalar> double trueNorm(const GradientList<Scalar>& gradient) {
  std::vector<double> norms;
  norms.reserve(gradient.size());
  for (const auto& matrix : gradient) {
    norms.push_back(scaledNorm(matrix.data(), matrix.size()));
  }
  return scaledNorm(norms.data(), static_cast<std::ptrdiff_t>(norms.size()));
}

template <class Scalar> double largestEntry(const GradientList<Scalar>& gradient) {
  double largest = 0;
  for (const auto& matrix : gradient) {
    for (const Scalar entry : matrix.reshaped()) {
      largest = std::max(largest, std::abs(static_cast<double>(entry)));
    }
  }
  return largest;
}

template <class Scalar> Event clipEvent(EventKind kind, Cause cause) {
  Event event;
  event.kind = kind;
  event.phase = Phase::Clip;
  event.precision = precisionOf<Scalar>();
  event.quantity = kind == EventKind::ClipNonfinite ? "gradient" : "norm";
  event.cause = std::move(cause);
  return event;
}

template <class Scalar>
void clipByNorm(double threshold, GradientList<Scalar>& gradient, ClipResult& result) {
  const Scalar norm = frameworkNorm(gradient);
  const double exactNorm = trueNorm(gradient);
  const double largest = largestEntry(gradient);
  const auto simulated = static_cast<double>(norm);
  const Scalar coefficient = clipCoefficient(threshold, norm);
  if (!std::isfinite(exactNorm)) {
    result.events.push_back(clipEvent<Scalar>(EventKind::ClipNonfinite,
                                              {CauseKind::Inherited, "threshold", threshold, "norm",
                                               simulated, static_cast<double>(coefficient)}));
  } else if (std::isinf(norm)) {
    result.events.push_back(
        clipEvent<Scalar>(EventKind::NormOverflow, {CauseKind::SquareOverflow, "largest entry",
                                                    largest, "norm", exactNorm, simulated}));
  } else if (norm == Scalar(0) && exactNorm > 0) {
    result.events.push_back(
        clipEvent<Scalar>(EventKind::NormUnderflow, {CauseKind::SquareUnderflow, "largest entry",
                                                     largest, "norm", exactNorm, simulated}));
  }
  const bool hadNan = std::isnan(exactNorm);
  for (auto& matrix : gradient) {
    if (coefficient != Scalar(1)) {
      matrix *= coefficient;
    }
  }
  if (!hadNan && std::isnan(trueNorm(gradient))) {
    result.events.push_back(clipEvent<Scalar>(
        EventKind::NanOnset,
        {CauseKind::ZeroTimesInf, "coefficient", static_cast<double>(coefficient), "gradient",
         std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}));
    result.events.back().quantity = "gradient";
  }
  result.record = {simulated, static_cast<double>(frameworkNorm(gradient)),
                   static_cast<double>(coefficient)};
}

} // namespace

template <class Scalar> Scalar tensorNorm(const Eigen::Ref<const MatrixOf<Scalar>>& tensor) {
  Scalar sum = 0;
  for (const auto column : tensor.colwise()) {
    Scalar columnSum = 0;
    for (const Scalar entry : column) {
      columnSum += entry * entry;
    }
    sum += columnSum;
  }
  using std::sqrt;
  return sqrt(sum);
}

template <class Scalar> Scalar clipCoefficient(double threshold, Scalar norm) {
  const Scalar ratio = static_cast<Scalar>(threshold) / norm;
  return ratio > Scalar(1) ? Scalar(1) : ratio; // so written that NaN stays NaN
}

template <class Scalar> Scalar frameworkNorm(const GradientList<Scalar>& gradient) {
  Scalar sum = 0;
  for (const auto& matrix : gradient) {
    const Scalar norm = tensorNorm<Scalar>(matrix);
    sum += norm * norm;
  }
  using std::sqrt;
  return sqrt(sum);
}

template <class Scalar>
ClipResult clipGradient(const std::optional<ClipSpec>& clip, GradientList<Scalar>& gradient) {
  ClipResult result;
  if (clip && clip->mode == ClipMode::Norm) {
    clipByNorm(clip->threshold, gradient, result);
    return result;
  }
  result.record.normBefore = trueNorm(gradient);
  result.record.normAfter = result.record.normBefore;
  if (clip && clip->mode == ClipMode::Value) {
    const auto limit = static_cast<Scalar>(clip->threshold);
    if (!std::isfinite(result.record.normBefore)) {
      result.events.push_back(clipEvent<Scalar>(
          EventKind::ClipNonfinite, {CauseKind::Inherited, "threshold", clip->threshold, "norm",
                                     result.record.normBefore, clip->threshold}));
    }
    for (auto& matrix : gradient) {
      for (Scalar& entry : matrix.reshaped()) {
        entry = entry > limit ? limit : entry < -limit ? -limit : entry;
      }
    }
    result.record.normAfter = trueNorm(gradient);
  }
  if (result.record.normBefore > 0 && result.record.normAfter < result.record.normBefore) {
    result.record.coefficient = result.record.normAfter / result.record.normBefore;
  }
  return result;
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template Scalar tensorNorm<Scalar>(const Eigen::Ref<const MatrixOf<Scalar>>&);                   \
  template Scalar clipCoefficient(double, Scalar);                                                 \
  template Scalar frameworkNorm(const GradientList<Scalar>&);                                      \
  template ClipResult clipGradient(const std::optional<ClipSpec>&, GradientList<Scalar>&);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
