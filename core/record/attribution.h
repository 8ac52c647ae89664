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

/// |left · right| exactly enough to compare: a long double has room for its exponent.
template <class Scalar> long double exactProduct(Scalar left, Scalar right) {
  return static_cast<long double>(std::abs(static_cast<double>(left))) *
         std::abs(static_cast<double>(right));
}

template <class Scalar> long double exactSize(const Term<Scalar>& term) {
  return term.isProduct() ? exactProduct(term.left, term.right)
                          : std::abs(static_cast<double>(term.left));
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
