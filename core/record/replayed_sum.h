// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace backflow {

/// One addend of a sum as the network computed it: left × right, or left alone.
template <class Scalar> struct Term {
  std::string leftName;
  Scalar left{};
  std::string rightName; ///< empty when the term is left alone
  Scalar right{};
  /// Which product of a packed matrix adds it, or −1. Those of one product stand together; after
  /// them its partial sums are joined.
  int product = -1;
  int partialSum = 0; ///< the one that it is added to, see PackedMatrix

  bool isProduct() const { return !rightName.empty(); }
};

/// How a product that is added to a sum was rounded: by itself and then with the sum, or once.
enum class ProductRounding { Separate, Fused };

/// sum + left · right, so rounded.
template <class Scalar>
Scalar addedProduct(Scalar sum, Scalar left, Scalar right, ProductRounding rounding);

/// One addition of a sum: a term, or a partial sum that is joined to another.
template <class Scalar> struct Addition {
  Scalar before;    ///< the partial sum that is added to
  Scalar added;     ///< the addend, a product rounded by itself
  Scalar after;     ///< the partial sum then
  std::size_t term; ///< the addend, or of a partial sum the last of its terms
  bool isSum;       ///< whether a partial sum of several terms is the addend
};

/// Σ terms, addition by addition as the network computes it, from zero on: terms that belong to no
/// product are added one after another.
template <class Scalar>
std::vector<Addition<Scalar>> additionsOf(const std::vector<Term<Scalar>>& terms,
                                          ProductRounding rounding);

/// What an addend is called that is no term, but a sum of several.
inline constexpr const char* otherPartialSum = "another partial sum";

/// The addend's name: "W_h[1,2]*h_3[2]", or otherPartialSum.
template <class Scalar>
std::string addendName(const Addition<Scalar>& addition, const std::vector<Term<Scalar>>& terms);

/// Makes the terms those of a sum that is gathered one term after another, as batches are.
template <class Scalar> std::vector<Term<Scalar>> inOneSum(std::vector<Term<Scalar>> terms);

} // namespace backflow
