// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_terms.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace backflow {

/// Which addends of a derivative: all, those of activations alone, or those of the others.
enum class TermKinds { All, Derivatives, Others };

/// Which of many terms carry the names of their numbers: a name takes far longer to make than a
/// number.
struct NamedTerms {
  std::size_t first = 0;
  std::size_t end = std::numeric_limits<std::size_t>::max();

  static constexpr NamedTerms none() { return {0, 0}; }
  static constexpr NamedTerms only(std::size_t number) { return {number, number + 1}; }
  constexpr bool have(std::size_t number) const { return number >= first && number < end; }
};

/// The addends of ∂L/∂(entry `element` of a register), in the order in which the way back gathers
/// them. adjoints: as StepEngine::reverse() left them.
template <class Scalar>
std::vector<Term<Scalar>> adjointTerms(const StepMoment<Scalar>& moment, const Scalar* adjoints,
                                       int reg, Eigen::Index element,
                                       TermKinds kinds = TermKinds::All, NamedTerms named = {});

/// One addend of ∂L/∂(a register): which of adjointTerms() of which entry, and its exact size.
struct TermPlace {
  Eigen::Index element = 0;
  std::size_t number = 0;
  ExactSize size;
};

/// The largest addend of all entries of a register, of those whose gradient is not zero: the first
/// of these if all of them are products with a zero; nothing if there is none.
template <class Scalar>
std::optional<TermPlace> largestLivingTerm(const StepMoment<Scalar>& moment, const Scalar* adjoints,
                                           int reg, TermKinds kinds);

/// Of all products within a step, such as of gates: the one whose factor is exactly zero, so that
/// it stops the largest gradient on its way to the weights. Nothing if none stops any.
template <class Scalar>
std::optional<Term<Scalar>> largestStoppedTerm(const StepMoment<Scalar>& moment,
                                               const Scalar* adjoints);

} // namespace backflow
