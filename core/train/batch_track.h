// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/network/parameters.h"
#include "core/numeric/dense.h"
#include "core/numeric/tile_product.h"
#include "core/unroll/truncation.h"

#include <functional>
#include <optional>
#include <vector>

namespace backflow {

/// Weights, or gradients, of a network as matrices in the order of its parameter shapes.
template <class Scalar> using WeightList = std::vector<MatrixOf<Scalar>>;

/// What the way back through a track takes and gives.
template <class Scalar> struct BatchBackward {
  using Matrix = MatrixOf<Scalar>;

  const Truncation* truncation = nullptr;
  std::optional<double> stateNormThreshold; ///< clips ∂L/∂ of each state of each sequence
  double regulariser = 0;                   ///< factor of Ω; one plain layer only
  WeightList<Scalar>* gradients = nullptr;  ///< added to
  /// By t − 1: what comes from above, and is left as the total derivative ∂L/∂h_t, H×B.
  std::vector<Matrix>* outputGradients = nullptr;
  std::vector<Matrix>* inputGradients = nullptr; ///< by t − 1, added to; null if not wanted
  double omega = 0;                              ///< Ω, mean over the sequences
};

/// One program unrolled over T steps on B sequences at once: every register is a matrix with a
/// column for each sequence, every product one of matrices.
template <class Scalar> class BatchTrack {
 public:
  using Matrix = MatrixOf<Scalar>;

  BatchTrack(StepProgram program, bool readsBackwards, const std::vector<ParameterShape>& shapes,
             std::vector<PinSpec> pins, int horizon, int batch);

  /// From states of zero. inputs: by t − 1.
  void forward(const WeightList<Scalar>& weights, const std::vector<Matrix>& inputs);
  /// h_t of the top layer, H×B. After forward().
  const Matrix& output(int t) const;
  void backward(const WeightList<Scalar>& weights, const std::vector<Matrix>& inputs,
                BatchBackward<Scalar>& way);

  const StepProgram& program() const { return m_program; }
  bool readsBackwards() const { return m_readsBackwards; }
  int horizon() const { return m_horizon; }
  /// The step's number in the order of reading is u; its time is t.
  int timeOf(int u) const { return m_readsBackwards ? m_horizon + 1 - u : u; }
  /// The value of a register in step u.
  const Matrix& value(int reg, int u, const std::vector<Matrix>& inputs) const;
  /// ∂L/∂ of each register in the step that backward() came to last.
  const std::vector<Matrix>& adjoints() const { return m_adjoints; }
  /// Called in backward() after each step u, from T to 1; true ends it there.
  std::function<bool(int u)> watch;

 private:
  /// One block of weights, laid out for its three products.
  struct Product {
    PackedFactor<Scalar> weights;    ///< W, for W·source
    PackedFactor<Scalar> transposed; ///< Wᵀ, for Wᵀ·∂L/∂result
    PackedFactor<Scalar> source;
    PackedFactor<Scalar> adjoint;
    // Of several steps, so that the gradient is read and written less often.
    PackedFactor<Scalar> gatheredAdjoints;
    PackedFactor<Scalar> gatheredSources;
  };

  void packWeights(const WeightList<Scalar>& weights, bool forwards);
  void addGathered(std::size_t index, std::size_t block, WeightList<Scalar>& gradients);
  void addAllGathered(WeightList<Scalar>& gradients);
  void clipStates(Scalar threshold);
  const PinSpec* pinOf(const StepOperation& operation, int t) const;
  void compute(std::size_t index, int u, const WeightList<Scalar>& weights,
               const std::vector<Matrix>& inputs);
  void reverse(std::size_t index, int u, const std::vector<Matrix>& inputs,
               BatchBackward<Scalar>& way);
  void reverseLinear(std::size_t index, int u, const std::vector<Matrix>& inputs,
                     BatchBackward<Scalar>& way);
  void regularise(const Matrix& preActivation, const Matrix& earlier, BatchBackward<Scalar>& way,
                  Matrix& gradient);

  StepProgram m_program;
  bool m_readsBackwards;
  std::vector<PinSpec> m_pins;
  int m_horizon;
  std::vector<std::vector<std::size_t>> m_weightPlaces; ///< by operation and block, in the list
  std::vector<std::vector<std::size_t>> m_biasPlaces;
  std::vector<std::vector<Product>> m_products; ///< by operation and block
  std::vector<int> m_currentOf;              ///< by register: of a previous state its current one
  std::vector<Matrix> m_initial;             ///< by register: of a previous state at u = 1, zeros
  std::vector<std::vector<Matrix>> m_values; ///< by register and u − 1
  std::vector<Matrix> m_adjoints;            ///< by register
  Matrix m_total; ///< ∂L/∂h_t of the step on the way back, before its own operations
};

} // namespace backflow
