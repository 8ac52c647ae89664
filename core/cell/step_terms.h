// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_engine.h"
#include "core/record/attribution.h"

#include <string>
#include <vector>

namespace backflow {

/// One step as it was computed, with the names of its numbers. `t` is its time; a state came from
/// time t − 1, or t + 1 where a layer reads backwards.
template <class Scalar> struct StepMoment {
  const StepEngine<Scalar>& engine;
  const typename StepEngine<Scalar>::Values& values;
  int t;
  int previousTime;
};

/// How the step engine rounds a product that it adds to a sum.
template <class Scalar> ProductRounding stepRounding();

/// The register that the step only reads, as a state of another time: previousTime; else t.
template <class Scalar> int timeOfRegister(const StepMoment<Scalar>& moment, int reg);

template <class Scalar> const StepRegister& registerOf(const StepMoment<Scalar>& moment, int reg) {
  return moment.engine.program().registers[static_cast<std::size_t>(reg)];
}

/// "h_3[2]": entry 2 (counted from 1) of a register at its time.
template <class Scalar>
std::string valueName(const StepMoment<Scalar>& moment, int reg, Eigen::Index element);

/// The addends of entry `element` of an operation's result, in the order of computation.
template <class Scalar>
std::vector<Term<Scalar>> forwardTerms(const StepMoment<Scalar>& moment, int operation,
                                       Eigen::Index element);

} // namespace backflow
