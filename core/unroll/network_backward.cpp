// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/emulated.h"
#include "core/numeric/measure.h"
#include "core/scenario/parameter_shapes.h"
#include "core/unroll/network_run.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace backflow {

namespace {

std::vector<double> inSequenceTime(std::vector<double> norms, bool readsBackwards) {
  if (readsBackwards) {
    std::reverse(norms.begin(), norms.end());
  }
  return norms;
}

void combine(std::vector<double>& whole, std::vector<double> part) {
  if (whole.empty()) {
    whole = std::move(part);
    return;
  }
  for (std::size_t i = 0; i < part.size(); ++i) {
    whole[i] = hypotenuse(whole[i], part[i]);
  }
}

void addUp(std::vector<int>& whole, std::vector<int> part, bool readsBackwards) {
  if (readsBackwards) {
    std::reverse(part.begin(), part.end());
  }
  if (whole.empty()) {
    whole = std::move(part);
    return;
  }
  for (std::size_t i = 0; i < part.size(); ++i) {
    whole[i] += part[i];
  }
}

} // namespace

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
    options.progress = m_progress;
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
  Matrix below;
  for (std::size_t stage = m_stages.size(); stage-- > 0;) {
    std::vector<GradientSource<Scalar>> fromAbove;
    if (stage + 1 < m_stages.size()) {
      const std::vector<bool> everywhere(static_cast<std::size_t>(m_scenario.unroll.horizon), true);
      fromAbove = denseSources(below, everywhere, true);
    }
    Matrix next;
    if (!walkStage(stage, how, fromAbove.empty() ? outcome.sources : fromAbove, stop, outcome,
                   next)) {
      return false;
    }
    below = std::move(next);
  }
  if (!how.gathersParameters) {
    return true;
  }
  outcome.sums.reserve(m_plan.shapes.size());
  for (std::size_t p = 0; p < m_plan.shapes.size(); ++p) {
    // Gradients can be large: what nobody reads any more is not copied.
    Matrix sum = std::move(outcome.passes.front()->parameters().sums()[p]);
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
    // Long records are moved: nobody reads those of a pass any more.
    const auto take = [&](std::vector<double>& whole, std::vector<double>& part) {
      combine(whole, inSequenceTime(std::move(part), reversed));
    };
    take(steps.parameterGradientNorm, pass.steps.parameterGradientNorm);
    take(steps.parameterGradientNormAfterClip, pass.steps.parameterGradientNormAfterClip);
    if (m_network.bidirectional && m_network.layers > 1) {
      const std::size_t layer = m_stages.size() - 1 - p / 2;
      steps.layerGradientNorm.resize(m_stages.size());
      combine(steps.layerGradientNorm[layer], inSequenceTime(pass.steps.gradientNorm, reversed));
    }
    if (p >= top) {
      continue;
    }
    if (m_network.bidirectional) {
      (p == 0 ? steps.forwardGradientNorm : steps.backwardGradientNorm) =
          inSequenceTime(pass.steps.gradientNorm, reversed);
    } else {
      steps.layerGradientNorm = std::move(pass.steps.layerGradientNorm);
    }
    take(steps.gradientNorm, pass.steps.gradientNorm);
    take(steps.gradientNormBeforeClip, pass.steps.gradientNormBeforeClip);
    take(steps.cellGradientNorm, pass.steps.cellGradientNorm);
    take(steps.cellGradientDirectNorm, pass.steps.cellGradientDirectNorm);
    take(steps.cellGradientGatesNorm, pass.steps.cellGradientGatesNorm);
    take(steps.directGradientNorm, pass.steps.directGradientNorm);
    take(steps.recurrentGradientNorm, pass.steps.recurrentGradientNorm);
    addUp(steps.zeros, std::move(pass.steps.zeros), reversed);
    addUp(steps.subnormals, std::move(pass.steps.subnormals), reversed);
    addUp(steps.infinities, std::move(pass.steps.infinities), reversed);
    addUp(steps.nans, std::move(pass.steps.nans), reversed);
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
    whole = hypotenuse(whole, outcome.headCopyNorm[n]);
  }
}

template <class Scalar> bool NetworkRun<Scalar>::walksTwice() const {
  const bool clipsStates = m_scenario.clip && m_scenario.clip->mode == ClipMode::StateNorm;
  const bool truncates = m_scenario.unroll.truncation &&
                         m_scenario.unroll.truncation->length < m_scenario.unroll.horizon;
  return truncates || clipsStates;
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
  std::optional<GradientList<Scalar>> full;
  if (walksTwice()) {
    Walk whole;
    whole.watched = Watched::Nothing;
    Outcome other;
    if (!walk(whole, stop, other)) {
      return false;
    }
    full = std::move(other.sums);
  } else if (m_scenario.clip || m_scenario.unroll.truncation) {
    full = outcome.sums;
  }
  mergeSteps(outcome);
  finish(outcome, full);
  return true;
}

template <class Scalar> bool NetworkRun<Scalar>::backwardOfStates(const std::stop_token& stop) {
  Walk states;
  states.truncation = m_scenario.unroll.truncation;
  states.gathersParameters = false;
  states.isMain = true;
  if (m_scenario.clip && m_scenario.clip->mode == ClipMode::StateNorm) {
    // The other modes clip the gradient of the weights.
    states.clip = m_scenario.clip;
  }
  Outcome outcome;
  if (!walk(states, stop, outcome)) {
    return false;
  }
  mergeSteps(outcome);
  takeEvents(outcome);
  settleStatus();
  return true;
}

template class NetworkRun<float>;
template class NetworkRun<double>;
template class NetworkRun<BFloat16>;
template class NetworkRun<Float16>;

} // namespace backflow
