// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/attribution.h"

#include "core/numeric/emulated.h"

#include <cmath>
#include <limits>

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
std::optional<Attribution> firstOperation(const std::vector<Term<Scalar>>& terms, Wanted wanted) {
  Scalar sum = 0;
  for (std::size_t k = 0; k < terms.size(); ++k) {
    const Term<Scalar>& term = terms[k];
    const Scalar value = term.isProduct() ? term.left * term.right : term.left;
    if (is(value, wanted)) {
      const CauseKind kind = term.isProduct() ? kindOfProduct(term, wanted) : CauseKind::Inherited;
      return Attribution{causeOf(term, value, kind), k};
    }
    const Scalar next = sum + value;
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

template std::optional<Attribution> firstOperation<float>(const std::vector<Term<float>>&, Wanted);
template std::optional<Attribution> firstOperation<double>(const std::vector<Term<double>>&,
                                                           Wanted);
template std::optional<Attribution> firstOperation<BFloat16>(const std::vector<Term<BFloat16>>&,
                                                             Wanted);
template std::optional<Attribution> firstOperation<Float16>(const std::vector<Term<Float16>>&,
                                                            Wanted);
template Cause dominantProduct<BFloat16>(const std::vector<Term<BFloat16>>&);
template Cause dominantProduct<Float16>(const std::vector<Term<Float16>>&);
template Cause dominantProduct<float>(const std::vector<Term<float>>&);
template Cause dominantProduct<double>(const std::vector<Term<double>>&);

} // namespace backflow
