// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/architecture.h"
#include "core/train/batch_track.h"
#include "core/train/task.h"

#include <memory>
#include <optional>
#include <vector>

namespace backflow {

/// The parameters of a network with a task's output layer, W_y (K×readout) and b_y, at the end.
std::vector<ParameterShape> trainedShapes(const Scenario& scenario, int inputs, int outputs);

/// Their values at the start: the network's as a run draws them, W_y ~ N(0, 1/readout), b_y zero.
Parameters drawTrainedParameters(const Scenario& scenario, int inputs, int outputs);

/// How well a batch was foretold.
struct BatchScore {
  double loss = 0;                ///< mean over sequences and judged steps
  std::optional<double> accuracy; ///< share of right classes at the scored steps
};

/// A network and its output layer on a batch of sequences. All tensors are in `Scalar`, as a
/// framework would have them, and so inf and NaN come and go as there.
template <class Scalar> class BatchNetwork {
 public:
  using Matrix = MatrixOf<Scalar>;

  BatchNetwork(const Scenario& scenario, int inputs, int outputs, int batch);

  /// Computes the outputs and the loss.
  BatchScore forward(const WeightList<Scalar>& weights, const TaskBatch& batch);
  /// The gradients of the mean loss by every weight, in the order of the weights; plus
  /// `regulariser` times that of Ω. After forward().
  WeightList<Scalar> backward(const WeightList<Scalar>& weights, const TaskBatch& batch,
                              double regulariser);

  /// ‖∂L/∂h_t‖ of the top layer over the whole batch, by t − 1. After backward().
  const std::vector<double>& profile() const { return m_profile; }
  double omega() const { return m_omega; }
  /// By loss step, K×B: the outputs, and after backward() ∂L/∂ of them.
  const std::vector<Matrix>& outputs() const { return m_outputs; }
  const std::vector<Matrix>& outputGradients() const { return m_outputGradients; }
  const std::vector<std::vector<std::unique_ptr<BatchTrack<Scalar>>>>& stages() const {
    return m_stages;
  }
  /// What a stage reads, by t − 1.
  const MatrixSeries<Scalar>& inputOf(std::size_t stage) const { return m_inputs[stage]; }
  int batchSize() const { return m_batch; }

 private:
  void readAt(int t, Matrix& readout) const;
  BatchScore judge(const TaskBatch& batch);
  void reverseHead(const WeightList<Scalar>& weights, const TaskBatch& batch,
                   WeightList<Scalar>& gradients);

  Scenario m_scenario;
  int m_batch;
  int m_horizon;
  bool m_judgesLastAlone = true;
  std::vector<std::vector<std::unique_ptr<BatchTrack<Scalar>>>> m_stages;
  std::vector<MatrixSeries<Scalar>> m_inputs; ///< by stage and t − 1
  std::vector<Matrix> m_readouts;             ///< by loss step
  std::vector<Matrix> m_outputs;
  std::vector<Matrix> m_outputGradients;
  Matrix m_readoutGradient; ///< of one loss step
  /// By track of a stage and t − 1: what comes to ∂L/∂h_t from above, and where it does.
  std::vector<MatrixSeries<Scalar>> m_fromAbove;
  std::vector<std::vector<const Scalar*>> m_arrivals;
  MatrixSeries<Scalar> m_below; ///< by t − 1: ∂L/∂ of what the stage at hand reads
  std::vector<double> m_profile;
  double m_omega = 0;
};

} // namespace backflow
