// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/parameter_gradient.h"

#include "core/numeric/measure.h"

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
ParameterGradient<Scalar>::ParameterGradient(const Matrix& states, const Matrix& input,
                                             int earliest, Keep keep)
    : m_states(states), m_inputs(input), m_keep(keep == Keep::ActivationGradients),
      m_earliest(earliest), m_blockLast(static_cast<int>(input.cols())) {
  const Eigen::Index hidden = states.rows();
  m_buffer.setZero(hidden,
                   m_keep ? input.cols() : std::min<Eigen::Index>(blockSteps, input.cols()));
  m_recurrent.setZero(hidden, hidden);
  m_inputWeights.setZero(hidden, input.rows());
  m_bias.setZero(hidden);
}

template <class Scalar>
void ParameterGradient<Scalar>::add(int t, const Vector& activationGradient) {
  const int firstStep = std::max(m_earliest, m_blockLast - blockSteps + 1);
  m_buffer.col(m_keep ? t - 1 : t - firstStep) = activationGradient;
  if (t == firstStep) {
    finishBlock(firstStep, m_blockLast);
    m_blockLast = firstStep - 1;
  }
}

template <class Scalar> void ParameterGradient<Scalar>::finishBlock(int firstStep, int lastStep) {
  const int steps = lastStep - firstStep + 1;
  const auto gradients = m_buffer.middleCols(m_keep ? firstStep - 1 : 0, steps);
  const bool watches = !(m_sawInf && m_sawNan);
  const Block before{firstStep, lastStep, watches ? m_recurrent : Matrix(),
                     watches ? m_inputWeights : Matrix(), watches ? Matrix(m_bias) : Matrix()};
  m_recurrent.noalias() += gradients * m_states.middleCols(firstStep - 1, steps).transpose();
  m_inputWeights.noalias() += gradients * m_inputs.middleCols(firstStep - 1, steps).transpose();
  for (int k = steps - 1; k >= 0; --k) {
    m_bias += gradients.col(k);
  }
  if (watches && !isFinite()) {
    look(before, Wanted::Inf, m_sawInf);
    look(before, Wanted::Nan, m_sawNan);
  }
}

template <class Scalar> bool ParameterGradient<Scalar>::isFinite() const {
  return m_recurrent.allFinite() && m_inputWeights.allFinite() && m_bias.allFinite();
}

template <class Scalar>
void ParameterGradient<Scalar>::look(const Block& before, Wanted wanted, bool& seen) {
  if (seen) {
    return;
  }
  Onset onset;
  lookAt(Sum::Recurrent, before, before.recurrent, wanted, onset);
  lookAt(Sum::Input, before, before.input, wanted, onset);
  lookAt(Sum::Bias, before, before.bias, wanted, onset);
  if (onset.t > 0) {
    seen = true;
    const Matrix& sums = onset.sum == Sum::Recurrent ? before.recurrent
                         : onset.sum == Sum::Input   ? before.input
                                                     : before.bias;
    addEvent(onset, before, sums(onset.row, onset.column), wanted);
  }
}

template <class Scalar>
Scalar ParameterGradient<Scalar>::factor(Sum sum, Eigen::Index column, int t) const {
  return sum == Sum::Recurrent ? m_states(column, t - 1)
         : sum == Sum::Input   ? m_inputs(column, t - 1)
                               : Scalar(1);
}

template <class Scalar>
void ParameterGradient<Scalar>::lookAt(Sum sum, const Block& block, const Matrix& before,
                                       Wanted wanted, Onset& onset) const {
  const auto is = [wanted](Scalar value) {
    return wanted == Wanted::Nan ? std::isnan(value) : std::isinf(value);
  };
  for (Eigen::Index i = 0; i < before.rows(); ++i) {
    for (Eigen::Index j = 0; j < before.cols(); ++j) {
      Scalar partial = before(i, j);
      for (int t = block.lastStep; t >= block.firstStep && t > onset.t; --t) {
        const Scalar gradient = m_buffer(i, bufferColumn(t, block));
        const Scalar other = factor(sum, j, t);
        const Scalar product = gradient * other;
        const Scalar next = partial + product;
        // What was inf or NaN already is told where it began.
        if (is(gradient) || is(other) || is(partial) || std::isnan(partial)) {
          break;
        }
        if (is(product) || is(next)) {
          onset = {t, sum, i, j};
          break;
        }
        partial = next;
      }
    }
  }
}

template <class Scalar>
void ParameterGradient<Scalar>::addEvent(const Onset& onset, const Block& block, Scalar before,
                                         Wanted wanted) {
  std::vector<Term<Scalar>> terms{{"partial sum", before, {}, {}}};
  for (int t = block.lastStep; t >= onset.t; --t) {
    const std::string name = onset.sum == Sum::Recurrent ? entryNameAt("h", t - 1, onset.column)
                             : onset.sum == Sum::Input   ? entryNameAt("x", t, onset.column)
                                                         : std::string();
    terms.push_back({entryNameAt("dL/da", t, onset.row),
                     m_buffer(onset.row, bufferColumn(t, block)), name,
                     factor(onset.sum, onset.column, t)});
  }
  const auto found = firstOperation(terms, wanted);
  Event event;
  event.kind = wanted == Wanted::Nan ? EventKind::NanOnset : EventKind::OverflowInf;
  event.precision = precisionOf<Scalar>();
  event.quantity = onset.sum == Sum::Recurrent ? "dL/dW_h"
                   : onset.sum == Sum::Input   ? "dL/dW_x"
                                               : "dL/db";
  event.t = onset.t;
  event.stepsBack = static_cast<int>(m_inputs.cols()) - onset.t;
  const Eigen::Index columns = onset.sum == Sum::Recurrent ? m_recurrent.cols()
                               : onset.sum == Sum::Input   ? m_inputWeights.cols()
                                                           : 1;
  event.element = static_cast<int>(onset.row * columns + onset.column) + 1;
  event.cause = found ? found->cause : Cause{};
  m_events.push_back(std::move(event));
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
  const auto largestProduct =
      static_cast<Scalar>(largestEntry(activationGradient)) * static_cast<Scalar>(largestFactor);
  if (std::isinf(largestProduct)) {
    return std::numeric_limits<double>::infinity();
  }
  return boundedProduct(gradientNorm, factorNorm);
}

template class ParameterGradient<float>;
template class ParameterGradient<double>;

} // namespace backflow
