// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/architecture.h"
#include "core/network/attention.h"
#include "core/record/trace.h"
#include "core/unroll/backward.h"
#include "core/unroll/clipping.h"
#include "core/unroll/forward_watch.h"
#include "core/unroll/loss.h"
#include "core/unroll/run.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace backflow {

/// A whole network unrolled in one precision: all of its tracks, attention and the loss, forwards
/// and backwards.
template <class Scalar> class NetworkRun {
 public:
  using Matrix = MatrixOf<Scalar>;

  NetworkRun(const Experiment& experiment, RunOptions options);

  /// The forward pass into the trace. False if stopped.
  bool forward(const std::stop_token& stop);
  /// The backward pass, clipping, and the comparison with the whole gradient. False if stopped.
  bool backward(const std::stop_token& stop);
  /// In place of backward(), for who wants ∂L/∂h_t alone: its records, events and reference curve.
  /// No gradient of weights is computed, and the status does not speak of it. False if stopped.
  bool backwardOfStates(const std::stop_token& stop);

  /// ‖∂L_τ/∂h_t‖₂ by t of the loss at step τ alone, without truncation and clipping. After
  /// forward(). Empty if stopped.
  std::vector<double> influenceOf(int lossStep, const std::stop_token& stop);

  RunTrace trace;
  std::vector<double> referenceLog2; ///< float64 only

 private:
  struct Walk {
    std::optional<TruncationSpec> truncation;
    std::optional<ClipSpec> clip;
    Watched watched = Watched::Everything;
    std::optional<int> onlyStep;
    bool gathersParameters = true;
    bool isMain = false; ///< the one that the trace tells of
  };
  /// What a walk through all stages leaves. The passes of the top stage come first.
  struct Outcome {
    std::vector<std::unique_ptr<BackwardPass<Scalar>>> passes;
    std::vector<Track<Scalar>*> tracks; ///< of the passes
    std::vector<GradientSource<Scalar>> sources;
    std::unique_ptr<ParameterGradient<Scalar>> head;
    std::vector<double> headCopyNorm; ///< by loss step
    GradientList<Scalar> sums;
  };

  /// Whether the whole gradient, without truncation and clipping, needs a way back of its own.
  bool walksTwice() const;
  void expectSteps();
  bool isDense() const { return m_plan.head || m_network.bidirectional || m_attends; }
  bool computeStage(std::size_t stage, const Matrix& input, const std::stop_token& stop,
                    Matrix& output);
  void makeReadouts();
  void noteAttention();
  bool computeHead(const std::stop_token& stop);
  VectorOf<Scalar> initialStatesOf(const TrackPlan& plan, int direction) const;

  bool walk(const Walk& how, const std::stop_token& stop, Outcome& outcome);
  bool walkStage(std::size_t stage, const Walk& how, const std::vector<GradientSource<Scalar>>& in,
                 const std::stop_token& stop, Outcome& outcome, Matrix& below);
  std::vector<GradientSource<Scalar>> lossSources(const Walk& how, Outcome& outcome);
  std::vector<GradientSource<Scalar>> denseSources(const Matrix& gradients,
                                                   const std::vector<bool>& acts, bool everyStep);

  void mergeSteps(Outcome& outcome);
  /// full: without truncation and clipping, where there is any to compare with.
  void finish(Outcome& outcome, const std::optional<GradientList<Scalar>>& full);
  void takeEvents(Outcome& outcome);
  void settleStatus();
  template <class Wide>
  void clipAndRecord(GradientList<Wide> gradient, Outcome& outcome,
                     const std::optional<GradientList<Scalar>>& full);
  template <class Wide> void noteNonfinite(const GradientList<Wide>& gradient);
  void noteStatus(bool inf, bool nan);

  const Experiment& m_experiment;
  const Scenario& m_scenario;
  const NetworkSpec& m_network;
  RunOptions m_options;
  PassProgress* m_progress = nullptr;
  NetworkPlan m_plan;
  bool m_attends;
  std::vector<std::vector<std::unique_ptr<Track<Scalar>>>> m_stages;
  std::unique_ptr<Track<Scalar>> m_head;
  Loss<Scalar> m_loss;
  std::vector<int> m_lossSteps;
  Matrix m_output;   ///< of the top stage, O×T, in dense runs
  Matrix m_readouts; ///< O×(loss steps), in dense runs
  std::unique_ptr<Attention<Scalar>> m_attention;
  bool m_sawInf = false;
  bool m_sawNan = false;
};

} // namespace backflow
