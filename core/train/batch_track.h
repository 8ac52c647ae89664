// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/network/parameters.h"
#include "core/numeric/dense.h"
#include "core/numeric/tile_product.h"
#include "core/train/matrix_series.h"
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
  using ConstMap = Eigen::Map<const Matrix>;

  BatchTrack(StepProgram program, bool readsBackwards, const std::vector<ParameterShape>& shapes,
             std::vector<PinSpec> pins, int horizon, int batch);

  /// From states of zero. inputs: by t − 1.
  void forward(const WeightList<Scalar>& weights, const std::vector<Matrix>& inputs);
  /// h_t of the top layer, H×B. After forward().
  ConstMap output(int t) const;
  void backward(const WeightList<Scalar>& weights, const std::vector<Matrix>& inputs,
                BatchBackward<Scalar>& way);

  const StepProgram& program() const { return m_program; }
  bool readsBackwards() const { return m_readsBackwards; }
  int horizon() const { return m_horizon; }
  /// The step's number in the order of reading is u; its time is t.
  int timeOf(int u) const { return m_readsBackwards ? m_horizon + 1 - u : u; }
  /// The value of a register in step u. Of one that the way back does not read, recall(u) has to
  /// come first.
  ConstMap value(int reg, int u, const std::vector<Matrix>& inputs) const;
  /// Computes once more what step u computed and does not hold. After forward().
  void recall(int u, const std::vector<Matrix>& inputs);
  /// ∂L/∂ of a register in the step that backward() came to last.
  ConstMap adjoint(int reg) const;
  /// Called in backward() after each step u, from T to 1; true ends it there.
  std::function<bool(int u)> watch;

 private:
  /// Registers that linear operations read together, laid out for their products once a step.
  struct Sources {
    std::vector<int> registers;
    PackedFactor<Scalar> packed;
    int step = 0; ///< u of what is packed
  };
  /// What a linear operation computes with.
  struct Linear {
    std::vector<std::size_t> weightPlaces; ///< by block, in the list
    std::vector<std::size_t> biasPlaces;
    std::size_t sources = 0;
    VectorOf<Scalar> bias;                        ///< Σ biases
    PackedFactor<Scalar> weights;                 ///< all blocks side by side, for W·sources
    std::vector<PackedFactor<Scalar>> transposed; ///< by block, for Wᵀ·∂L/∂result
    PackedFactor<Scalar> adjoint;
    PackedFactor<Scalar> gatheredAdjoints; ///< of several steps
  };

  Linear linearOf(const StepOperation& operation, const std::vector<ParameterShape>& shapes,
                  int batch);
  std::size_t sourcesOf(const StepOperation& operation, int batch);
  void packForwards(const WeightList<Scalar>& weights);
  void packBackwards(const WeightList<Scalar>& weights);
  void beginReverseStep(int u, const std::vector<Matrix>& inputs, BatchBackward<Scalar>& way);
  void addGathered(std::size_t index, std::size_t block, WeightList<Scalar>& gradients) const;
  void endGathering(WeightList<Scalar>& gradients);
  void clearGathered();
  void clipStates(Scalar threshold);
  const PinSpec* pinOf(const StepOperation& operation, int t) const;
  bool isHeld(int reg) const {
    return m_program.registers[static_cast<std::size_t>(reg)].held >= 0;
  }
  /// Where step u puts the result of an operation.
  Eigen::Map<Matrix> resultOf(std::size_t index, int u);
  void compute(std::size_t index, int u, const std::vector<Matrix>& inputs);
  void computeLinear(std::size_t index, int u, const std::vector<Matrix>& inputs);
  void reverse(std::size_t index, int u, const std::vector<Matrix>& inputs,
               BatchBackward<Scalar>& way);
  void reverseLinear(std::size_t index, BatchBackward<Scalar>& way);
  void regularise(const Eigen::Ref<const Matrix>& preActivation, const Matrix& earlier,
                  BatchBackward<Scalar>& way, Matrix& gradient);
  Eigen::Map<Matrix> adjointOf(int reg);

  StepProgram m_program;
  bool m_readsBackwards;
  std::vector<PinSpec> m_pins;
  int m_horizon;
  int m_gatheredSteps;            ///< whose products with their sources make a gradient at once
  std::vector<Sources> m_sources; ///< each list of registers once
  std::vector<Linear> m_linear;   ///< by operation; empty for others
  std::vector<int> m_sourceOrder; ///< the registers that any linear operation reads
  std::vector<PackedFactor<Scalar>> m_gatheredSources; ///< by register, of several steps
  int m_gathered = 0;                                  ///< steps that are gathered
  std::vector<int> m_currentOf;                ///< by register: of a previous state its current one
  std::vector<MatrixSeries<Scalar>> m_initial; ///< by register: of a previous state, zeros
  std::vector<MatrixSeries<Scalar>> m_values;  ///< by register and u − 1; one alone if not held
  std::vector<MatrixSeries<Scalar>> m_adjoints; ///< by register
  std::vector<int> m_startAtZero;               ///< registers whose derivatives are only added to
  Matrix m_total; ///< ∂L/∂h_t of the step on the way back, before its own operations
};

} // namespace backflow
