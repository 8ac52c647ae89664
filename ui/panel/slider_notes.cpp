// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/slider_notes.h"

#include "core/unroll/truncation.h"
#include "ui/state/pinned_run.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

struct SliderNotes {
  Q_DECLARE_TR_FUNCTIONS(SliderNotes)
};

} // namespace

std::optional<CriticalGain> neutralGain(const Scenario& scenario) {
  const WeightInit init = scenario.weights.init;
  const bool uniform = init == WeightInit::Uniform; // variance 1/(3H) in place of 1/H
  if (init == WeightInit::Explicit) {
    return std::nullopt;
  }
  if (scenario.network.cell != CellKind::Rnn) {
    // Where the gates are one half: at zero state and with gate biases of zero.
    const WeightsSpec& weights = scenario.weights;
    const bool halfOpen = weights.forgetBias == 0 && weights.updateBias == 0 && !weights.chrono &&
                          scenario.pins.empty();
    return init == WeightInit::Gaussian && halfOpen
               ? std::optional(CriticalGain{2, QStringLiteral("2")})
               : std::nullopt;
  }
  switch (scenario.network.activation) {
  case Activation::Tanh:
  case Activation::Identity:
    return uniform ? CriticalGain{std::sqrt(3.0), QStringLiteral("√3")}
                   : CriticalGain{1, QStringLiteral("1")};
  case Activation::Relu:
    if (init == WeightInit::Identity) {
      return CriticalGain{1, QStringLiteral("1")};
    }
    return uniform ? CriticalGain{std::sqrt(6.0), QStringLiteral("√6")}
                   : CriticalGain{std::sqrt(2.0), QStringLiteral("√2")};
  case Activation::Sigmoid: // σ′ is far below ¼ at its states: neutral near 10, in no closed form
    break;
  }
  return std::nullopt;
}

SliderNote gainNote(const Scenario& scenario) {
  if (scenario.weights.init == WeightInit::Explicit) {
    return {SliderNotes::tr("Not used: the scenario gives the weights."),
            SliderNotes::tr("The weights are given."), SliderNotes::tr("not used")};
  }
  const std::optional<CriticalGain> critical = neutralGain(scenario);
  const QString neutral =
      critical ? SliderNotes::tr("neutral: %1").arg(critical->label) : QString();
  if (scenario.network.cell != CellKind::Rnn) {
    return critical
               ? SliderNote{SliderNotes::tr("2 is neutral at zero state, where the gates are ½."),
                            SliderNotes::tr("2 is neutral at zero state."), neutral}
               : SliderNote{SliderNotes::tr("Acts on every recurrent block; the gates decide."),
                            SliderNotes::tr("The gates decide, too."),
                            SliderNotes::tr("gates decide")};
  }
  switch (scenario.network.activation) {
  case Activation::Identity:
    return {SliderNotes::tr("At %1 a linear layer neither fades nor grows.").arg(critical->label),
            SliderNotes::tr("%1 is neutral if linear.").arg(critical->label), neutral};
  case Activation::Tanh:
    return {SliderNotes::tr("%1 is neutral for small h; above, tanh may still fade.")
                .arg(critical->label),
            SliderNotes::tr("%1 is neutral for h ≈ 0.").arg(critical->label), neutral};
  case Activation::Relu:
    if (scenario.weights.init == WeightInit::Identity) {
      return {SliderNotes::tr("At 1, units that are on neither fade nor grow."),
              SliderNotes::tr("1 is neutral for units on."), neutral};
    }
    return {SliderNotes::tr("%1 is neutral while half of the units are on.").arg(critical->label),
            SliderNotes::tr("%1 is neutral, half being on.").arg(critical->label), neutral};
  case Activation::Sigmoid:
    break;
  }
  return {SliderNotes::tr("σ′ is at most ¼, so gradients fade well above 1 too."),
          SliderNotes::tr("σ′ ≤ ¼: fades above 1, too."), QStringLiteral("σ′ ≤ ¼")};
}

std::optional<SliderNote> gainBeyondNote(const Scenario& scenario, double sliderEnd) {
  const double gain = scenario.weights.gain;
  if (scenario.weights.init == WeightInit::Explicit || gain <= sliderEnd) {
    return std::nullopt;
  }
  const QString end = formatNumber(sliderEnd);
  if (scenario.network.cell != CellKind::Rnn) {
    return SliderNote{
        SliderNotes::tr("The slider ends at %1; above, gates tend to 0 or 1.").arg(end),
        SliderNotes::tr("Above %1 gates tend to 0, 1.").arg(end),
        SliderNotes::tr("> %1: gates 0, 1").arg(end)};
  }
  switch (scenario.network.activation) {
  case Activation::Identity:
  case Activation::Relu: {
    // Of half of the units; where the matrix is the identity, of those that are on.
    const QString factor = formatReading(gain / neutralGain(scenario)->gain);
    return SliderNote{SliderNotes::tr("The slider ends at %1; here each step multiplies by ≈ %2.")
                          .arg(end, factor),
                      SliderNotes::tr("Above %1; ≈ × %2 a step.").arg(end, factor),
                      QStringLiteral("> %1: × %2").arg(end, factor)};
  }
  case Activation::Tanh:
  case Activation::Sigmoid:
    break;
  }
  return SliderNote{
      SliderNotes::tr("The slider ends at %1; above, units tend to saturate.").arg(end),
      SliderNotes::tr("Above %1 units saturate.").arg(end),
      SliderNotes::tr("> %1: saturates").arg(end)};
}

SliderNote clipNote(const Trace& trace) {
  if (trace.runs.empty()) {
    return {};
  }
  const RunTrace& run = trace.runs.front();
  const bool perStep = trace.scenario.clip && trace.scenario.clip->mode == ClipMode::StateNorm;
  const QString before = formatReading(run.clip.normBefore);
  const QString precision = displayText(run.precision);
  if (!trace.scenario.clip) {
    return {SliderNotes::tr("norm %1, %2").arg(before, precision),
            SliderNotes::tr("norm %1").arg(before)};
  }
  const QString after = formatReading(run.clip.normAfter);
  return {(perStep ? SliderNotes::tr("largest ‖∂L/∂h‖ %1 → %2, %3")
                   : SliderNotes::tr("norm %1 → %2, %3"))
              .arg(before, after, precision),
          QStringLiteral("%1 → %2").arg(before, after)};
}

SliderNote heldStatesNote(const Scenario& scenario) {
  const QString all = formatBytes(bytesHeld(scenario, scenario.unroll.horizon));
  if (!scenario.unroll.truncation) {
    return {SliderNotes::tr("states held: %1").arg(all), SliderNotes::tr("holds %1").arg(all)};
  }
  const QString held = formatBytes(bytesHeld(scenario, statesHeld(scenario)));
  return {SliderNotes::tr("states held: %1 of %2").arg(held, all),
          SliderNotes::tr("holds %1 of %2").arg(held, all)};
}

std::optional<SliderNote> checkpointsNote(const Trace& trace) {
  const MemoryRecord& memory = widestRun(trace).memory;
  if (!memory.checkpointing) {
    return std::nullopt;
  }
  const QString held = formatBytes(memory.checkpointed);
  const QString all = formatBytes(memory.full);
  return SliderNote{SliderNotes::tr("held with checkpoints: %1 of %2").arg(held, all),
                    SliderNotes::tr("holds %1 of %2").arg(held, all)};
}

} // namespace backflow
