// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/misconception.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

/// Less is within what a random direction does.
constexpr double visibleGrowthLog2 = 2;
constexpr double visibleLossLog2 = -1;

/// A place on the reference curve.
struct Place {
  int t = 0;
  double log2 = 0;
};

Place leastOf(const Trace& trace) {
  const auto& curve = trace.referenceLog2;
  const auto least = std::min_element(curve.begin(), curve.end());
  return {static_cast<int>(least - curve.begin()) + 1, *least};
}

Place greatestOf(const Trace& trace) {
  const auto& curve = trace.referenceLog2;
  const auto greatest = std::max_element(curve.begin(), curve.end());
  return {static_cast<int>(greatest - curve.begin()) + 1, *greatest};
}

bool hasCurve(const Trace& trace) {
  return !trace.referenceLog2.empty() &&
         std::none_of(trace.referenceLog2.begin(), trace.referenceLog2.end(),
                      [](double log2) { return std::isnan(log2); });
}

/// The curve from one loss at the last step back, with nothing but the network acting on it.
bool isPlainDecay(const Trace& trace) {
  const Scenario& scenario = trace.scenario;
  const bool rescales = scenario.clip && scenario.clip->mode == ClipMode::StateNorm;
  return scenario.loss.at == LossPlace::Last && !scenario.unroll.truncation && !rescales &&
         !scenario.network.bidirectional && scenario.network.readout == Readout::State &&
         std::isfinite(trace.referenceLog2.back());
}

std::optional<Place> vanishedAt(const Trace& trace) {
  // Beyond a cut the gradient is zero because it was cut, and an exact zero has other reasons.
  if (trace.scenario.unroll.truncation) {
    return std::nullopt;
  }
  const Place least = leastOf(trace);
  const bool isBelow =
      std::isfinite(least.log2) && least.log2 < std::log2(trace.scenario.thresholds.vanish);
  return isBelow ? std::optional(least) : std::nullopt;
}

Misconception met(MisconceptionKind kind, const Trace& trace, const Place& place, double setting) {
  Misconception result;
  result.kind = kind;
  result.setting = setting;
  result.lastLog2 = trace.referenceLog2.back();
  result.log2 = place.log2;
  result.t = place.t;
  return result;
}

std::optional<Misconception> clippingRescuesInf(const Trace& trace) {
  // Clamped by value what is infinite is as large as the threshold.
  if (!trace.scenario.clip || trace.scenario.clip->mode == ClipMode::Value) {
    return std::nullopt;
  }
  for (const RunTrace& run : trace.runs) {
    for (const Event& event : run.events) {
      if (event.kind == EventKind::NormOverflow || event.kind == EventKind::ClipNonfinite) {
        Misconception result;
        result.kind = MisconceptionKind::ClippingRescuesInf;
        result.setting = trace.scenario.clip->threshold;
        result.number = run.clip.coefficient;
        result.precision = run.precision;
        result.normOverflows = event.kind == EventKind::NormOverflow;
        return result;
      }
    }
  }
  return std::nullopt;
}

std::optional<Misconception> clippingCuresVanishing(const Trace& trace) {
  const auto place = vanishedAt(trace);
  if (!trace.scenario.clip || !place) {
    return std::nullopt;
  }
  return met(MisconceptionKind::ClippingCuresVanishing, trace, *place,
             trace.scenario.clip->threshold);
}

/// Whether the carousel still holds what h has lost.
bool livesInCell(const Trace& trace, int t) {
  const auto isAlive = [&](const RunTrace& run) {
    const std::vector<double>& norms = run.steps.cellGradientNorm;
    return !norms.empty() &&
           norms[static_cast<std::size_t>(t) - 1] >= trace.scenario.thresholds.vanish;
  };
  return std::any_of(trace.runs.begin(), trace.runs.end(), isAlive);
}

std::optional<Misconception> lstmNeverVanishes(const Trace& trace) {
  const auto place = vanishedAt(trace);
  if (trace.scenario.network.cell != CellKind::Lstm || !place || livesInCell(trace, place->t)) {
    return std::nullopt;
  }
  const std::vector<PinSpec>& pins = trace.scenario.pins;
  if (std::any_of(pins.begin(), pins.end(), [&](const PinSpec& pin) {
        return pin.gate == Gate::Forget && pin.to > place->t;
      })) {
    return std::nullopt; // no bias decides there
  }
  const WeightsSpec& weights = trace.scenario.weights;
  Misconception result = met(MisconceptionKind::LstmNeverVanishes, trace, *place,
                             weights.init == WeightInit::Explicit ? 0 : weights.forgetBias);
  result.number = weights.chrono.value_or(0);
  return result;
}

std::optional<Misconception> gainAboveOneExplodes(const Trace& trace) {
  const Scenario& scenario = trace.scenario;
  const Place first{1, trace.referenceLog2.front()};
  const bool hasGain = scenario.network.cell == CellKind::Rnn &&
                       scenario.weights.init != WeightInit::Explicit &&
                       scenario.weights.init != WeightInit::Uniform && scenario.weights.gain > 1;
  if (!hasGain || !isPlainDecay(trace) || !std::isfinite(first.log2) ||
      first.log2 - trace.referenceLog2.back() > visibleLossLog2) {
    return std::nullopt;
  }
  return met(MisconceptionKind::GainAboveOneExplodes, trace, first, scenario.weights.gain);
}

std::optional<Misconception> radiusBelowOneDecays(const Trace& trace) {
  const bool isBelow = trace.criteria && trace.criteria->spectralRadius < 1;
  if (!isBelow || !isPlainDecay(trace)) {
    return std::nullopt;
  }
  const Place greatest = greatestOf(trace);
  if (greatest.log2 - trace.referenceLog2.back() < visibleGrowthLog2) {
    return std::nullopt;
  }
  return met(MisconceptionKind::RadiusBelowOneDecays, trace, greatest,
             trace.criteria->spectralRadius);
}

/// The last time whose state goes on and whose gradient does not; 0 if nothing is cut.
int lastCut(const Scenario& scenario) {
  const int horizon = scenario.unroll.horizon;
  const TruncationSpec& truncation = *scenario.unroll.truncation;
  if (truncation.length >= horizon) {
    return 0;
  }
  return truncation.mode == TruncationMode::Windows
             ? (horizon - 1) / truncation.length * truncation.length
             : horizon - truncation.length;
}

std::optional<Misconception> truncationLimitsMemory(const Trace& trace) {
  const Scenario& scenario = trace.scenario;
  if (!scenario.unroll.truncation || trace.runs.empty()) {
    return std::nullopt;
  }
  const int cut = lastCut(scenario);
  const RunTrace& run = trace.runs.back();
  const double norm = cut > 0 ? run.steps.stateNorm[static_cast<std::size_t>(cut - 1)] : 0;
  if (!(norm > 0) || !std::isfinite(norm)) {
    return std::nullopt;
  }
  Misconception result;
  result.kind = MisconceptionKind::TruncationLimitsMemory;
  result.setting = scenario.unroll.truncation->length;
  result.t = cut;
  result.number = norm;
  result.precision = run.precision;
  return result;
}

std::optional<Misconception> infIsNan(const Trace& trace) {
  for (const RunTrace& run : trace.runs) {
    const auto inf = std::find_if(run.events.begin(), run.events.end(), [](const Event& event) {
      return event.kind == EventKind::OverflowInf;
    });
    if (run.status == RunStatus::Overflow && inf != run.events.end()) {
      Misconception result;
      result.kind = MisconceptionKind::InfIsNan;
      result.t = inf->t;
      result.precision = run.precision;
      return result;
    }
  }
  return std::nullopt;
}

} // namespace

std::vector<Misconception> misconceptionsMet(const Trace& trace) {
  std::vector<Misconception> all;
  const auto add = [&](const std::optional<Misconception>& one) {
    if (one) {
      all.push_back(*one);
    }
  };
  add(clippingRescuesInf(trace));
  if (hasCurve(trace)) {
    add(clippingCuresVanishing(trace));
    add(lstmNeverVanishes(trace));
    add(gainAboveOneExplodes(trace));
    add(radiusBelowOneDecays(trace));
  }
  add(truncationLimitsMemory(trace));
  add(infIsNan(trace));
  return all;
}

std::optional<Misconception> separateWeights(const Trace& trace) {
  if (trace.runs.empty() || trace.scenario.unroll.horizon < 2) {
    return std::nullopt;
  }
  const RunTrace& run = trace.runs.back();
  Misconception result;
  result.kind = MisconceptionKind::SeparateWeights;
  result.setting = trace.scenario.unroll.horizon;
  result.number = run.clip.normBefore;
  result.precision = run.precision;
  return result;
}

} // namespace backflow
