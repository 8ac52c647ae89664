// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/parameter_gradient.h"

#include "core/numeric/measure.h"
#include "core/record/attribution.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

constexpr int blockSteps = 64;

template <class Vector> double largestEntry(const Vector& vector) {
  double largest = 0;
  for (const auto entry : vector) {
    largest = std::max(largest, std::abs(static_cast<double>(entry)));
  }
  return largest;
}

template <class Vector> bool holdsZero(const Vector& vector) {
  return std::any_of(vector.begin(), vector.end(), [](auto entry) { return entry == 0; });
}

} // namespace

template <class Scalar>
ParameterGradient<Scalar>::ParameterGradient(const Matrix& states, const Matrix& input, Keep keep)
    : m_states(states), m_inputs(input), m_keep(keep == Keep::ActivationGradients),
      m_blockLast(static_cast<int>(input.cols())) {
  const Eigen::Index hidden = states.rows();
  m_buffer.setZero(hidden, m_keep ? input.cols() : std::min<Eigen::Index>(blockSteps, input.cols()));
  m_recurrent.setZero(hidden, hidden);
  m_inputWeights.setZero(hidden, input.rows());
  m_bias.setZero(hidden);
}

template <class Scalar>
void ParameterGradient<Scalar>::add(int t, const Vector& activationGradient) {
  const int firstStep = std::max(1, m_blockLast - blockSteps + 1);
  m_buffer.col(m_keep ? t - 1 : t - firstStep) = activationGradient;
  if (t == firstStep) {
    finishBlock(firstStep, m_blockLast);
    m_blockLast = firstStep - 1;
  }
}

template <class Scalar>
void ParameterGradient<Scalar>::finishBlock(int firstStep, int lastStep) {
  const int steps = lastStep - firstStep + 1;
  const auto gradients = m_buffer.middleCols(m_keep ? firstStep - 1 : 0, steps);
  const bool watches = !(m_sawInf && m_sawNan);
  const Matrix recurrentBefore = watches ? m_recurrent : Matrix();
  const Matrix inputBefore = watches ? m_inputWeights : Matrix();
  m_recurrent.noalias() += gradients * m_states.middleCols(firstStep - 1, steps).transpose();
  m_inputWeights.noalias() += gradients * m_inputs.middleCols(firstStep - 1, steps).transpose();
  for (int k = steps - 1; k >= 0; --k) {
    m_bias += gradients.col(k);
  }
  if (watches) {
    look("W_h", recurrentBefore, m_recurrent, m_states, 0, firstStep, lastStep);
    look("W_x", inputBefore, m_inputWeights, m_inputs, 1, firstStep, lastStep);
  }
}

template <class Scalar>
void ParameterGradient<Scalar>::look(const char* name, const Matrix& before, const Matrix& after,
                                     const Matrix& factors, int factorOffset, int firstStep,
                                     int lastStep) {
  if (after.allFinite()) {
    return;
  }
  const std::string factorName = factorOffset == 0 ? "h" : "x";
  for (Eigen::Index i = 0; i < after.rows(); ++i) {
    for (Eigen::Index j = 0; j < after.cols(); ++j) {
      const bool isNan = std::isnan(after(i, j));
      bool& seen = isNan ? m_sawNan : m_sawInf;
      if (std::isfinite(after(i, j)) || !std::isfinite(before(i, j)) || seen) {
        continue;
      }
      std::vector<Term<Scalar>> terms{{"partial sum", before(i, j), {}, {}}};
      for (int t = lastStep; t >= firstStep; --t) {
        const int factorTime = t - 1 + factorOffset;
        terms.push_back({entryNameAt("dL/da", t, i), m_buffer(i, m_keep ? t - 1 : t - firstStep),
                         entryNameAt(factorName, factorTime, j), factors(j, t - 1)});
      }
      const auto found = firstOperation(terms, isNan ? Wanted::Nan : Wanted::Inf);
      // What was inf or NaN already is told where it began.
      if (!found || found->cause.kind == CauseKind::Inherited) {
        continue;
      }
      seen = true;
      Event event;
      event.kind = isNan ? EventKind::NanOnset : EventKind::OverflowInf;
      event.precision = precisionOf<Scalar>();
      event.quantity = std::string("dL/d") + name;
      event.t = lastStep + 1 - static_cast<int>(std::max<std::size_t>(1, found->term));
      event.stepsBack = static_cast<int>(m_inputs.cols()) - event.t;
      event.element = static_cast<int>(i * after.cols() + j) + 1;
      event.cause = found->cause;
      m_events.push_back(std::move(event));
    }
  }
}

template <class Scalar>
double ParameterGradient<Scalar>::copyNorm(int t, const Vector& activationGradient) const {
  const auto previous = m_states.col(t - 1);
  const auto input = m_inputs.col(t - 1);
  const double gradientNorm = scaledNorm(activationGradient.data(), activationGradient.size());
  const double factors[] = {scaledNorm(previous.data(), previous.size()),
                            scaledNorm(input.data(), input.size()), 1.0};
  const double factorNorm = scaledNorm(factors, 3);
  if (std::isnan(gradientNorm) || std::isnan(factorNorm)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  // 0 · inf in any entry is a NaN, though the product of the norms is not.
  const bool zeroMeetsInf =
      (std::isinf(gradientNorm) && (holdsZero(previous) || holdsZero(input))) ||
      (std::isinf(factorNorm) && holdsZero(activationGradient));
  if (zeroMeetsInf) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double largestFactor = std::max({largestEntry(previous), largestEntry(input), 1.0});
  const auto largestProduct = static_cast<Scalar>(largestEntry(activationGradient)) *
                              static_cast<Scalar>(largestFactor);
  if (std::isinf(largestProduct)) {
    return std::numeric_limits<double>::infinity();
  }
  return boundedProduct(gradientNorm, factorNorm);
}

template class ParameterGradient<float>;
template class ParameterGradient<double>;

} // namespace backflow
