// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/event.h"
#include "core/record/replayed_sum.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace backflow {

enum class Wanted { Inf, Nan };

/// The operation that first gave an inf or a NaN, and the term at which it did.
struct Attribution {
  Cause cause;
  std::size_t term = 0;
};

/// Replays Σ terms as the network gathers it (see additionsOf()) up to the first operation whose
/// result is what is wanted. Nothing if there is none.
template <class Scalar>
std::optional<Attribution> firstOperation(const std::vector<Term<Scalar>>& terms, Wanted wanted,
                                          ProductRounding rounding = ProductRounding::Separate);

/// |left · right| exactly enough to compare, with an exponent that never runs out. NaN is as zero.
struct ExactSize {
  double fraction = 0; ///< from ½ to below 1, 0, or inf
  int exponent = 0;

  ExactSize() = default;
  explicit ExactSize(double left, double right = 1);

  bool isZero() const { return fraction == 0; }
  bool operator==(const ExactSize&) const = default;
  bool operator>(const ExactSize& other) const;
};

template <class Scalar> ExactSize exactSize(const Term<Scalar>& term) {
  const auto left = static_cast<double>(term.left);
  return term.isProduct() ? ExactSize(left, static_cast<double>(term.right)) : ExactSize(left);
}

/// The number of the term that is largest in exact arithmetic: what a rounded sum that became
/// subnormal or zero was mostly made of. The first if every term has an exactly zero factor.
template <class Scalar> std::size_t dominantTerm(const std::vector<Term<Scalar>>& terms);

/// Of such a term: `ProductUnderflow`, `Given` if it is no product, `ZeroFactor` if it is zero.
template <class Scalar> Cause causeOfDominant(const Term<Scalar>& term);

/// "W_h[3,5]", counted from 1.
std::string entryName(const std::string& matrix, std::ptrdiff_t row, std::ptrdiff_t column);
/// "dL/da_84[5]": entry 5 (counted from 1) of a vector at time 84.
std::string entryNameAt(const std::string& vector, int t, std::ptrdiff_t index);

} // namespace backflow
