// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/emulated.h"
#include "core/scenario/parameter_shapes.h"
#include "core/unroll/network_run.h"

namespace backflow {

/// One source for each direction of the top stage, from the loss alone or through attention.
template <class Scalar>
std::vector<GradientSource<Scalar>> NetworkRun<Scalar>::lossSources(const Walk& how,
                                                                    Outcome& outcome) {
  const auto acts = [this, only = how.onlyStep](int t) {
    return m_loss.actsAt(t) && (!only || *only == t);
  };
  if (!isDense()) {
    const StepProgram& program = m_stages.back().front()->program();
    const auto readout = static_cast<std::size_t>(
        program.headOperation >= 0 ? program.operations.back().result : program.output);
    GradientSource<Scalar> source;
    source.everyStep = m_loss.everyStep();
    source.actsAt = acts;
    source.gradient = [this, readout](int t, const typename Track<Scalar>::Values& values,
                                      VectorOf<Scalar>& result) {
      m_loss.gradient(t, values[readout], result);
    };
    return {source};
  }
  const auto count = static_cast<Eigen::Index>(m_lossSteps.size());
  const Eigen::Index size = readoutSize(m_network);
  Matrix readoutGradients = Matrix::Zero(size, count);
  if (m_head && how.gathersParameters) {
    outcome.head = std::make_unique<ParameterGradient<Scalar>>(
        *m_head, m_plan.shapes, 1, ParameterGradient<Scalar>::Keep::Adjoints);
    outcome.headCopyNorm.assign(m_lossSteps.size(), 0);
  }
  for (Eigen::Index n = count - 1; n >= 0; --n) {
    const int t = m_lossSteps[static_cast<std::size_t>(n)];
    if (!acts(t)) {
      continue;
    }
    if (!m_head) {
      VectorOf<Scalar> gradient(size);
      m_loss.gradient(t, m_readouts.col(n).data(), gradient);
      readoutGradients.col(n) = gradient;
      continue;
    }
    const StepProgram& program = m_head->program();
    const auto& y = program.registers[static_cast<std::size_t>(program.output)];
    const auto u = static_cast<int>(n) + 1;
    VectorOf<Scalar> gradient(y.size);
    m_loss.gradient(t, m_head->valuesAt(u)[static_cast<std::size_t>(program.output)], gradient);
    VectorOf<Scalar> adjoints = VectorOf<Scalar>::Zero(program.adjointSize);
    adjoints.segment(y.adjoint, y.size) = gradient;
    m_head->engine().reverseHead(adjoints.data());
    const auto& r = program.registers[static_cast<std::size_t>(program.input)];
    readoutGradients.col(n) = adjoints.segment(r.adjoint, r.size);
    if (outcome.head) {
      outcome.headCopyNorm[static_cast<std::size_t>(n)] =
          outcome.head->add(u, adjoints.data()) / m_scenario.loss.scale;
    }
  }
  const int horizon = m_scenario.unroll.horizon;
  Matrix states = Matrix::Zero(size, horizon);
  Matrix queries = readoutGradients;
  if (m_attends) {
    queries.setZero();
    m_attention->reverse(readoutGradients, states, queries);
  }
  // What the readout, or the query, of a step takes from the states.
  std::vector<bool> forwardActs(static_cast<std::size_t>(horizon), false);
  std::vector<bool> backwardActs = forwardActs;
  const Eigen::Index hidden = m_network.hidden;
  for (Eigen::Index n = 0; n < count; ++n) {
    const int t = m_lossSteps[static_cast<std::size_t>(n)];
    const int backwardTime = m_loss.everyStep() ? t : 1;
    states.col(t - 1).head(hidden) += queries.col(n).head(hidden);
    if (m_network.bidirectional) {
      states.col(backwardTime - 1).tail(hidden) += queries.col(n).tail(hidden);
    }
    for (int reached = m_attends ? 1 : t; acts(t) && reached <= t; ++reached) {
      forwardActs[static_cast<std::size_t>(reached) - 1] = true;
      backwardActs[static_cast<std::size_t>(reached) - 1] = m_attends || m_loss.everyStep();
    }
    if (acts(t)) {
      backwardActs[static_cast<std::size_t>(backwardTime) - 1] = true;
    }
  }
  std::vector<GradientSource<Scalar>> sources =
      denseSources(states, forwardActs, m_attends || m_loss.everyStep());
  if (sources.size() > 1) {
    sources[1] = denseSources(states, backwardActs, m_attends || m_loss.everyStep())[1];
  }
  return sources;
}

/// Sources for each direction of a stage, from gradients in sequence time, O×T.
template <class Scalar>
std::vector<GradientSource<Scalar>> NetworkRun<Scalar>::denseSources(const Matrix& gradients,
                                                                     const std::vector<bool>& acts,
                                                                     bool everyStep) {
  const auto shared = std::make_shared<const Matrix>(gradients);
  const int horizon = m_scenario.unroll.horizon;
  std::vector<GradientSource<Scalar>> sources;
  for (int direction = 0; direction < directionsOf(m_network); ++direction) {
    const auto timeOf = [horizon, direction](int u) {
      return direction == 0 ? u : horizon + 1 - u;
    };
    GradientSource<Scalar> source;
    source.everyStep = everyStep;
    source.actsAt = [acts, timeOf](int u) {
      return acts[static_cast<std::size_t>(timeOf(u)) - 1];
    };
    const Eigen::Index hidden = m_network.hidden;
    source.gradient = [shared, timeOf, hidden, direction](
                          int u, const typename Track<Scalar>::Values&, VectorOf<Scalar>& result) {
      result = shared->col(timeOf(u) - 1).segment(direction * hidden, hidden);
    };
    sources.push_back(std::move(source));
  }
  return sources;
}

template class NetworkRun<float>;
template class NetworkRun<double>;
template class NetworkRun<BFloat16>;
template class NetworkRun<Float16>;

} // namespace backflow
