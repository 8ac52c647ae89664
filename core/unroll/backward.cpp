// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/backward.h"

#include "core/numeric/emulated.h"
#include "core/numeric/measure.h"
#include "core/unroll/clipping.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace backflow {

template <class Scalar>
BackwardPass<Scalar>::BackwardPass(const Scenario& scenario, Track<Scalar>& track,
                                   const std::vector<ParameterShape>& shapes,
                                   const GradientSource<Scalar>& source, BackwardOptions options)
    : m_scenario(scenario), m_track(track), m_source(source), m_options(options),
      m_truncation(track.horizon(), m_options.truncation, source.everyStep, track.readsBackwards()),
      m_gathered(track, m_options.gathersParameters ? shapes : std::vector<ParameterShape>(),
                 m_truncation.earliest(),
                 m_options.clip && m_options.clip->mode == ClipMode::Value
                     ? ParameterGradient<Scalar>::Keep::Adjoints
                     : ParameterGradient<Scalar>::Keep::Nothing),
      m_watch(track, scenario.thresholds, scenario.loss.scale, m_options.watched, events),
      m_scale(scenario.loss.scale) {
  const StepProgram& program = track.program();
  Eigen::Index next = 0;
  for (const StepState& state : program.states) {
    if (state.current == program.output) {
      m_top = next;
    }
    next += reg(state.current).size;
  }
  m_hidden = reg(program.output).size;
  const auto horizon = static_cast<std::size_t>(track.horizon());
  m_flows.setZero(program.stateSize, m_truncation.flows());
  m_flowActive.assign(static_cast<std::size_t>(m_truncation.flows()), false);
  m_states.setZero(program.stateSize);
  m_carriedTop.setZero(source.everyStep ? m_hidden : 0);
  m_stateGradient.setZero(m_hidden);
  m_lossGradient.setZero(m_hidden);
  m_sourceGradient.setZero(program.headOperation >= 0 ? reg(program.operations.back().result).size
                                                      : m_hidden);
  m_adjoints = AlignedArray<Scalar>(program.adjointSize);
  m_values.resize(program.registers.size());
  m_laterValues.resize(program.registers.size());
  m_flowAdjoints.assign(static_cast<std::size_t>(m_truncation.flows()),
                        AlignedArray<Scalar>(program.adjointSize));
  steps.gradientNorm.resize(horizon);
  steps.parameterGradientNorm.resize(horizon);
  steps.zeros.resize(horizon);
  steps.subnormals.resize(horizon);
  steps.infinities.resize(horizon);
  steps.nans.resize(horizon);
  if (clipsState()) {
    steps.gradientNormBeforeClip.resize(horizon);
    steps.parameterGradientNormAfterClip.resize(horizon);
  }
  if (source.everyStep) {
    steps.directGradientNorm.resize(horizon);
    steps.recurrentGradientNorm.resize(horizon);
  }
  if (program.layerOutputs.size() > 1) {
    steps.layerGradientNorm.assign(program.layerOutputs.size(), std::vector<double>(horizon));
  }
  const auto& carousel = program.carousel;
  if (carousel && program.states[static_cast<std::size_t>(carousel->state)].isCell) {
    steps.cellGradientNorm.resize(horizon);
    if (m_truncation.flows() == 1 && !clipsState()) {
      steps.cellGradientDirectNorm.resize(horizon);
      steps.cellGradientGatesNorm.resize(horizon);
    }
  }
  planSteps();
  const Eigen::Index cells = steps.cellGradientDirectNorm.empty() ? 0 : m_hidden;
  m_directCell.setZero(cells);
  m_gatesCell.setZero(cells);
  m_keepLater.setZero(cells);
  if (m_options.keepStateGradients) {
    stateGradients.setZero(m_hidden, track.horizon());
  }
  if (m_options.wantsInputGradient) {
    inputGradient.setZero(reg(program.input).size, track.horizon());
  }
}

template <class Scalar> void BackwardPass<Scalar>::followReference() {
  if constexpr (std::is_same_v<Scalar, double>) {
    m_reference = std::make_unique<ReferenceCurve>(m_scenario, m_track, m_truncation);
  }
}

template <class Scalar> bool BackwardPass<Scalar>::walk(const std::stop_token& stop) {
  int told = m_track.horizon();
  const auto tell = [&](int left) {
    if (m_options.progress != nullptr) {
      m_options.progress->advance(std::int64_t{backwardWork} * (told - left));
      told = left;
    }
  };
  for (int u = m_track.horizon(); u >= 1;) {
    if (stop.stop_requested()) {
      return false;
    }
    tell(u);
    if (!m_truncation.reaches(u)) {
      leaveZero(u--);
      continue;
    }
    if ((!m_isOver || readsValuesAtRest()) && !m_track.load(u, stop)) {
      return false;
    }
    if (m_isOver) {
      u = rest(u);
    } else if (const int first = plannedDownTo(u); first <= u) {
      u = followPlan(u, first);
    } else {
      step(u--);
    }
  }
  tell(0);
  if (m_reference) {
    referenceLog2 = m_reference->log2Norms();
  }
  return true;
}

/// A step that no loss reaches: zeros stand, and not even 0 · inf is computed.
template <class Scalar> void BackwardPass<Scalar>::leaveZero(int u) {
  steps.zeros[static_cast<std::size_t>(u) - 1] = static_cast<int>(m_hidden);
}

template <class Scalar>
bool BackwardPass<Scalar>::takeLoss(int u, const Values& values, Eigen::Index slot) {
  m_lossGradient.setZero();
  if (!m_source.actsAt(u)) {
    return false;
  }
  const StepProgram& program = m_track.program();
  m_source.gradient(u, values, m_sourceGradient);
  if (program.headOperation < 0) {
    m_lossGradient = m_sourceGradient;
  } else {
    m_adjoints.setZero();
    adjoint(program.operations.back().result) = m_sourceGradient;
    m_track.engine().reverseHead(m_adjoints.data());
    m_lossGradient = adjoint(program.output);
  }
  m_flows.col(slot).segment(m_top, m_hidden) += m_lossGradient;
  m_flowActive[static_cast<std::size_t>(slot)] = true;
  return true;
}

template <class Scalar> void BackwardPass<Scalar>::step(int u) {
  m_track.valuesAt(u, m_values);
  const Values& values = m_values;
  if (m_carried) {
    m_track.valuesAt(u + 1, m_laterValues);
  }
  const Eigen::Index slot = m_truncation.flowOf(u);
  if (m_flows.cols() > 1) {
    m_flows.col(slot).setZero();
  }
  if (m_source.everyStep) {
    m_carriedTop.setZero();
    for (Eigen::Index flow = 0; flow < m_flows.cols(); ++flow) {
      m_carriedTop += m_flows.col(flow).segment(m_top, m_hidden);
    }
  }
  const bool lossActs = takeLoss(u, values, slot);
  m_states = m_flows.col(0);
  for (Eigen::Index flow = 1; flow < m_flows.cols(); ++flow) {
    m_states += m_flows.col(flow);
  }
  m_stateGradient = m_states.segment(m_top, m_hidden);
  const Measure measured = measure(m_stateGradient.data(), m_hidden);
  m_watch.look({u, m_stateGradient, m_flows, m_top, m_flowAdjoints, m_laterValues, m_lossGradient,
                slot, lossActs, m_carried},
               measured);
  const double coefficient = clipStates(u, measured);
  record(u, coefficient == 1 ? measured : measure(m_stateGradient.data(), m_hidden));

  m_adjoints.setZero();
  const StepProgram& program = m_track.program();
  if (program.headOperation >= 0 && lossActs) {
    adjoint(program.operations.back().result) = m_sourceGradient;
  }
  reverse(u, values, m_states, m_adjoints.data());
  m_watch.lookWithin(u, values, m_adjoints.data(), m_states);
  recordParts(u, lossActs);
  if (m_options.gathersParameters) {
    const auto index = static_cast<std::size_t>(u) - 1;
    const double copyNorm = m_gathered.add(u, m_adjoints.data()) / m_scale;
    steps.parameterGradientNorm[index] = copyNorm;
    if (clipsState()) {
      steps.parameterGradientNormAfterClip[index] = copyNorm;
      steps.parameterGradientNorm[index] =
          coefficient > 0 && std::isfinite(copyNorm)
              ? std::min(copyNorm / coefficient, std::numeric_limits<double>::max())
              : copyNorm;
    }
  }
  if constexpr (std::is_same_v<Scalar, double>) {
    if (m_reference) {
      m_reference->follow(u, values, lossActs ? &m_lossGradient : nullptr, m_states,
                          m_carried ? &m_laterValues : nullptr);
    }
  }
  goOn(u, values);
}

template <class Scalar>
void BackwardPass<Scalar>::reverse(int u, const Values& values, const VectorOf<Scalar>& states,
                                   Scalar* adjoints) {
  Eigen::Index next = 0;
  for (const StepState& state : m_track.program().states) {
    const StepRegister& current = reg(state.current);
    std::copy_n(states.data() + next, current.size, adjoints + current.adjoint);
    next += current.size;
  }
  m_track.engine().reverse(m_track.timeOf(u), values, adjoints, ReverseReach::WholeStep,
                           m_options.wantsInputGradient);
}

template <class Scalar>
void BackwardPass<Scalar>::gather(const Scalar* adjoints,
                                  Eigen::Ref<VectorOf<Scalar>> states) const {
  Eigen::Index next = 0;
  for (const StepState& state : m_track.program().states) {
    const StepRegister& previous = reg(state.previous);
    std::copy_n(adjoints + previous.adjoint, previous.size, states.data() + next);
    next += previous.size;
  }
}

/// Rescales the gradient of each state, in each flow, to the threshold; returns the coefficient of
/// the top layer's h.
template <class Scalar> double BackwardPass<Scalar>::clipStates(int u, const Measure& measured) {
  if (!clipsState()) {
    return 1;
  }
  const double threshold = m_options.clip->threshold;
  double topCoefficient = 1;
  Eigen::Index next = 0;
  for (const StepState& state : m_track.program().states) {
    const Eigen::Index size = reg(state.current).size;
    const Scalar norm = tensorNorm<Scalar>(m_states.segment(next, size));
    const Scalar coefficient = clipCoefficient(threshold * m_scale, norm);
    if (next == m_top) {
      topCoefficient = static_cast<double>(coefficient);
      m_watch.lookAtClipNorm(u, measured.norm, static_cast<double>(norm), m_stateGradient);
    }
    if (coefficient != Scalar(1)) {
      m_states.segment(next, size) *= coefficient;
      m_flows.middleRows(next, size) *= coefficient;
    }
    next += size;
  }
  m_stateGradient = m_states.segment(m_top, m_hidden);
  const double norm = measured.norm / m_scale;
  m_watch.lookAtClipping(u, norm, topCoefficient, threshold, m_stateGradient);
  steps.gradientNormBeforeClip[static_cast<std::size_t>(u) - 1] = norm;
  m_largestBefore = orNan(std::max(m_largestBefore, norm), norm);
  m_smallestCoefficient = orNan(std::min(m_smallestCoefficient, topCoefficient), topCoefficient);
  return topCoefficient;
}

/// Notes whether anything passes from step u to the one before; if not, every flow ends.
template <class Scalar> void BackwardPass<Scalar>::cutOrCarry(int u) {
  m_carried = !m_truncation.cutsBefore(u);
  if (!m_carried) {
    m_flows.setZero();
    m_flowActive.assign(m_flowActive.size(), false);
  }
}

template <class Scalar> void BackwardPass<Scalar>::goOn(int u, const Values& values) {
  cutOrCarry(u);
  if (!m_carried) {
    return;
  }
  if (m_flows.cols() == 1) {
    gather(m_adjoints.data(), m_flows.col(0));
    std::swap(m_flowAdjoints.front(), m_adjoints);
    return;
  }
  for (Eigen::Index flow = 0; flow < m_flows.cols(); ++flow) {
    // A flow that has not begun stays exactly zero, whatever the weights hold.
    if (!m_flowActive[static_cast<std::size_t>(flow)]) {
      continue;
    }
    AlignedArray<Scalar>& adjoints = m_flowAdjoints[static_cast<std::size_t>(flow)];
    adjoints.setZero();
    reverse(u, values, m_flows.col(flow), adjoints.data());
    gather(adjoints.data(), m_flows.col(flow));
  }
}

template class BackwardPass<float>;
template class BackwardPass<double>;
template class BackwardPass<BFloat16>;
template class BackwardPass<Float16>;

} // namespace backflow
