// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_code_list.h"
#include "core/numeric/tile_product.h"

#include <vector>

namespace backflow {

/// What the steps of a track are computed on.
template <class Scalar> struct ForwardSteps {
  const Scalar* input; ///< x of the first step; a step later stands inputStride further
  std::ptrdiff_t inputStride;
  Scalar* held; ///< of the first step; the step before it stands heldSize numbers earlier
  Scalar* scratch;
  double* norms; ///< where those of the first step's normedRegisters() go; then the next step's
  int steps;     ///< at most ForwardPlan::mostSteps
};

/// The forward step of an engine without pins as instructions, so that many steps are one call.
/// Gives the very numbers of StepEngine::forward(): biases and the products with x_t, which no
/// step has to wait for, come first in every sum, and are computed for all steps at once.
template <class Scalar> class ForwardPlan {
 public:
  static constexpr int mostSteps = 64;

  /// The engine has to outlive this object.
  explicit ForwardPlan(const StepEngine<Scalar>& engine);

  /// Allocates nothing if there are mostSteps of them.
  void run(const ForwardSteps<Scalar>& steps);

  /// Of the k-th step of the last run: what is saturated, and whether all its numbers are finite.
  const StepReading& reading(int k) const { return m_readings[static_cast<std::size_t>(k)]; }

  /// How many instructions a step without saturated units takes.
  std::ptrdiff_t instructionCount() const { return m_code.usualCount(); }

 private:
  /// The products of one group with the input.
  struct Projection {
    std::size_t group;
    std::ptrdiff_t offset;
    std::ptrdiff_t size;
    PackedFactor<Scalar> weights; ///< without steps if the group does not begin with the input
  };

  void addProduct(std::size_t group);
  void copyProjection(const std::vector<int>& blocks);
  void addOperation(int index);
  void addReadings();
  const Scalar* biasesOf(const Projection& projection) const {
    return m_engine.forwardProducts()[projection.group].biases.data();
  }
  void project(const ForwardSteps<Scalar>& steps);

  const StepEngine<Scalar>& m_engine;
  StepCodeList<Scalar> m_code;
  std::vector<Projection> m_projections;
  std::ptrdiff_t m_projectionSize = 0; ///< numbers a step
  AlignedArray<Scalar> m_projected;
  PackedFactor<Scalar> m_inputs;
  AlignedArray<Scalar> m_zeros;
  std::vector<StepReading> m_readings;
  std::ptrdiff_t m_normsPerStep = 0;
};

} // namespace backflow
