// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/replayed_sum.h"

#include "core/numeric/emulated.h"
#include "core/numeric/kernels/panel_product.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

namespace backflow {

namespace {

/// What has been added to the sum so far, over as many partial sums as there can be: what no term
/// was added to stays zero and changes nothing.
template <class Scalar> class PartialSums {
 public:
  PartialSums(const std::vector<Term<Scalar>>& terms, ProductRounding rounding)
      : m_terms(terms), m_rounding(rounding) {
    m_additions.reserve(terms.size() + mostPartialSums);
  }

  void add(std::size_t index) {
    const Term<Scalar>& term = m_terms[index];
    Partial& partial = m_partials[static_cast<std::size_t>(term.partialSum)];
    const Scalar before = partial.sum;
    partial.sum = term.isProduct() ? addedProduct(before, term.left, term.right, m_rounding)
                                   : before + term.left;
    ++partial.terms;
    partial.last = index;
    m_additions.push_back(
        {before, term.isProduct() ? term.left * term.right : term.left, partial.sum, index, false});
  }

  void join() {
    for (std::size_t half = m_partials.size() / 2; half > 0; half /= 2) {
      for (std::size_t k = 0; k < half; ++k) {
        Partial& other = m_partials[k + half];
        if (other.terms == 0) {
          continue;
        }
        Partial& partial = m_partials[k];
        const Scalar before = partial.sum;
        partial.sum = before + other.sum;
        partial.terms += other.terms;
        partial.last = std::max(partial.last, other.last);
        m_additions.push_back({before, other.sum, partial.sum, other.last, other.terms > 1});
        other = {};
      }
    }
  }

  std::vector<Addition<Scalar>> take() { return std::move(m_additions); }

 private:
  struct Partial {
    Scalar sum = 0;
    std::size_t terms = 0;
    std::size_t last = 0;
  };

  const std::vector<Term<Scalar>>& m_terms;
  ProductRounding m_rounding;
  std::array<Partial, mostPartialSums> m_partials;
  std::vector<Addition<Scalar>> m_additions;
};

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
std::vector<Addition<Scalar>> additionsOf(const std::vector<Term<Scalar>>& terms,
                                          ProductRounding rounding) {
  PartialSums<Scalar> sums(terms, rounding);
  for (std::size_t k = 0; k < terms.size(); ++k) {
    if (k > 0 && terms[k].product != terms[k - 1].product) {
      sums.join();
    }
    sums.add(k);
  }
  sums.join();
  return sums.take();
}

template <class Scalar>
std::string addendName(const Addition<Scalar>& addition, const std::vector<Term<Scalar>>& terms) {
  if (addition.isSum) {
    return otherPartialSum;
  }
  const Term<Scalar>& term = terms[addition.term];
  return term.isProduct() ? term.leftName + "*" + term.rightName : term.leftName;
}

template <class Scalar> std::vector<Term<Scalar>> inOneSum(std::vector<Term<Scalar>> terms) {
  for (Term<Scalar>& term : terms) {
    term.partialSum = 0;
  }
  return terms;
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template Scalar addedProduct(Scalar, Scalar, Scalar, ProductRounding);                           \
  template std::vector<Addition<Scalar>> additionsOf(const std::vector<Term<Scalar>>&,             \
                                                     ProductRounding);                             \
  template std::string addendName(const Addition<Scalar>&, const std::vector<Term<Scalar>>&);      \
  template std::vector<Term<Scalar>> inOneSum(std::vector<Term<Scalar>>);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
