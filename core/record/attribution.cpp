// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/attribution.h"

#include "core/numeric/emulated.h"

#include <cmath>
#include <limits>
#include <type_traits>

namespace backflow {

namespace {

template <class Scalar> bool is(Scalar value, Wanted wanted) {
  return wanted == Wanted::Nan ? std::isnan(value) : std::isinf(value);
}

template <class Scalar> CauseKind kindOfProduct(const Term<Scalar>& term, Wanted wanted) {
  const bool operandsFinite = std::isfinite(term.left) && std::isfinite(term.right);
  if (wanted == Wanted::Inf) {
    return operandsFinite ? CauseKind::ProductOverflow : CauseKind::Inherited;
  }
  const bool operandIsNan = std::isnan(term.left) || std::isnan(term.right);
  return operandIsNan ? CauseKind::Inherited : CauseKind::ZeroTimesInf;
}

template <class Scalar> Cause causeOf(const Term<Scalar>& term, Scalar value, CauseKind kind) {
  return {kind,
          term.leftName,
          static_cast<double>(term.left),
          term.rightName,
          static_cast<double>(term.right),
          static_cast<double>(value)};
}

/// log₂ |left · right|, exact enough to compare; −inf if a factor is zero.
template <class Scalar> double exactSize(const Term<Scalar>& term) {
  const double left = std::log2(std::abs(static_cast<double>(term.left)));
  return term.isProduct() ? left + std::log2(std::abs(static_cast<double>(term.right))) : left;
}

} // namespace

template <class Scalar>
Scalar addedProduct(Scalar sum, Scalar left, Scalar right, ProductRounding rounding) {
  if constexpr (std::is_floating_point_v<Scalar>) {
    if (rounding == ProductRounding::Fused) {
      return std::fma(left, right, sum);
    }
  }
  return sum + left * right;
}

template <class Scalar>
Scalar addedTerm(Scalar sum, const Term<Scalar>& term, ProductRounding rounding) {
  return term.isProduct() ? addedProduct(sum, term.left, term.right, rounding) : sum + term.left;
}

template <class Scalar>
std::optional<Attribution> firstOperation(const std::vector<Term<Scalar>>& terms, Wanted wanted,
                                          ProductRounding rounding) {
  Scalar sum = 0;
  for (std::size_t k = 0; k < terms.size(); ++k) {
    const Term<Scalar>& term = terms[k];
    const Scalar value = term.isProduct() ? term.left * term.right : term.left;
    const Scalar next = addedTerm(sum, term, rounding);
    // A fused product that overflows by itself may still be brought back by the sum.
    if (is(value, wanted) && (rounding == ProductRounding::Separate || is(next, wanted))) {
      const CauseKind kind = term.isProduct() ? kindOfProduct(term, wanted) : CauseKind::Inherited;
      return Attribution{causeOf(term, value, kind), k};
    }
    if (is(next, wanted)) {
      const std::string name =
          term.isProduct() ? term.leftName + "*" + term.rightName : term.leftName;
      const CauseKind kind =
          wanted == Wanted::Nan ? CauseKind::InfMinusInf : CauseKind::SumOverflow;
      return Attribution{{kind, "partial sum", static_cast<double>(sum), name,
                          static_cast<double>(value), static_cast<double>(next)},
                         k};
    }
    sum = next;
  }
  return std::nullopt;
}

template <class Scalar> Cause dominantProduct(const std::vector<Term<Scalar>>& terms) {
  double largest = -std::numeric_limits<double>::infinity();
  const Term<Scalar>* dominant = nullptr;
  for (const Term<Scalar>& term : terms) {
    if (const double size = exactSize(term); size > largest) {
      largest = size;
      dominant = &term;
    }
  }
  if (dominant == nullptr) {
    return terms.empty() ? Cause{} : causeOf(terms.front(), Scalar(0), CauseKind::ZeroFactor);
  }
  if (!dominant->isProduct()) {
    return causeOf(*dominant, dominant->left, CauseKind::Given);
  }
  return causeOf(*dominant, dominant->left * dominant->right, CauseKind::ProductUnderflow);
}

std::string entryName(const std::string& matrix, std::ptrdiff_t row, std::ptrdiff_t column) {
  return matrix + "[" + std::to_string(row + 1) + "," + std::to_string(column + 1) + "]";
}

std::string entryNameAt(const std::string& vector, int t, std::ptrdiff_t index) {
  return vector + "_" + std::to_string(t) + "[" + std::to_string(index + 1) + "]";
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template Scalar addedProduct(Scalar, Scalar, Scalar, ProductRounding);                           \
  template Scalar addedTerm(Scalar, const Term<Scalar>&, ProductRounding);                         \
  template std::optional<Attribution> firstOperation(const std::vector<Term<Scalar>>&, Wanted,     \
                                                     ProductRounding);                             \
  template Cause dominantProduct(const std::vector<Term<Scalar>>&);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
