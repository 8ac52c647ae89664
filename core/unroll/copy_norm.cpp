// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/copy_norm.h"

#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/measure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

namespace {

template <class Vector> double largestEntry(const Vector& vector) {
  double largest = 0;
  for (const auto entry : vector) {
    largest = std::max(largest, std::abs(static_cast<double>(entry)));
  }
  return largest;
}

template <class Vector> bool holdsZero(const Vector& vector) {
  return std::any_of(vector.begin(), vector.end(),
                     [](auto entry) { return static_cast<double>(entry) == 0; });
}

/// √Σ x² of a few norms, without over- or underflow on the way.
class SquareSum {
 public:
  void add(double norm) {
    const double next = m_plain + norm * norm;
    const bool isSafe = next == 0 ? norm == 0 : next > 1e-280 && next < 1e300;
    if (m_isScaled || !isSafe) {
      m_scaled = hypotenuse(root(), norm);
      m_isScaled = true;
    }
    m_plain = next;
  }
  double root() const { return m_isScaled ? m_scaled : std::sqrt(m_plain); }

 private:
  double m_plain = 0;
  double m_scaled = 0;
  bool m_isScaled = false;
};

} // namespace

template <class Scalar> CopyNorm<Scalar>::CopyNorm(const Track<Scalar>& track) : m_track(track) {
  const StepProgram& program = track.program();
  m_groups.reserve(program.operations.size());
  m_parts.reserve(program.operations.size());
  for (const StepOperation& operation : program.operations) {
    if (operation.kind != StepOperationKind::Linear) {
      continue;
    }
    std::vector<std::ptrdiff_t> factors;
    factors.reserve(operation.weights.size());
    for (const WeightBlock& block : operation.weights) {
      factors.push_back(track.normOffset(block.source));
    }
    const StepRegister& result = program.registers[static_cast<std::size_t>(operation.result)];
    if (!m_groups.empty() && m_groups.back().factors == factors &&
        m_groups.back().biases == operation.biases.size()) {
      m_parts.back().size += result.size;
    } else {
      m_groups.push_back({&operation, operation.biases.size(), std::move(factors)});
      m_parts.push_back({result.linear, result.size});
    }
  }
  m_norms.resize(m_parts.size());
}

template <class Scalar> const double* CopyNorm<Scalar>::read(const Scalar* linears) {
  for (std::size_t k = 0; k < m_parts.size(); ++k) {
    m_norms[k] = scaledNorm(linears + m_parts[k].offset, m_parts[k].size);
  }
  return m_norms.data();
}

template <class Scalar>
double CopyNorm<Scalar>::norm(int u, const Scalar* linears, const double* norms) const {
  // In squares as long as they are far from both ends of double, and of the format.
  const auto largest = static_cast<double>(std::numeric_limits<Scalar>::max());
  const double most = largest > 1e15 ? 1e30 : largest * largest;
  constexpr double least = 1e-250;
  double squares = 0;
  const double* factorNorms = m_track.normsAt(u);
  for (std::size_t k = 0; k < m_groups.size(); ++k) {
    auto factors = static_cast<double>(m_groups[k].biases);
    for (const std::ptrdiff_t factor : m_groups[k].factors) {
      factors += factorNorms[factor] * factorNorms[factor];
    }
    squares += norms[k] * norms[k] * factors;
  }
  return squares > least && squares < most ? std::sqrt(squares) : carefulNorm(u, linears, norms);
}

template <class Scalar>
double CopyNorm<Scalar>::carefulNorm(int u, const Scalar* linears, const double* norms) const {
  const double* factorNorms = m_track.normsAt(u);
  SquareSum whole;
  for (std::size_t k = 0; k < m_groups.size(); ++k) {
    const Group& group = m_groups[k];
    SquareSum factors;
    // A bias is multiplied with 1.
    for (std::size_t b = 0; b < group.biases; ++b) {
      factors.add(1);
    }
    for (const std::ptrdiff_t factor : group.factors) {
      factors.add(factorNorms[factor]);
    }
    const double gradientNorm = norms[k];
    const double factorNorm = factors.root();
    // What is not small is looked at closely: it, or one of its entries, may not be finite.
    constexpr double small = 1e15;
    whole.add(gradientNorm <= small && factorNorm <= small &&
                      gradientNorm * factorNorm <
                          static_cast<double>(std::numeric_limits<Scalar>::max())
                  ? gradientNorm * factorNorm
                  : groupNorm(k, u, linears, gradientNorm, factorNorm));
  }
  return whole.root();
}

template <class Scalar>
double CopyNorm<Scalar>::groupNorm(std::size_t index, int u, const Scalar* linears,
                                   double gradientNorm, double factorNorm) const {
  const Group& group = m_groups[index];
  const Eigen::Map<const VectorOf<Scalar>> gradient(linears + m_parts[index].offset,
                                                    m_parts[index].size);
  double largestFactor = 0;
  bool factorIsZero = false;
  for (const WeightBlock& block : group.operation->weights) {
    const auto source = m_track.sources(block.source, u, 1);
    factorIsZero = factorIsZero || holdsZero(source.col(0));
  }
  if (std::isnan(gradientNorm) || std::isnan(factorNorm)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  // 0 · inf in any entry is a NaN, though the product of the norms is not.
  if ((std::isinf(gradientNorm) && factorIsZero) ||
      (std::isinf(factorNorm) && holdsZero(gradient))) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  if (std::isinf(gradientNorm) || std::isinf(factorNorm)) {
    return std::numeric_limits<double>::infinity();
  }
  const double mostNorm = gradientNorm * factorNorm;
  if (!(mostNorm < static_cast<double>(std::numeric_limits<Scalar>::max()))) {
    largestFactor = group.operation->biases.empty() ? 0 : 1;
    for (const WeightBlock& block : group.operation->weights) {
      largestFactor =
          std::max(largestFactor, largestEntry(m_track.sources(block.source, u, 1).col(0)));
    }
    const auto largestProduct =
        static_cast<Scalar>(largestEntry(gradient)) * static_cast<Scalar>(largestFactor);
    if (std::isinf(largestProduct)) {
      return std::numeric_limits<double>::infinity();
    }
  }
  return boundedProduct(gradientNorm, factorNorm);
}

template class CopyNorm<float>;
template class CopyNorm<double>;
template class CopyNorm<BFloat16>;
template class CopyNorm<Float16>;

} // namespace backflow
