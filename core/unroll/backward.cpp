// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/backward.h"

#include "core/numeric/measure.h"
#include "core/unroll/clipping.h"
#include "core/unroll/gradient_watch.h"
#include "core/unroll/kept_shares.h"
#include "core/unroll/parameter_gradient.h"
#include "core/unroll/truncation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

template <class Scalar> using MatrixOf = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
template <class Scalar> using VectorOf = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

void reserve(StepRecords& steps, std::size_t horizon, const std::optional<ClipSpec>& clip) {
  steps.gradientNorm.resize(horizon);
  steps.parameterGradientNorm.resize(horizon);
  steps.zeros.resize(horizon);
  steps.subnormals.resize(horizon);
  steps.infinities.resize(horizon);
  steps.nans.resize(horizon);
  if (clip) {
    steps.parameterGradientNormAfterClip.resize(horizon);
  }
  if (clip && clip->mode == ClipMode::StateNorm) {
    steps.gradientNormBeforeClip.resize(horizon);
  }
}

/// `extreme`, but `candidate` if that is NaN: std::max and std::min would pass over it. A NaN that
/// came earlier stays, as they return their first argument when they cannot compare.
double orNan(double extreme, double candidate) {
  return std::isnan(candidate) ? candidate : extreme;
}

/// The way back itself, from T to 1.
template <class Scalar> class WayBack {
 public:
  WayBack(const Experiment& experiment, const RnnCell<Scalar>& cell, const MatrixOf<Scalar>& input,
          const Loss<Scalar>& loss, const ForwardPass<Scalar>& pass, RunOptions options,
          RunTrace& trace)
      : m_scenario(experiment.scenario), m_cell(cell), m_input(input), m_loss(loss),
        m_states(pass.states), m_steps(trace.steps), m_trace(trace),
        m_truncation(experiment.scenario),
        m_gathered(pass.states, input, m_truncation.earliest(),
                   clipsBy(ClipMode::Value) ? ParameterGradient<Scalar>::Keep::ActivationGradients
                                            : ParameterGradient<Scalar>::Keep::Nothing),
        m_watch(cell, pass.states, experiment.scenario.thresholds, trace.events) {
    const Eigen::Index hidden = cell.hidden();
    m_flows.setZero(hidden, m_truncation.flows());
    m_flowActive.assign(static_cast<std::size_t>(m_truncation.flows()), false);
    m_activationGradients.setZero(hidden, m_truncation.flows());
    m_stateGradient.setZero(hidden);
    m_laterStateGradient.setZero(hidden);
    m_activationGradient.setZero(hidden);
    m_lossGradient.setZero(hidden);
    reserve(m_steps, static_cast<std::size_t>(input.cols()), m_scenario.clip);
    if (options.keepStateGradients) {
      trace.stateGradients.resize(hidden, input.cols());
    }
  }

  bool walk(const std::stop_token& stop) {
    for (auto t = static_cast<int>(m_input.cols()); t >= 1; --t) {
      if (stop.stop_requested()) {
        return false;
      }
      if (m_truncation.reaches(t)) {
        step(t);
      } else {
        leaveZero(t);
      }
    }
    return true;
  }

  void finish() {
    m_trace.events.insert(m_trace.events.end(), m_gathered.events().begin(),
                          m_gathered.events().end());
    GradientList<Scalar> gradient{m_gathered.recurrent(), m_gathered.input(), m_gathered.bias()};
    const GradientList<Scalar> before =
        clipsBy(ClipMode::Value) ? gradient : GradientList<Scalar>();
    noteNonfinite(gradient);
    ClipResult clipped = clipGradient(m_scenario.clip, gradient);
    m_trace.clip = clipped.record;
    m_trace.events.insert(m_trace.events.end(), clipped.events.begin(), clipped.events.end());
    if (clipsBy(ClipMode::Norm)) {
      for (std::size_t k = 0; k < m_steps.parameterGradientNorm.size(); ++k) {
        m_steps.parameterGradientNormAfterClip[k] =
            m_steps.parameterGradientNorm[k] * clipped.record.coefficient;
      }
    } else if (clipsBy(ClipMode::Value)) {
      recordKeptShares(m_gathered.activationGradients(), m_states, m_input, before, gradient,
                       m_truncation.earliest(), m_steps.parameterGradientNormAfterClip);
    } else if (clipsBy(ClipMode::StateNorm)) {
      m_trace.clip = {m_largestBefore, m_largestAfter, m_smallestCoefficient};
    }
    m_trace.parameterGradients = {{"W_h", gradient[0].template cast<double>()},
                                  {"W_x", gradient[1].template cast<double>()},
                                  {"b", gradient[2].template cast<double>()}};
    noteNonfinite(gradient);
  }

  bool sawInf() const { return m_sawInf || m_watch.sawInf(); }
  bool sawNan() const { return m_sawNan || m_watch.sawNan(); }

 private:
  bool clipsBy(ClipMode mode) const { return m_scenario.clip && m_scenario.clip->mode == mode; }

  /// A step that no loss reaches: the zeros of reserve() stand, and not even 0 · inf is computed.
  void leaveZero(int t) {
    m_steps.zeros[static_cast<std::size_t>(t) - 1] = static_cast<int>(m_cell.hidden());
    if (m_trace.stateGradients.size() > 0) {
      m_trace.stateGradients.col(t - 1).setZero();
    }
  }

  void noteNonfinite(const GradientList<Scalar>& gradient) {
    for (const auto& matrix : gradient) {
      m_sawNan = m_sawNan || matrix.hasNaN();
      m_sawInf = m_sawInf || !matrix.allFinite();
    }
  }

  void step(int t) {
    const auto slot = static_cast<Eigen::Index>(m_truncation.flowOf(t));
    const bool lossActs = m_loss.actsAt(t);
    if (m_flows.cols() > 1) {
      m_flows.col(slot).setZero();
    }
    if (lossActs) {
      m_loss.gradient(t, m_states.col(t).data(), m_lossGradient);
      m_flows.col(slot) += m_lossGradient;
      m_flowActive[static_cast<std::size_t>(slot)] = true;
    }
    m_stateGradient = m_flows.col(0);
    for (Eigen::Index flow = 1; flow < m_flows.cols(); ++flow) {
      m_stateGradient += m_flows.col(flow);
    }
    const Measure measured = measure(m_stateGradient.data(), m_stateGradient.size());
    m_watch.look({t, m_stateGradient, m_flows, m_activationGradients, m_laterStateGradient,
                  m_lossGradient, slot, lossActs, m_carried},
                 measured);
    const double coefficient = clipState(t, measured);
    record(t,
           coefficient == 1 ? measured : measure(m_stateGradient.data(), m_stateGradient.size()));

    m_cell.activationGradient(m_states.col(t).data(), m_stateGradient.data(),
                              m_activationGradient.data());
    m_watch.lookAtActivationGradient(t, m_stateGradient, m_activationGradient);
    m_gathered.add(t, m_activationGradient);
    const auto index = static_cast<std::size_t>(t) - 1;
    const double copyNorm = m_gathered.copyNorm(t, m_activationGradient);
    m_steps.parameterGradientNorm[index] = copyNorm;
    if (clipsBy(ClipMode::StateNorm)) {
      m_steps.parameterGradientNormAfterClip[index] = copyNorm;
      m_steps.parameterGradientNorm[index] =
          coefficient > 0 && std::isfinite(copyNorm)
              ? std::min(copyNorm / coefficient, std::numeric_limits<double>::max())
              : copyNorm;
    }
    if (t > 1) {
      goOn(t);
    }
  }

  /// Rescales δ_t, and each flow of it, to the threshold; returns the coefficient.
  double clipState(int t, const Measure& measured) {
    if (!clipsBy(ClipMode::StateNorm)) {
      return 1;
    }
    m_steps.gradientNormBeforeClip[static_cast<std::size_t>(t) - 1] = measured.norm;
    const double threshold = m_scenario.clip->threshold;
    const Scalar simulatedNorm = tensorNorm<Scalar>(m_stateGradient);
    const auto coefficient = static_cast<double>(clipCoefficient(threshold, simulatedNorm));
    m_watch.lookAtClipNorm(t, measured.norm, static_cast<double>(simulatedNorm), m_stateGradient);
    if (coefficient != 1) {
      m_stateGradient *= static_cast<Scalar>(coefficient);
      m_flows *= static_cast<Scalar>(coefficient);
    }
    m_watch.lookAtClipping(t, measured.norm, coefficient, threshold, m_stateGradient);
    m_largestBefore = orNan(std::max(m_largestBefore, measured.norm), measured.norm);
    m_smallestCoefficient = orNan(std::min(m_smallestCoefficient, coefficient), coefficient);
    return coefficient;
  }

  void record(int t, const Measure& measured) {
    const auto index = static_cast<std::size_t>(t) - 1;
    m_steps.gradientNorm[index] = measured.norm;
    m_steps.zeros[index] = measured.zeros;
    m_steps.subnormals[index] = measured.subnormals;
    m_steps.infinities[index] = measured.infinities;
    m_steps.nans[index] = measured.nans;
    m_largestAfter = orNan(std::max(m_largestAfter, measured.norm), measured.norm);
    if (m_trace.stateGradients.size() > 0) {
      m_trace.stateGradients.col(t - 1) = m_stateGradient.template cast<double>();
    }
  }

  void goOn(int t) {
    m_laterStateGradient = m_stateGradient;
    m_carried = !m_truncation.cutsBefore(t);
    if (!m_carried) {
      m_flows.setZero();
      m_flowActive.assign(m_flowActive.size(), false);
      return;
    }
    for (Eigen::Index flow = 0; flow < m_flows.cols(); ++flow) {
      // A flow that has not begun stays exactly zero, whatever the weights hold.
      if (!m_flowActive[static_cast<std::size_t>(flow)]) {
        continue;
      }
      auto activationGradient = m_activationGradients.col(flow);
      if (m_flows.cols() == 1) {
        activationGradient = m_activationGradient;
      } else {
        m_cell.activationGradient(m_states.col(t).data(), m_flows.col(flow).data(),
                                  activationGradient.data());
      }
      m_cell.previousStateGradient(activationGradient.data(), m_flows.col(flow).data());
    }
  }

  const Scenario& m_scenario;
  const RnnCell<Scalar>& m_cell;
  const MatrixOf<Scalar>& m_input;
  const Loss<Scalar>& m_loss;
  const MatrixOf<Scalar>& m_states;
  StepRecords& m_steps;
  RunTrace& m_trace;
  Truncation m_truncation;
  ParameterGradient<Scalar> m_gathered;
  GradientWatch<Scalar> m_watch;

  MatrixOf<Scalar> m_flows;
  std::vector<bool> m_flowActive;
  MatrixOf<Scalar> m_activationGradients; ///< of each flow at the step before this one
  VectorOf<Scalar> m_stateGradient;
  VectorOf<Scalar> m_laterStateGradient;
  VectorOf<Scalar> m_activationGradient;
  VectorOf<Scalar> m_lossGradient;
  bool m_carried = false;
  double m_largestBefore = 0;
  double m_largestAfter = 0;
  double m_smallestCoefficient = 1;
  bool m_sawInf = false;
  bool m_sawNan = false;
};

} // namespace

template <class Scalar>
bool backward(const Experiment& experiment, const RnnCell<Scalar>& cell,
              const MatrixOf<Scalar>& input, const Loss<Scalar>& loss,
              const ForwardPass<Scalar>& pass, RunOptions options, const std::stop_token& stop,
              RunTrace& trace) {
  WayBack<Scalar> way(experiment, cell, input, loss, pass, options, trace);
  if (!way.walk(stop)) {
    return false;
  }
  way.finish();
  const bool nan = pass.sawNan || way.sawNan() || std::isnan(trace.loss);
  const bool inf = pass.sawInf || way.sawInf() || std::isinf(trace.loss);
  trace.status = nan ? RunStatus::Nan : inf ? RunStatus::Overflow : RunStatus::Finite;
  return true;
}

template bool backward(const Experiment&, const RnnCell<float>&, const MatrixOf<float>&,
                       const Loss<float>&, const ForwardPass<float>&, RunOptions,
                       const std::stop_token&, RunTrace&);
template bool backward(const Experiment&, const RnnCell<double>&, const MatrixOf<double>&,
                       const Loss<double>&, const ForwardPass<double>&, RunOptions,
                       const std::stop_token&, RunTrace&);

} // namespace backflow
