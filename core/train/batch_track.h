// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/batch_linear.h"
#include "core/train/matrix_series.h"
#include "core/unroll/truncation.h"

#include <functional>
#include <optional>
#include <vector>

namespace backflow {

/// What the way back through a track takes and gives.
template <class Scalar> struct BatchBackward {
  const Truncation* truncation = nullptr;
  std::optional<double> stateNormThreshold; ///< clips ∂L/∂ of each state of each sequence
  double regulariser = 0;                   ///< factor of Ω; one plain layer only
  WeightList<Scalar>* gradients = nullptr;  ///< added to
  /// By t − 1: what comes to ∂L/∂h_t from above, H×B; null where nothing does.
  const std::vector<const Scalar*>* fromAbove = nullptr;
  /// By t − 1: ‖∂L/∂h_t‖ over all sequences joins what is there; null if not wanted.
  std::vector<double>* outputNorms = nullptr;
  MatrixSeries<Scalar>* inputGradients = nullptr; ///< by t − 1, added to; null if not wanted
  double omega = 0;                               ///< Ω, mean over the sequences
};

/// One program unrolled over T steps on B sequences at once: every register is a matrix with a
/// column for each sequence, every product one of matrices. Everything that a pass needs is there
/// from the beginning, so that the loop over the steps allocates nothing.
template <class Scalar> class BatchTrack {
 public:
  using Matrix = MatrixOf<Scalar>;
  using ConstMap = Eigen::Map<const Matrix>;

  BatchTrack(StepProgram program, bool readsBackwards, const std::vector<ParameterShape>& shapes,
             std::vector<PinSpec> pins, int horizon, int batch);

  /// From states of zero. inputs: by t − 1.
  void forward(const WeightList<Scalar>& weights, const MatrixSeries<Scalar>& inputs);
  /// h_t of the top layer, H×B. After forward().
  ConstMap output(int t) const;
  void backward(const WeightList<Scalar>& weights, const MatrixSeries<Scalar>& inputs,
                BatchBackward<Scalar>& way);

  const StepProgram& program() const { return m_program; }
  bool readsBackwards() const { return m_readsBackwards; }
  int horizon() const { return m_horizon; }
  /// The step's number in the order of reading is u; its time is t.
  int timeOf(int u) const { return m_readsBackwards ? m_horizon + 1 - u : u; }
  /// The value of a register in step u. Of one that the way back does not read, recall(u) has to
  /// come first.
  ConstMap value(int reg, int u, const MatrixSeries<Scalar>& inputs) const;
  /// Computes once more what step u computed and does not hold. After forward().
  void recall(int u, const MatrixSeries<Scalar>& inputs);
  /// ∂L/∂ of a register in the step that backward() came to last.
  ConstMap adjoint(int reg) const;
  /// Called in backward() after each step u, from T to 1; true ends it there.
  std::function<bool(int u)> watch;

 private:
  /// An operation on the way back that goes entry by entry, and where its vectors stand.
  struct EntryPass {
    enum class Kind { ReverseMultiply, ReverseTanh, ReverseLogistic, ReverseRelu, Add, Subtract };
    Kind kind;
    const Scalar* left;
    const Scalar* right; ///< ReverseMultiply
    const Scalar* upstream;
    const Scalar* addend; ///< null for zeros, to ReverseMultiply alone
    Scalar* target;
    const Scalar* rightAddend; ///< ReverseMultiply, as is rightTarget
    Scalar* rightTarget;
    Eigen::Index size;
  };

  const PinSpec* pinOf(const StepOperation& operation, int t) const;
  bool isHeld(int reg) const;
  void lookAt(int u, const MatrixSeries<Scalar>& inputs);
  void compute(std::size_t index, int u);
  void findPassedOn();
  void fetch(int reg, int u) const;
  void beginReverseStep(int u, BatchBackward<Scalar>& way);
  void clipStates(Scalar threshold);
  void reverse(std::size_t index, int u, BatchBackward<Scalar>& way);
  void makePasses();
  void makePass(const EntryPass& pass, Eigen::Index first, Eigen::Index count) const;
  void reverseLinear(std::size_t index, BatchBackward<Scalar>& way);
  void regularise(const Eigen::Ref<const Matrix>& preActivation, BatchBackward<Scalar>& way,
                  Matrix& gradient);
  void reverseActivation(const StepOperation& operation, const Scalar* upstream, Eigen::Index size);
  /// Where ∂L/∂ of a register stands: zeros while nothing has come to it in this step.
  const Scalar* adjointAt(int reg) const;
  /// Where more of it goes, after what adjointAt() gave before.
  Scalar* adjointTo(int reg);
  /// For those who add to it in place.
  Eigen::Map<Matrix> begunAdjoint(int reg);

  StepProgram m_program;
  bool m_readsBackwards;
  std::vector<PinSpec> m_pins;
  int m_horizon;
  BatchLinear<Scalar> m_linear;
  std::vector<int> m_currentOf;                ///< by register: of a previous state its current one
  std::vector<MatrixSeries<Scalar>> m_initial; ///< by register: of a previous state, zeros
  std::vector<MatrixSeries<Scalar>> m_values;  ///< by register and u − 1; one alone if not held
  std::vector<const Scalar*> m_at;             ///< by register: its value in the step at hand
  std::vector<MatrixSeries<Scalar>> m_adjoints; ///< by register
  /// By register: where its derivative stands in the step at hand; null while it is zero.
  std::vector<const Scalar*> m_adjointAt;
  std::vector<const Scalar*> m_laterAt; ///< the same of the step after
  /// By register: read by one sum and nothing else, so that its derivative is that of the sum.
  std::vector<bool> m_isPassedOn;
  std::vector<EntryPass> m_passes; ///< that are still to be made, in their order
  MatrixSeries<Scalar> m_zeros;    ///< as large as the largest register
  Matrix m_total;   ///< ∂L/∂h_t of the step on the way back, before its own operations
  Matrix m_earlier; ///< what its recurrent weights hand to ∂L/∂h_{t−1}, for the regulariser
};

} // namespace backflow
