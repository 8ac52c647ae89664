// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/network_run.h"

#include "core/numeric/emulated.h"
#include "core/numeric/measure.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/validation.h"
#include "core/unroll/checkpointing.h"

#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>

namespace backflow {

template <class Scalar>
NetworkRun<Scalar>::NetworkRun(const Experiment& experiment, RunOptions options)
    : m_experiment(experiment), m_scenario(experiment.scenario),
      m_network(experiment.scenario.network), m_options(options),
      m_plan(planNetwork(experiment.scenario, static_cast<int>(experiment.input.rows()))),
      m_attends(m_network.readout == Readout::Attention), m_loss(experiment) {
  trace.precision = precisionOf<Scalar>();
  const int horizon = m_scenario.unroll.horizon;
  for (int t = m_loss.everyStep() ? 1 : horizon; t <= horizon; ++t) {
    m_lossSteps.push_back(t);
  }
}

template <class Scalar>
VectorOf<Scalar> NetworkRun<Scalar>::initialStatesOf(const TrackPlan& plan, int direction) const {
  VectorOf<Scalar> states(plan.program.stateSize);
  const Eigen::Index hidden = m_network.hidden;
  Eigen::Index next = 0;
  for (const StepState& state : plan.program.states) {
    const Eigen::Index from = (state.layer * directionsOf(m_network) + direction) * hidden;
    const Eigen::VectorXd& given =
        state.isCell ? m_experiment.initialCell : m_experiment.initialState;
    states.segment(next, hidden) = given.segment(from, hidden).template cast<Scalar>();
    next += hidden;
  }
  return states;
}

template <class Scalar>
bool NetworkRun<Scalar>::computeStage(std::size_t stage, const Matrix& input,
                                      const std::stop_token& stop, Matrix& output) {
  const bool isTop = stage + 1 == m_plan.stages.size();
  const auto horizon = static_cast<int>(input.cols());
  auto& tracks = m_stages.emplace_back();
  if (isDense() || m_options.keepStates) {
    output.setZero(isTop || isDense() ? readoutSize(m_network) : 0, horizon);
  }
  std::vector<double> squares;
  for (std::size_t direction = 0; direction < m_plan.stages[stage].size(); ++direction) {
    TrackPlan& plan = m_plan.stages[stage][direction];
    const int segment = segmentLength(m_scenario, plan.program, limitsOf(trace.precision).bytes);
    trace.memory = memoryOf(m_plan, m_scenario, limitsOf(trace.precision).bytes, segment);
    const VectorOf<Scalar> initialStates = initialStatesOf(plan, static_cast<int>(direction));
    // From here on the track has the program; of the plan's own nothing but its sizes is read.
    auto& track = *tracks.emplace_back(std::make_unique<Track<Scalar>>(
        StepEngine<Scalar>(std::move(plan.program), m_experiment.weights, m_scenario.pins), input,
        initialStates, plan.readsBackwards, segment));
    const StepProgram& program = track.program();
    const auto top = static_cast<std::size_t>(program.output);
    const int hidden = program.registers[top].size;
    const auto firstRow = static_cast<Eigen::Index>(direction) * hidden;
    std::vector<std::size_t> gates;
    for (auto k = static_cast<std::size_t>(program.firstTop);
         isTop && m_options.keepStates && k < program.operations.size(); ++k) {
      const StepOperation& operation = program.operations[k];
      if (operation.kind == StepOperationKind::Activate && operation.result != program.output) {
        gates.push_back(trace.gates.size());
        trace.gates.push_back({program.registers[static_cast<std::size_t>(operation.result)].name +
                                   (plan.readsBackwards ? "_reverse" : ""),
                               Eigen::MatrixXd(hidden, horizon)});
      }
    }
    ForwardWatch<Scalar> watch(track, trace.events);
    const bool keepsOutput = output.size() > 0;
    const bool keepsValues = keepsOutput || !gates.empty();
    const bool isReadFrom = !isDense();
    const auto visit = [&, keepsValues, isReadFrom, norms = trace.steps.stateNorm.data(),
                        saturated = trace.steps.saturated.data()](
                           const typename Track<Scalar>::Shown& step, const ForwardSigns& signs) {
      const int t = track.timeOf(step.u);
      watch.look(step, signs);
      saturated[t - 1] += signs.saturated;
      if (isTop) {
        norms[t - 1] =
            direction == 0 ? signs.outputNorm : hypotenuse(norms[t - 1], signs.outputNorm);
      }
      const bool isRead = isReadFrom && m_loss.actsAt(t);
      if (!keepsValues && !isRead) {
        return;
      }
      const typename Track<Scalar>::Values& values = step.values();
      if (keepsOutput) {
        output.col(t - 1).segment(firstRow, hidden) =
            Eigen::Map<const VectorOf<Scalar>>(values[top], hidden);
      }
      for (std::size_t k = 0, gate = 0; gate < gates.size(); ++k) {
        const StepOperation& operation =
            program.operations[static_cast<std::size_t>(program.firstTop) + k];
        if (operation.kind == StepOperationKind::Activate && operation.result != program.output) {
          trace.gates[gates[gate++]].values.col(t - 1) =
              Eigen::Map<const VectorOf<Scalar>>(values[static_cast<std::size_t>(operation.result)],
                                                 hidden)
                  .template cast<double>();
        }
      }
      if (isRead) {
        const int readout =
            program.headOperation >= 0 ? program.operations.back().result : program.output;
        m_loss.take(t, values[static_cast<std::size_t>(readout)]);
      }
    };
    if (!track.compute(visit, stop, m_progress)) {
      return false;
    }
    m_sawInf = m_sawInf || watch.sawInf();
    m_sawNan = m_sawNan || watch.sawNan();
  }
  return true;
}

template <class Scalar> void NetworkRun<Scalar>::expectSteps() {
  if (m_options.progress == nullptr) {
    return;
  }
  std::int64_t tracks = 0;
  for (const auto& stage : m_plan.stages) {
    tracks += std::ssize(stage);
  }
  const int walks = walksTwice() ? 2 : 1;
  m_progress = &m_options.progress->of(trace.precision);
  m_progress->expect(tracks * m_scenario.unroll.horizon * (1 + walks * backwardWork));
}

template <class Scalar> bool NetworkRun<Scalar>::forward(const std::stop_token& stop) {
  expectSteps();
  const auto horizon = static_cast<std::size_t>(m_scenario.unroll.horizon);
  trace.steps.stateNorm.assign(horizon, 0);
  trace.steps.saturated.assign(horizon, 0);
  Matrix input = m_experiment.input.template cast<Scalar>();
  for (std::size_t stage = 0; stage < m_plan.stages.size(); ++stage) {
    Matrix output;
    if (!computeStage(stage, input, stop, output)) {
      return false;
    }
    input = std::move(output);
  }
  if (m_options.keepStates) {
    trace.states = input.template cast<double>();
  }
  if (isDense()) {
    m_output = std::move(input);
    makeReadouts();
    if (!computeHead(stop)) {
      return false;
    }
  }
  trace.loss = static_cast<double>(m_loss.value());
  if (m_loss.event()) {
    trace.events.push_back(*m_loss.event());
  }
  return true;
}

template <class Scalar> void NetworkRun<Scalar>::makeReadouts() {
  const Eigen::Index hidden = m_network.hidden;
  if (m_loss.everyStep()) {
    m_readouts = m_output;
  } else {
    // Each direction's last state: the backward one ends at t = 1.
    m_readouts = m_output.rightCols(1);
    if (m_network.bidirectional) {
      m_readouts.col(0).tail(hidden) = m_output.col(0).tail(hidden);
    }
  }
  if (m_attends) {
    m_attention = std::make_unique<Attention<Scalar>>(m_output, m_readouts, m_lossSteps);
    m_readouts = m_attention->readouts();
    trace.attention = m_attention->weights().transpose().template cast<double>();
    noteAttention();
  }
}

/// A score that is not finite, though the states are: the first product or sum that did it.
template <class Scalar> void NetworkRun<Scalar>::noteAttention() {
  if (allFinite(m_readouts.data(), m_readouts.size()) ||
      !allFinite(m_output.data(), m_output.size())) {
    return;
  }
  for (std::size_t n = 0; n < m_lossSteps.size(); ++n) {
    const int last = m_lossSteps[n];
    for (int j = 1; j <= last; ++j) {
      std::vector<Term<Scalar>> terms;
      for (Eigen::Index i = 0; i < m_output.rows(); ++i) {
        terms.push_back({entryNameAt("h", last, i), m_output(i, last - 1), entryNameAt("h", j, i),
                         m_output(i, j - 1)});
      }
      if (const auto found = firstOperation(terms, Wanted::Inf)) {
        Event event;
        event.kind = EventKind::OverflowInf;
        event.phase = Phase::Forward;
        event.precision = precisionOf<Scalar>();
        event.quantity = "attention score";
        event.t = j;
        event.stepsBack = m_scenario.unroll.horizon - j;
        event.cause = found->cause;
        trace.events.push_back(std::move(event));
        m_sawInf = m_sawNan = true;
        return;
      }
    }
  }
}

template <class Scalar> bool NetworkRun<Scalar>::computeHead(const std::stop_token& stop) {
  if (!m_plan.head) {
    for (std::size_t n = 0; n < m_lossSteps.size(); ++n) {
      m_loss.take(m_lossSteps[n], m_readouts.col(static_cast<Eigen::Index>(n)).data());
    }
    return true;
  }
  m_head =
      std::make_unique<Track<Scalar>>(StepEngine<Scalar>(*m_plan.head, m_experiment.weights, {}),
                                      m_readouts, VectorOf<Scalar>(), false, 0);
  ForwardWatch<Scalar> watch(*m_head, trace.events);
  const auto output = static_cast<std::size_t>(m_head->program().output);
  return m_head->compute(
      [&](const typename Track<Scalar>::Shown& step, const ForwardSigns& signs) {
        watch.look(step, signs);
        m_loss.take(m_lossSteps[static_cast<std::size_t>(step.u) - 1], step.values()[output]);
      },
      stop);
}

template <class Scalar>
std::vector<double> NetworkRun<Scalar>::influenceOf(int lossStep, const std::stop_token& stop) {
  Outcome outcome;
  Walk how;
  how.watched = Watched::Nothing;
  how.gathersParameters = false;
  how.onlyStep = lossStep;
  if (!walk(how, stop, outcome)) {
    return {};
  }
  const auto horizon = static_cast<std::size_t>(m_scenario.unroll.horizon);
  std::vector<double> norms(horizon);
  for (std::size_t p = 0; p < m_stages.back().size(); ++p) {
    const Track<Scalar>& track = *outcome.tracks[p];
    for (std::size_t index = 0; index < horizon; ++index) {
      const auto t = static_cast<std::size_t>(track.timeOf(static_cast<int>(index) + 1));
      const double both[] = {norms[t - 1], outcome.passes[p]->steps.gradientNorm[index]};
      norms[t - 1] = scaledNorm(both, 2);
    }
  }
  return norms;
}

template class NetworkRun<float>;
template class NetworkRun<double>;
template class NetworkRun<BFloat16>;
template class NetworkRun<Float16>;

} // namespace backflow
