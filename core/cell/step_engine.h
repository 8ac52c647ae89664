// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/network/parameters.h"
#include "core/numeric/packed_matrix.h"

#include <Eigen/Core>

#include <vector>

namespace backflow {

/// φ(a) in `Scalar`. NaN stays NaN.
template <class Scalar> Scalar activated(Activation activation, Scalar a);
/// φ′ from h = φ(a), as frameworks compute it (1 − h² for tanh, h(1 − h) for sigmoid, a mask for
/// relu), so that it loses digits near saturation as theirs does.
template <class Scalar> Scalar activationDerivative(Activation activation, Scalar h);

/// Computes one step of a network, forwards and backwards, in `Scalar`. Every operation is rounded
/// once, in a fixed order. Inf and NaN pass through as IEEE 754 has it.
template <class Scalar> class StepEngine {
 public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;
  /// A pointer to the value of each register.
  using Values = std::vector<Scalar*>;

  /// The weights are rounded to `Scalar` once. @throws std::out_of_range if one is missing.
  StepEngine(StepProgram program, const Parameters& parameters, std::vector<PinSpec> pins);

  /// Computes every register but the input and the previous states. `t` is for the pins alone.
  void forward(int t, const Values& values) const;

  /// Takes ∂L/∂ of the current states in `adjoints` (one column of adjointSize numbers, zero
  /// elsewhere) and adds that of every other register, from the last operation back to `first`.
  /// The output layer is left out. ∂L/∂x only if asked for.
  void reverse(int t, const Values& values, Scalar* adjoints, int first, bool wantsInput) const;
  /// Takes ∂L/∂ of the output layer's result and adds that of h.
  void reverseHead(Scalar* adjoints) const;

  const StepProgram& program() const { return m_program; }
  /// The value that a pin holds this operation's gate at, or null.
  const PinSpec* pinOf(const StepOperation& operation, int t) const;
  /// The entry of a block in the simulated precision.
  Scalar weight(int operation, int block, Eigen::Index row, Eigen::Index column) const;
  Scalar bias(int operation, int block, Eigen::Index row) const;

 private:
  struct Block {
    Matrix values;
    PackedMatrix<Scalar> packed;
    PackedMatrix<Scalar> transposed;
  };
  void reverseLinear(std::size_t index, Scalar* adjoints, bool wantsInput) const;

  StepProgram m_program;
  std::vector<PinSpec> m_pins;
  std::vector<std::vector<Block>> m_blocks;  ///< by operation
  std::vector<std::vector<Vector>> m_biases; ///< by operation
};

} // namespace backflow
