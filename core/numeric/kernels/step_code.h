// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/kernels/panel_product.h"

#include <cstddef>
#include <cstdint>

namespace backflow {

/// The memories that the steps of a network read and write. Each moves on from step to step by a
/// stride of its own.
enum class StepMemory : std::uint8_t {
  Zeros,          ///< nothing but zeros
  Held,           ///< what is held of the step
  HeldBefore,     ///< what is held of the step before it
  Input,          ///< x_t
  Scratch,        ///< what is not held
  Projection,     ///< what the products with the state start at
  Adjoints,       ///< ∂L/∂ of registers, within the step
  LinearAdjoints, ///< ∂L/∂ of the results of linear operations, for the gradient of the weights
  StateAdjoints,  ///< ∂L/∂ of the states, one after another
  StateAdjointsBefore ///< the same of the step before
};
inline constexpr std::size_t stepMemories = 10;

/// A vector: in which memory, from which number on.
struct StepOperand {
  StepMemory memory = StepMemory::Zeros;
  std::int32_t offset = 0;

  bool operator==(const StepOperand&) const = default;
};

enum class StepCode : std::uint8_t {
  Product,  ///< see StepProduct
  Tanh,     ///< and counts units whose derivative is exactly zero, as operation `reading`
  Logistic, ///< the same
  Relu,
  Copy,
  Multiply,
  Add,
  Complement,
  // target ← addend + …, see Kernels
  ReverseTanh,
  ReverseLogistic,
  ReverseRelu,
  AddProduct,
  Subtract,
  // Several of the above as one, see step_chain.h.
  PyTorchGru,
  PyTorchGruReverse,
  PyTorchLstm,
  PyTorchLstmReverse,
  CourseGruGates,
  CourseGruState,
  CourseGruStateReverse,
  CourseGruGatesReverse,
  CourseLstm,
  CourseLstmReverse,
  // Readings.
  Norm,       ///< of `left` into norms[reading]
  FiniteNorm, ///< the same, and clears isFinite unless `left` is finite
  Measure,    ///< the same, and the classes of the numbers
  CheckFinite ///< clears isFinite unless `left` is
};

/// A product of a packed matrix, its operands being vectors of a step.
template <class Scalar> struct StepProduct {
  PanelProduct<Scalar> product; ///< its segments' counts are read, not their numbers
  const StepOperand* segments;
  const StepOperand* blocks;
  const StepOperand* starts; ///< by block: what it is added to; null: `initial`
  StepOperand initial;       ///< what all start at, a panel after another
};

/// One operation of a step on vectors of `size` numbers.
template <class Scalar> struct StepInstruction {
  StepCode code;
  int size;
  StepOperand target;
  StepOperand left;
  StepOperand right;
  StepOperand addend;
  int reading; ///< which of a step's norms, or the operation that counts
  const StepProduct<Scalar>* product;
  const StepInstruction* chain = nullptr; ///< the operations of a chain
};

/// What was read off a step while its numbers were at hand.
struct StepReading {
  bool isFinite = true; ///< what CheckFinite and FiniteNorm looked at
  int saturated = 0;    ///< units whose derivative is exactly zero
  /// Bit k mod 64: whether any is in the activation that is operation k.
  std::uint64_t saturatedOperations = 0;
  ClassCounts classes; ///< of what Measure looked at
};

/// Steps one after another by the same instructions.
template <class Scalar> struct StepCall {
  const StepInstruction<Scalar>* instructions;
  std::ptrdiff_t usualCount;               ///< the instructions of every step
  std::ptrdiff_t allCount;                 ///< with those of a step in which a unit saturates
  const StepInstruction<Scalar>* readings; ///< norms alone; after a step or several
  std::ptrdiff_t readingCount;
  Scalar* memories[stepMemories];       ///< at the first step
  std::ptrdiff_t strides[stepMemories]; ///< from a step to the next
  std::ptrdiff_t steps;
  StepReading* results; ///< by step, what was read off it
  double* norms;        ///< by step, normsPerStep each
  std::ptrdiff_t normsPerStep;
};

} // namespace backflow
