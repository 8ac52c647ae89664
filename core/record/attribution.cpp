// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/attribution.h"

#include "core/numeric/emulated.h"

#include <cmath>

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

} // namespace

ExactSize::ExactSize(double left, double right) {
  int ofLeft = 0;
  int ofRight = 0;
  int ofBoth = 0;
  const double product =
      std::frexp(std::abs(left), &ofLeft) * std::frexp(std::abs(right), &ofRight);
  if (std::isnan(product) || product == 0) {
    return;
  }
  fraction = std::isinf(product) ? product : std::frexp(product, &ofBoth);
  exponent = std::isinf(product) ? 0 : ofLeft + ofRight + ofBoth;
}

bool ExactSize::operator>(const ExactSize& other) const {
  if (isZero() || other.isZero() || std::isinf(fraction) || std::isinf(other.fraction)) {
    return fraction > other.fraction;
  }
  return exponent != other.exponent ? exponent > other.exponent : fraction > other.fraction;
}

template <class Scalar>
std::optional<Attribution> firstOperation(const std::vector<Term<Scalar>>& terms, Wanted wanted,
                                          ProductRounding rounding) {
  for (const Addition<Scalar>& addition : additionsOf(terms, rounding)) {
    const Term<Scalar>& term = terms[addition.term];
    const bool isWanted = is(addition.after, wanted);
    // A fused product that overflows by itself may still be brought back by the sum.
    if (!addition.isSum && is(addition.added, wanted) &&
        (rounding == ProductRounding::Separate || isWanted)) {
      const CauseKind kind = term.isProduct() ? kindOfProduct(term, wanted) : CauseKind::Inherited;
      return Attribution{causeOf(term, addition.added, kind), addition.term};
    }
    if (isWanted) {
      const CauseKind kind =
          wanted == Wanted::Nan ? CauseKind::InfMinusInf : CauseKind::SumOverflow;
      return Attribution{{kind, "partial sum", static_cast<double>(addition.before),
                          addendName(addition, terms), static_cast<double>(addition.added),
                          static_cast<double>(addition.after)},
                         addition.term};
    }
  }
  return std::nullopt;
}

template <class Scalar> std::size_t dominantTerm(const std::vector<Term<Scalar>>& terms) {
  std::size_t dominant = 0;
  ExactSize largest;
  for (std::size_t k = 0; k < terms.size(); ++k) {
    if (const ExactSize size = exactSize(terms[k]); size > largest) {
      largest = size;
      dominant = k;
    }
  }
  return dominant;
}

template <class Scalar> Cause causeOfDominant(const Term<Scalar>& term) {
  if (exactSize(term).isZero()) {
    return causeOf(term, Scalar(0), CauseKind::ZeroFactor);
  }
  if (!term.isProduct()) {
    return causeOf(term, term.left, CauseKind::Given);
  }
  return causeOf(term, term.left * term.right, CauseKind::ProductUnderflow);
}

std::string entryName(const std::string& matrix, std::ptrdiff_t row, std::ptrdiff_t column) {
  return matrix + "[" + std::to_string(row + 1) + "," + std::to_string(column + 1) + "]";
}

std::string entryNameAt(const std::string& vector, int t, std::ptrdiff_t index) {
  return vector + "_" + std::to_string(t) + "[" + std::to_string(index + 1) + "]";
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template std::optional<Attribution> firstOperation(const std::vector<Term<Scalar>>&, Wanted,     \
                                                     ProductRounding);                             \
  template std::size_t dominantTerm(const std::vector<Term<Scalar>>&);                             \
  template Cause causeOfDominant(const Term<Scalar>&);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
