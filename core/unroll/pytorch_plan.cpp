// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/pytorch_plan.h"

#include "core/scenario/cell_traits.h"

namespace backflow {

namespace {

ScriptCut cutOf(const Scenario& scenario) {
  const auto& truncation = scenario.unroll.truncation;
  if (!truncation || truncation->length >= scenario.unroll.horizon) {
    return ScriptCut::None;
  }
  if (truncation->mode == TruncationMode::Windows) {
    return ScriptCut::Windows;
  }
  // A layer that both directions of another read takes gradient in at every step.
  const bool comesInOften = scenario.loss.at == LossPlace::Every ||
                            scenario.network.readout == Readout::Attention ||
                            (scenario.network.bidirectional && scenario.network.layers > 1);
  return comesInOften ? ScriptCut::Lanes : ScriptCut::Once;
}

bool clips(const Scenario& scenario, ClipMode mode) {
  return scenario.clip && scenario.clip->mode == mode;
}

} // namespace

ScriptPlan::ScriptPlan(const Scenario& scenario)
    : network(scenario.network), cut(cutOf(scenario)), severalLayers(network.layers > 1),
      bidirectional(network.bidirectional), named(severalLayers || bidirectional),
      hasCell(hasCellState(network.cell)), attends(network.readout == Readout::Attention),
      everyStep(scenario.loss.at == LossPlace::Every), pinned(!scenario.pins.empty()),
      scaled(scenario.loss.scale != 1), clipsNorm(clips(scenario, ClipMode::Norm)),
      clipsValue(clips(scenario, ClipMode::Value)),
      clipsStates(clips(scenario, ClipMode::StateNorm)) {
  for (const Precision precision : scenario.precisions) {
    const bool isWide = precision == Precision::Float32 || precision == Precision::Float64;
    (isWide ? precisions : leftOut).push_back(precision);
  }
  if (precisions.empty()) {
    precisions.push_back(Precision::Float64);
  }
}

std::string ScriptPlan::parameter(const std::string& name) const {
  return "p[\"" + name + (named ? "\" + at]" : "\"]");
}

std::string ScriptPlan::times(const std::string& name, const std::string& vector) const {
  return lanes() ? vector + " @ " + parameter(name) + ".T" : parameter(name) + " @ " + vector;
}

} // namespace backflow
