// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/emulated.h"
#include "core/numeric/measure.h"
#include "core/scenario/parameter_shapes.h"
#include "core/unroll/clipping.h"
#include "core/unroll/comparison.h"
#include "core/unroll/network_run.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace backflow {

namespace {

/// The norm of two parts that have one each.
double together(double a, double b) {
  const double both[] = {a, b};
  return scaledNorm(both, 2);
}

std::vector<double> inSequenceTime(std::vector<double> norms, bool readsBackwards) {
  if (readsBackwards) {
    std::reverse(norms.begin(), norms.end());
  }
  return norms;
}

void combine(std::vector<double>& whole, const std::vector<double>& part) {
  if (whole.empty()) {
    whole = part;
    return;
  }
  for (std::size_t i = 0; i < part.size(); ++i) {
    whole[i] = together(whole[i], part[i]);
  }
}

void addUp(std::vector<int>& whole, std::vector<int> part, bool readsBackwards) {
  if (readsBackwards) {
    std::reverse(part.begin(), part.end());
  }
  whole.resize(part.size());
  for (std::size_t i = 0; i < part.size(); ++i) {
    whole[i] += part[i];
  }
}

} // namespace

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
      outcome.head->add(u, adjoints.data());
      outcome.headCopyNorm[static_cast<std::size_t>(n)] =
          outcome.head->copyNorm(u, adjoints.data()) / m_scenario.loss.scale;
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

template <class Scalar>
bool NetworkRun<Scalar>::walkStage(std::size_t stage, const Walk& how,
                                   const std::vector<GradientSource<Scalar>>& in,
                                   const std::stop_token& stop, Outcome& outcome, Matrix& below) {
  const bool isTop = stage + 1 == m_stages.size();
  below.resize(0, 0);
  for (std::size_t direction = 0; direction < m_stages[stage].size(); ++direction) {
    Track<Scalar>& track = *m_stages[stage][direction];
    BackwardOptions options;
    options.keepStateGradients = how.isMain && isTop && m_options.keepStateGradients;
    options.gathersParameters = how.gathersParameters;
    options.wantsInputGradient = stage > 0;
    options.watched =
        how.watched == Watched::Everything && !isTop ? Watched::NonfiniteOnly : how.watched;
    options.truncation = how.truncation;
    options.clip = how.clip;
    auto& pass = *outcome.passes.emplace_back(std::make_unique<BackwardPass<Scalar>>(
        m_scenario, track, m_plan.shapes, in[direction], options));
    outcome.tracks.push_back(&track);
    if (how.isMain && isTop) {
      pass.followReference();
    }
    if (!pass.walk(stop)) {
      return false;
    }
    if (stage > 0) {
      const Matrix own = track.readsBackwards() ? Matrix(pass.inputGradient.rowwise().reverse())
                                                : pass.inputGradient;
      below = below.size() == 0 ? own : Matrix(below + own);
    }
  }
  return true;
}

template <class Scalar>
bool NetworkRun<Scalar>::walk(const Walk& how, const std::stop_token& stop, Outcome& outcome) {
  outcome.sources = lossSources(how, outcome);
  const std::vector<bool> everywhere(static_cast<std::size_t>(m_scenario.unroll.horizon), true);
  Matrix below;
  for (std::size_t stage = m_stages.size(); stage-- > 0;) {
    const std::vector<GradientSource<Scalar>> in =
        stage + 1 == m_stages.size() ? outcome.sources : denseSources(below, everywhere, true);
    Matrix next;
    if (!walkStage(stage, how, in, stop, outcome, next)) {
      return false;
    }
    below = std::move(next);
  }
  if (!how.gathersParameters) {
    return true;
  }
  for (std::size_t p = 0; p < m_plan.shapes.size(); ++p) {
    Matrix sum = outcome.passes.front()->parameters().sums()[p];
    for (std::size_t k = 1; k < outcome.passes.size(); ++k) {
      sum += outcome.passes[k]->parameters().sums()[p];
    }
    if (outcome.head) {
      sum += outcome.head->sums()[p];
    }
    outcome.sums.push_back(std::move(sum));
  }
  return true;
}

template <class Scalar> void NetworkRun<Scalar>::mergeSteps(Outcome& outcome) {
  StepRecords& steps = trace.steps;
  const std::size_t top = m_stages.back().size();
  for (std::size_t p = 0; p < outcome.passes.size(); ++p) {
    BackwardPass<Scalar>& pass = *outcome.passes[p];
    const bool reversed = outcome.tracks[p]->readsBackwards();
    const auto take = [&](std::vector<double>& whole, const std::vector<double>& part) {
      combine(whole, inSequenceTime(part, reversed));
    };
    take(steps.parameterGradientNorm, pass.steps.parameterGradientNorm);
    take(steps.parameterGradientNormAfterClip, pass.steps.parameterGradientNormAfterClip);
    if (m_network.bidirectional && m_network.layers > 1) {
      const std::size_t layer = m_stages.size() - 1 - p / 2;
      steps.layerGradientNorm.resize(m_stages.size());
      take(steps.layerGradientNorm[layer], pass.steps.gradientNorm);
    }
    if (p >= top) {
      continue;
    }
    if (m_network.bidirectional) {
      (p == 0 ? steps.forwardGradientNorm : steps.backwardGradientNorm) =
          inSequenceTime(pass.steps.gradientNorm, reversed);
    } else {
      steps.layerGradientNorm = pass.steps.layerGradientNorm;
    }
    take(steps.gradientNorm, pass.steps.gradientNorm);
    take(steps.gradientNormBeforeClip, pass.steps.gradientNormBeforeClip);
    take(steps.cellGradientNorm, pass.steps.cellGradientNorm);
    take(steps.cellGradientDirectNorm, pass.steps.cellGradientDirectNorm);
    take(steps.cellGradientGatesNorm, pass.steps.cellGradientGatesNorm);
    take(steps.directGradientNorm, pass.steps.directGradientNorm);
    take(steps.recurrentGradientNorm, pass.steps.recurrentGradientNorm);
    addUp(steps.zeros, pass.steps.zeros, reversed);
    addUp(steps.subnormals, pass.steps.subnormals, reversed);
    addUp(steps.infinities, pass.steps.infinities, reversed);
    addUp(steps.nans, pass.steps.nans, reversed);
    if (pass.stateGradients.size() > 0) {
      const Eigen::Index hidden = m_network.hidden;
      trace.stateGradients.conservativeResize(readoutSize(m_network), pass.stateGradients.cols());
      auto rows = trace.stateGradients.middleRows(static_cast<Eigen::Index>(p) * hidden, hidden);
      if (reversed) {
        rows = pass.stateGradients.rowwise().reverse();
      } else {
        rows = pass.stateGradients;
      }
    }
    if (!pass.referenceLog2.empty()) {
      const auto reference = inSequenceTime(std::move(pass.referenceLog2), reversed);
      if (referenceLog2.empty()) {
        referenceLog2 = reference;
      } else {
        for (std::size_t i = 0; i < reference.size(); ++i) {
          const double most = std::max(referenceLog2[i], reference[i]);
          const double least = std::min(referenceLog2[i], reference[i]);
          // ½ log₂(4^a + 4^b) without leaving the exponents.
          referenceLog2[i] = std::isinf(most) || std::isnan(least)
                                 ? most
                                 : most + 0.5 * std::log2(1 + std::exp2(2 * (least - most)));
        }
      }
    }
  }
  for (std::size_t n = 0; n < outcome.headCopyNorm.size(); ++n) {
    double& whole = steps.parameterGradientNorm[static_cast<std::size_t>(m_lossSteps[n]) - 1];
    whole = together(whole, outcome.headCopyNorm[n]);
  }
}

template <class Scalar> bool NetworkRun<Scalar>::backward(const std::stop_token& stop) {
  Walk main;
  main.truncation = m_scenario.unroll.truncation;
  main.clip = m_scenario.clip;
  main.isMain = true;
  Outcome outcome;
  if (!walk(main, stop, outcome)) {
    return false;
  }
  const bool clipsStates = m_scenario.clip && m_scenario.clip->mode == ClipMode::StateNorm;
  const bool truncates = m_scenario.unroll.truncation &&
                         m_scenario.unroll.truncation->length < m_scenario.unroll.horizon;
  GradientList<Scalar> full = outcome.sums;
  if (truncates || clipsStates) {
    Walk whole;
    whole.watched = Watched::Nothing;
    Outcome other;
    if (!walk(whole, stop, other)) {
      return false;
    }
    full = std::move(other.sums);
  }
  mergeSteps(outcome);
  finish(outcome, full);
  return true;
}

template <class Scalar>
void NetworkRun<Scalar>::finish(Outcome& outcome, const GradientList<Scalar>& full) {
  for (std::size_t p = 0; p < outcome.passes.size(); ++p) {
    const auto& pass = outcome.passes[p];
    for (Event& event : pass->events) {
      // Of two directions each has its own gradient; the events tell which is meant.
      if (m_network.bidirectional && event.quantity == "dL/dh") {
        event.quantity += outcome.tracks[p]->readsBackwards() ? "←" : "→";
      }
    }
    trace.events.insert(trace.events.end(), pass->events.begin(), pass->events.end());
    const auto& gathered = pass->parameters().events();
    trace.events.insert(trace.events.end(), gathered.begin(), gathered.end());
    noteStatus(pass->sawInf(), pass->sawNan());
  }
  if (outcome.head) {
    const auto& gathered = outcome.head->events();
    trace.events.insert(trace.events.end(), gathered.begin(), gathered.end());
  }
  // Loss scaling keeps the weights, and so their gradient, in float32 (Micikevicius et al. 2018).
  if constexpr (std::is_floating_point_v<Scalar>) {
    clipAndRecord<Scalar>(outcome.sums, outcome, full);
  } else if (m_scenario.loss.scale == 1) {
    clipAndRecord<Scalar>(outcome.sums, outcome, full);
  } else {
    GradientList<float> wide;
    for (const Matrix& sum : outcome.sums) {
      wide.push_back(sum.template cast<float>());
    }
    clipAndRecord<float>(std::move(wide), outcome, full);
  }
  noteStatus(m_sawInf || std::isinf(trace.loss), m_sawNan || std::isnan(trace.loss));
  trace.status = m_sawNan ? RunStatus::Nan : m_sawInf ? RunStatus::Overflow : RunStatus::Finite;
}

template <class Scalar> void NetworkRun<Scalar>::noteStatus(bool inf, bool nan) {
  m_sawInf = m_sawInf || inf;
  m_sawNan = m_sawNan || nan;
}

template <class Scalar>
template <class Wide>
void NetworkRun<Scalar>::clipAndRecord(GradientList<Wide> gradient, Outcome& outcome,
                                       const GradientList<Scalar>& full) {
  const double scale = m_scenario.loss.scale;
  const auto note = [this](const GradientList<Wide>& list) {
    for (const auto& matrix : list) {
      if (allFinite(matrix.data(), matrix.size())) {
        continue;
      }
      for (const Wide entry : matrix.reshaped()) {
        noteStatus(std::isinf(entry), std::isnan(entry));
      }
    }
  };
  if (scale != 1) {
    for (auto& matrix : gradient) {
      matrix /= static_cast<Wide>(scale);
    }
  }
  const GradientList<Wide> before = gradient;
  note(before);
  ClipResult clipped = clipGradient(m_scenario.clip, gradient);
  note(gradient);
  trace.clip = clipped.record;
  trace.events.insert(trace.events.end(), clipped.events.begin(), clipped.events.end());
  StepRecords& steps = trace.steps;
  const auto mode = m_scenario.clip ? std::optional(m_scenario.clip->mode) : std::nullopt;
  if (mode == ClipMode::Norm) {
    steps.parameterGradientNormAfterClip = steps.parameterGradientNorm;
    for (double& norm : steps.parameterGradientNormAfterClip) {
      norm *= clipped.record.coefficient;
    }
  } else if (mode == ClipMode::Value) {
    std::vector<Eigen::MatrixXd> kept;
    for (std::size_t p = 0; p < before.size(); ++p) {
      kept.push_back(before[p].template cast<double>().binaryExpr(
          gradient[p].template cast<double>(),
          [](double whole, double rest) { return whole == 0 ? 1 : rest / whole; }));
    }
    steps.parameterGradientNormAfterClip.assign(steps.parameterGradientNorm.size(), 0);
    for (std::size_t p = 0; p < outcome.passes.size(); ++p) {
      Track<Scalar>& track = *outcome.tracks[p];
      for (int u = track.horizon(); u >= outcome.passes[p]->earliest(); --u) {
        track.load(u, {});
        double& norm =
            steps.parameterGradientNormAfterClip[static_cast<std::size_t>(track.timeOf(u)) - 1];
        norm = together(norm, outcome.passes[p]->parameters().keptNorm(u, kept) / scale);
      }
    }
    for (std::size_t n = 0; outcome.head && n < m_lossSteps.size(); ++n) {
      double& norm =
          steps.parameterGradientNormAfterClip[static_cast<std::size_t>(m_lossSteps[n]) - 1];
      norm = together(norm, outcome.head->keptNorm(static_cast<int>(n) + 1, kept) / scale);
    }
  } else if (mode == ClipMode::StateNorm) {
    double most = 0;
    double after = 0;
    double least = 1;
    for (std::size_t p = 0; p < m_stages.back().size(); ++p) {
      const BackwardPass<Scalar>& pass = *outcome.passes[p];
      most = std::isnan(pass.largestBefore()) ? pass.largestBefore()
                                              : std::max(most, pass.largestBefore());
      after = std::isnan(pass.largestAfter()) ? pass.largestAfter()
                                              : std::max(after, pass.largestAfter());
      least = std::isnan(pass.smallestCoefficient()) ? pass.smallestCoefficient()
                                                     : std::min(least, pass.smallestCoefficient());
    }
    trace.clip = {most, after, least};
  }
  for (std::size_t p = 0; p < m_plan.shapes.size(); ++p) {
    trace.parameterGradients.push_back(
        {m_plan.shapes[p].name, gradient[p].template cast<double>()});
  }
  if (m_scenario.clip || m_scenario.unroll.truncation) {
    Parameters whole;
    for (std::size_t p = 0; p < full.size(); ++p) {
      whole.push_back({m_plan.shapes[p].name, full[p].template cast<double>() / scale});
    }
    trace.comparison = compareGradients(trace.parameterGradients, whole);
  }
}

template class NetworkRun<float>;
template class NetworkRun<double>;
template class NetworkRun<BFloat16>;
template class NetworkRun<Float16>;

} // namespace backflow
