// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/event.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace backflow {

/// One addend of a sum as the network computed it: left × right, or left alone.
template <class Scalar> struct Term {
  std::string leftName;
  Scalar left{};
  std::string rightName; ///< empty when the term is left alone
  Scalar right{};

  bool isProduct() const { return !rightName.empty(); }
};

enum class Wanted { Inf, Nan };

/// How a product that is added to a sum was rounded: by itself and then with the sum, or once.
enum class ProductRounding { Separate, Fused };

/// The operation that first gave an inf or a NaN, and the term at which it did.
struct Attribution {
  Cause cause;
  std::size_t term = 0;
};

/// Replays Σ terms in order, rounding each product and each sum to `Scalar` as the network does,
/// up to the first operation whose result is what is wanted. Nothing if there is none.
template <class Scalar>
std::optional<Attribution> firstOperation(const std::vector<Term<Scalar>>& terms, Wanted wanted,
                                          ProductRounding rounding = ProductRounding::Separate);

/// sum + left · right, so rounded.
template <class Scalar>
Scalar addedProduct(Scalar sum, Scalar left, Scalar right, ProductRounding rounding);

/// sum + the term, as the replay computes it.
template <class Scalar>
Scalar addedTerm(Scalar sum, const Term<Scalar>& term, ProductRounding rounding);

/// The product of the terms that is largest in exact arithmetic: what a rounded sum that became
/// subnormal or zero was mostly made of. `ZeroFactor` if every term has an exactly zero factor.
template <class Scalar> Cause dominantProduct(const std::vector<Term<Scalar>>& terms);

/// "W_h[3,5]", counted from 1.
std::string entryName(const std::string& matrix, std::ptrdiff_t row, std::ptrdiff_t column);
/// "dL/da_84[5]": entry 5 (counted from 1) of a vector at time 84.
std::string entryNameAt(const std::string& vector, int t, std::ptrdiff_t index);

} // namespace backflow
