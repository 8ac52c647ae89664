// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_code_list.h"
#include "core/numeric/aligned_array.h"

#include <cstddef>
#include <vector>

namespace backflow {

/// What the way back over a track reads and writes. The last step comes first.
template <class Scalar> struct ReverseSteps {
  const Scalar* input; ///< x of the last step; a step earlier stands inputStride before it
  std::ptrdiff_t inputStride;
  const Scalar* held; ///< of the last step; the step before it stands heldSize numbers earlier
  /// ∂L/∂ of the last step's states, one after another; those of the step before are written
  /// stateSize numbers further, and so on.
  Scalar* states;
  /// Where ∂L/∂ of the results of linear operations go (see StepRegister::linear): those of the
  /// last step; a step earlier stands linearStride before it.
  Scalar* linears;
  std::ptrdiff_t linearStride;
  int steps; ///< at most ReversePlan::mostSteps
};

/// Neighbouring results of linear operations, the norm of whose derivatives is wanted.
struct ReversePart {
  int offset; ///< see StepRegister::linear
  int size;
};

/// The way back within the steps of an engine without pins as instructions, so that many steps are
/// one call. Gives the very numbers of StepEngine::reverse() through the whole step without ∂L/∂x,
/// the output layer passing nothing back: for steps at which no loss acts.
template <class Scalar> class ReversePlan {
 public:
  static constexpr int mostSteps = 32;

  /// The engine has to outlive this object. parts: whose norms are read off each step.
  ReversePlan(const StepEngine<Scalar>& engine, const std::vector<ReversePart>& parts);

  /// Allocates nothing.
  void run(const ReverseSteps<Scalar>& steps);

  /// Of the k-th step of the last run, the last step in time being the 0th: the classes of δ, and
  /// whether every other derivative of the step is finite, that of the top layer's h at the step
  /// before left out.
  const StepReading& reading(int k) const { return m_readings[static_cast<std::size_t>(k)]; }
  /// ‖δ‖₂
  double stateNorm(int k) const { return normsOf(k)[0]; }
  /// ‖∂L/∂c‖₂ of the top layer's cell state, what comes through h of the same step included.
  double cellNorm(int k) const { return normsOf(k)[1]; }
  /// ‖∂L/∂h‖₂ by layer, if there are several.
  const double* layerNorms(int k) const { return normsOf(k) + 2; }
  /// Of the parts, in their order.
  const double* partNorms(int k) const { return normsOf(k) + m_firstPart; }

  /// How many instructions a step takes.
  std::ptrdiff_t instructionCount() const { return m_code.usualCount(); }

  /// ∂L/∂ of all registers at the first step in time of `steps`, the last run, as
  /// StepEngine::reverse() leaves them.
  void copyAdjoints(const ReverseSteps<Scalar>& steps, Scalar* adjoints) const;

 private:
  const double* normsOf(int k) const { return m_norms.data() + k * m_normsPerStep; }
  const StepProgram& program() const { return m_engine.program(); }
  int sizeOf(int reg) const { return program().registers[static_cast<std::size_t>(reg)].size; }
  void placeAdjoints();
  /// Where the derivative of a register stands by now.
  StepOperand adjointOf(int reg) const { return m_current[static_cast<std::size_t>(reg)]; }
  /// Where it will stand once something is added to it.
  StepOperand added(int reg);
  void addProduct(std::size_t group);
  void addOperation(const StepOperation& operation);
  void fillRest();
  void addReadings(const std::vector<ReversePart>& parts);

  const StepEngine<Scalar>& m_engine;
  StepCodeList<Scalar> m_code;
  std::vector<StepOperand> m_homes;   ///< by register
  std::vector<StepOperand> m_current; ///< by register
  int m_previousTop = 0;              ///< register of the top layer's h at the step before
  int m_scratchSize = 0;
  int m_firstPart = 0;
  std::ptrdiff_t m_normsPerStep = 0;
  AlignedArray<Scalar> m_adjoints;
  AlignedArray<Scalar> m_zeros;
  std::vector<StepReading> m_readings;
  std::vector<double> m_norms;
};

} // namespace backflow
