// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/measure.h"
#include "core/unroll/clipping.h"
#include "core/unroll/comparison.h"
#include "core/unroll/network_run.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace backflow {

template <class Scalar>
void NetworkRun<Scalar>::finish(Outcome& outcome, const std::optional<GradientList<Scalar>>& full) {
  takeEvents(outcome);
  // Loss scaling keeps the weights, and so their gradient, in float32 (Micikevicius et al. 2018).
  if (std::is_floating_point_v<Scalar> || m_scenario.loss.scale == 1) {
    clipAndRecord<Scalar>(std::move(outcome.sums), outcome, full);
  } else {
    GradientList<float> wide;
    for (const Matrix& sum : outcome.sums) {
      wide.push_back(sum.template cast<float>());
    }
    clipAndRecord<float>(std::move(wide), outcome, full);
  }
  settleStatus();
}

template <class Scalar> void NetworkRun<Scalar>::takeEvents(Outcome& outcome) {
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
}

template <class Scalar> void NetworkRun<Scalar>::settleStatus() {
  noteStatus(m_sawInf || std::isinf(trace.loss), m_sawNan || std::isnan(trace.loss));
  trace.status = m_sawNan ? RunStatus::Nan : m_sawInf ? RunStatus::Overflow : RunStatus::Finite;
}

template <class Scalar> void NetworkRun<Scalar>::noteStatus(bool inf, bool nan) {
  m_sawInf = m_sawInf || inf;
  m_sawNan = m_sawNan || nan;
}

template <class Scalar>
template <class Wide>
void NetworkRun<Scalar>::noteNonfinite(const GradientList<Wide>& gradient) {
  for (const auto& matrix : gradient) {
    if (kernels<Wide>().allFinite(matrix.data(), matrix.size())) {
      continue;
    }
    for (const Wide entry : matrix.reshaped()) {
      noteStatus(std::isinf(entry), std::isnan(entry));
    }
  }
}

template <class Scalar>
template <class Wide>
void NetworkRun<Scalar>::clipAndRecord(GradientList<Wide> gradient, Outcome& outcome,
                                       const std::optional<GradientList<Scalar>>& full) {
  const double scale = m_scenario.loss.scale;
  if (scale != 1) {
    for (auto& matrix : gradient) {
      matrix /= static_cast<Wide>(scale);
    }
  }
  const auto mode = m_scenario.clip ? std::optional(m_scenario.clip->mode) : std::nullopt;
  if (mode) {
    noteNonfinite(gradient);
  }
  const GradientList<Wide> before = mode == ClipMode::Value ? gradient : GradientList<Wide>();
  ClipResult clipped = clipGradient(m_scenario.clip, gradient);
  // Where nothing was clipped, a norm that is finite says that every entry is.
  if (mode || !std::isfinite(clipped.record.normBefore)) {
    noteNonfinite(gradient);
  }
  trace.clip = clipped.record;
  trace.events.insert(trace.events.end(), clipped.events.begin(), clipped.events.end());
  StepRecords& steps = trace.steps;
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
    const double threshold = m_scenario.clip->threshold * scale;
    steps.parameterGradientNormAfterClip.assign(steps.parameterGradientNorm.size(), 0);
    for (std::size_t p = 0; p < outcome.passes.size(); ++p) {
      Track<Scalar>& track = *outcome.tracks[p];
      for (int u = track.horizon(); u >= outcome.passes[p]->earliest(); --u) {
        track.load(u, {});
        double& norm =
            steps.parameterGradientNormAfterClip[static_cast<std::size_t>(track.timeOf(u)) - 1];
        norm =
            hypotenuse(norm, outcome.passes[p]->parameters().keptNorm(u, kept, threshold) / scale);
      }
    }
    for (std::size_t n = 0; outcome.head && n < m_lossSteps.size(); ++n) {
      double& norm =
          steps.parameterGradientNormAfterClip[static_cast<std::size_t>(m_lossSteps[n]) - 1];
      norm = hypotenuse(norm,
                        outcome.head->keptNorm(static_cast<int>(n) + 1, kept, threshold) / scale);
    }
  } else if (mode == ClipMode::StateNorm) {
    const auto larger = [](double a, double b) {
      return std::isnan(b) ? b : std::max(a, b);
    };
    const auto smaller = [](double a, double b) {
      return std::isnan(b) ? b : std::min(a, b);
    };
    double most = 0;
    double after = 0;
    double least = 1;
    for (std::size_t p = 0; p < m_stages.back().size(); ++p) {
      const BackwardPass<Scalar>& pass = *outcome.passes[p];
      most = larger(most, pass.largestBefore());
      after = larger(after, pass.largestAfter());
      least = smaller(least, pass.smallestCoefficient());
    }
    trace.clip = {most, after, least};
  }
  if (!full && !m_options.keepParameterGradients) {
    return;
  }
  Parameters kept;
  kept.reserve(m_plan.shapes.size());
  for (std::size_t p = 0; p < m_plan.shapes.size(); ++p) {
    auto values = unsetMatrix<double>(gradient[p].rows(), gradient[p].cols());
    values = gradient[p].template cast<double>();
    kept.push_back({m_plan.shapes[p].name, std::move(values)});
  }
  if (full) {
    Parameters whole;
    for (std::size_t p = 0; p < full->size(); ++p) {
      whole.push_back({m_plan.shapes[p].name, (*full)[p].template cast<double>() / scale});
    }
    trace.comparison = compareGradients(kept, whole);
  }
  if (m_options.keepParameterGradients) {
    trace.parameterGradients = std::move(kept);
  }
}

template class NetworkRun<float>;
template class NetworkRun<double>;
template class NetworkRun<BFloat16>;
template class NetworkRun<Float16>;

} // namespace backflow
