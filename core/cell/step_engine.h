// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/cell/step_schedule.h"
#include "core/network/parameters.h"
#include "core/numeric/packed_matrix.h"

#include <Eigen/Core>

#include <vector>

namespace backflow {

/// φ′ from h = φ(a), as frameworks compute it (1 − h² for tanh, h(1 − h) for sigmoid, a mask for
/// relu), so that it loses digits near saturation as theirs does.
template <class Scalar> Scalar activationDerivative(Activation activation, Scalar h);

/// Computes one step of a network, forwards and backwards, in `Scalar`, in a fixed order. Every
/// operation is rounded once; where a product is added to a sum, the two are rounded together if
/// the kernel fuses (kernelFuses()). Inf and NaN pass through as IEEE 754 has it. No step
/// allocates.
template <class Scalar> class StepEngine {
 public:
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;
  /// A pointer to the value of each register.
  using Values = std::vector<Scalar*>;

  /// The weights are rounded to `Scalar` once. @throws std::out_of_range if one is missing.
  StepEngine(StepProgram program, const Parameters& parameters, std::vector<PinSpec> pins);

  /// Weights that are applied together, one matrix.
  struct Product {
    ProductGroup group;
    PackedMatrix<Scalar> matrix;
    AlignedArray<Scalar> biases; ///< forwards: what the results start at
  };

  /// Computes every register but the input and the previous states. `t` is for the pins alone.
  void forward(int t, const Values& values) const;

  /// Takes ∂L/∂ of the current states in `adjoints` (one column of adjointSize numbers, zero
  /// elsewhere) and adds that of every other register. The output layer is left out. ∂L/∂x only if
  /// asked for.
  void reverse(int t, const Values& values, Scalar* adjoints, ReverseReach reach,
               bool wantsInput) const;
  /// Takes ∂L/∂ of the output layer's result and adds that of h.
  void reverseHead(Scalar* adjoints) const;

  const StepProgram& program() const { return m_program; }
  /// The value that a pin holds this operation's gate at, or null.
  const PinSpec* pinOf(const StepOperation& operation, int t) const;
  /// How a product gathers the entries that it adds to.
  struct Gathering {
    int product = -1;    ///< each has a number of its own; −1: none
    int partialSums = 1; ///< see PackedMatrix; the addends of one block of weights come in turn
  };
  /// Of entry `row` of an operation's result, forwards: the addends of one of its blocks.
  Gathering gathering(int operation, int block, Eigen::Index row) const;
  /// Of entry `row` of ∂L/∂ of what the block multiplies, backwards.
  Gathering reverseGathering(int operation, int block, Eigen::Index row) const;
  /// The entry of a block in the simulated precision.
  Scalar weight(int operation, int block, Eigen::Index row, Eigen::Index column) const;
  Scalar bias(int operation, int block, Eigen::Index row) const;

  /// Whether a product begins with x_t. Those addends, which no step has to wait for, are added to
  /// a sum before all others, so that they can be computed for many steps at once.
  bool startsWithInput(const ProductGroup& group) const {
    return group.segments.front() == m_program.input;
  }

  bool hasPins() const { return !m_pins.empty(); }
  /// In what order forward() computes, and with which products. The groups stand with these.
  const ForwardSchedule& forwardSchedule() const { return m_forward; }
  const std::vector<Product>& forwardProducts() const { return m_forwardProducts; }
  /// The same of reverse() through the whole step.
  const ReverseSchedule& reverseSchedule() const { return m_whole; }
  const std::vector<Product>& reverseProducts() const { return m_wholeProducts; }

 private:
  /// Where a block of weights stands among the products of the forward step.
  struct Place {
    std::size_t product;
    std::size_t block;
    Eigen::Index firstColumn;
  };

  void makeForward(const Parameters& parameters);
  /// The groups go from the schedule into the products.
  std::vector<Product> makeReverse(ReverseSchedule& schedule, const Parameters& parameters) const;
  void compute(const StepOperation& operation, int t, const Values& values) const;
  void reverse(const StepOperation& operation, int t, const Values& values, Scalar* adjoints) const;
  void addReversed(const Product& product, Scalar* adjoints) const;
  bool isSplit(const ProductGroup& group, std::size_t segment) const {
    return segment > 0 || !startsWithInput(group);
  }
  int sizeOf(int reg) const { return m_program.registers[static_cast<std::size_t>(reg)].size; }

  StepProgram m_program;
  std::vector<PinSpec> m_pins;
  ForwardSchedule m_forward;
  std::vector<Product> m_forwardProducts;
  std::vector<std::vector<Place>> m_places;  ///< by operation and block of weights
  std::vector<std::vector<Vector>> m_biases; ///< by operation
  ReverseSchedule m_whole;
  std::vector<Product> m_wholeProducts;
  ReverseSchedule m_top; ///< empty if the top layer is the only one
  std::vector<Product> m_topProducts;
  std::vector<Product> m_headProducts;
};

} // namespace backflow
