// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_report.h"

#include "app/cli/text_table.h"
#include "app/cli/theory_report.h"
#include "core/record/describe.h"
#include "core/record/rounding_hold.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"

#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <set>
#include <string>

namespace backflow {

namespace {

constexpr int stepsShown = 25;

template <class Enum> std::string named(Enum value) {
  return std::string(enumName(value));
}

std::string drawOf(const WeightsSpec& weights) {
  if (weights.init == WeightInit::Explicit) {
    return {};
  }
  std::string words =
      ", gain " + fourDigits(weights.gain) + ", seed " + std::to_string(weights.seed);
  if (weights.inputGain != 1) {
    words += ", input gain " + fourDigits(weights.inputGain);
  }
  if (weights.chrono) {
    return words + ", chrono up to " + fourDigits(*weights.chrono);
  }
  if (weights.forgetBias != 0) {
    words += ", forget bias " + fourDigits(weights.forgetBias);
  }
  if (weights.updateBias != 0) {
    words += ", update bias " + fourDigits(weights.updateBias);
  }
  return words;
}

std::string settingsOf(const Scenario& scenario) {
  const NetworkSpec& network = scenario.network;
  std::string line = named(network.cell) +
                     (network.cell == CellKind::Rnn ? " " + named(network.activation)
                      : hasVariants(network.cell)   ? " " + named(network.variant)
                                                    : "") +
                     ", H " + std::to_string(network.hidden);
  if (network.layers > 1) {
    line += ", " + std::to_string(network.layers) + " layers";
  }
  line += network.bidirectional ? ", bidirectional" : "";
  line += network.readout == Readout::Attention ? ", attention readout" : "";
  line += "; weights " + named(scenario.weights.init);
  line += drawOf(scenario.weights);
  for (const PinSpec& pin : scenario.pins) {
    line += "; " + named(pin.gate) + " gate pinned at " + fourDigits(pin.value) + ", t " +
            std::to_string(pin.from) + " to " + std::to_string(pin.to);
  }
  if (scenario.initialState.kind != InitialStateKind::Zero) {
    line += "; initial state " + named(scenario.initialState.kind);
  }
  // A text has as many inputs as it has different characters: that is for the run to know.
  line += "; input " + named(scenario.input.kind) +
          (scenario.input.kind == InputKind::Text
               ? std::string()
               : ", D " + std::to_string(inputSize(scenario.input))) +
          "; loss " + named(scenario.loss.kind) + " at " + named(scenario.loss.at) + "; T " +
          std::to_string(scenario.unroll.horizon);
  if (const auto& truncation = scenario.unroll.truncation) {
    line += "; truncation " + named(truncation->mode) + ", k " + std::to_string(truncation->length);
  } else {
    line += "; no truncation";
  }
  if (scenario.clip) {
    line += "; clip " + named(scenario.clip->mode) + ", θ " + fourDigits(scenario.clip->threshold);
  } else {
    line += "; no clipping";
  }
  return line;
}

/// Spread evenly over 1..T with both ends, and the steps of all events: from the last to the first.
std::set<int, std::greater<>> chosenSteps(const Trace& trace) {
  const int horizon = trace.scenario.unroll.horizon;
  const int count = std::min(stepsShown, horizon);
  std::set<int, std::greater<>> steps{horizon};
  for (int k = 0; k + 1 < count; ++k) {
    steps.insert(1 + static_cast<int>(static_cast<long long>(k) * (horizon - 1) / (count - 1)));
  }
  for (const RunTrace& run : trace.runs) {
    for (const Event& event : run.events) {
      if (event.t >= 1) {
        steps.insert(event.t);
      }
    }
  }
  return steps;
}

std::string powerOfTen(double log2) {
  if (!std::isfinite(log2)) {
    return log2 < 0 ? "0" : fourDigits(log2);
  }
  // Rounded first: what is 1 but for the last digits would be 10^-0.00.
  const double hundredths = std::round(100 * log2 * std::numbers::ln2 / std::numbers::ln10);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "10^%.2f", hundredths == 0 ? 0.0 : hundredths / 100);
  return buffer;
}

std::string eventsAt(int t, const Trace& trace) {
  std::string text;
  for (const RunTrace& run : trace.runs) {
    for (const Event& event : run.events) {
      if (event.t == t) {
        text += text.empty() ? "" : ", ";
        text += std::string(nameOf(run.precision)) + " " + std::string(nameOf(event.kind)) + " (" +
                event.quantity + ")";
      }
    }
  }
  return text;
}

using Records = std::vector<double> StepRecords::*;

struct Quantity {
  const char* heading;
  Records records;
};

constexpr Quantity quantities[] = {
    {"‖dL/dh_t‖", &StepRecords::gradientNorm},
    {"‖h_t‖", &StepRecords::stateNorm},
    {"‖dL/dθ_t‖", &StepRecords::parameterGradientNorm},
};

void writeSteps(const Trace& trace, std::ostream& out) {
  using enum TextTable::Align;
  std::vector<std::string> heading{"t", "steps", "value", "‖dL/dh_t‖"};
  std::vector<std::string> subheading{"", "back", "number", "exact"};
  for (const Quantity& quantity : quantities) {
    for (const RunTrace& run : trace.runs) {
      heading.emplace_back(quantity.heading);
      subheading.emplace_back(nameOf(run.precision));
    }
  }
  heading.emplace_back("events");

  std::vector<TextTable::Align> columns(heading.size(), Right);
  columns.back() = Left;
  TextTable table(std::move(columns));
  table.addRow(std::move(heading));
  table.addRow(std::move(subheading));
  const auto steps = chosenSteps(trace);
  for (const int t : steps) {
    const auto index = static_cast<std::size_t>(t - 1);
    const int stepsBack = trace.scenario.unroll.horizon - t;
    std::vector<std::string> row{std::to_string(t), std::to_string(stepsBack),
                                 std::to_string(stepsBack + 1),
                                 powerOfTen(trace.referenceLog2.at(index))};
    for (const Quantity& quantity : quantities) {
      for (const RunTrace& run : trace.runs) {
        row.push_back(fourDigits((run.steps.*quantity.records).at(index)));
      }
    }
    row.push_back(eventsAt(t, trace));
    table.addRow(std::move(row));
  }
  out << "Euclidean norms, without a unit; exact: with an unbounded exponent; θ_t: the weights' "
         "copy at step t\n";
  if (std::ssize(steps) < trace.scenario.unroll.horizon) {
    out << steps.size() << " of " << trace.scenario.unroll.horizon
        << " steps, all with events among them; --csv writes every step\n";
  }
  table.write(out);
}

void writeOutcomes(const Trace& trace, std::ostream& out) {
  using enum TextTable::Align;
  TextTable table({Left, Left, Right});
  table.addRow({"precision", "status", "loss"});
  for (const RunTrace& run : trace.runs) {
    table.addRow({std::string(nameOf(run.precision)), std::string(nameOf(run.status)),
                  fourDigits(run.loss)});
  }
  table.write(out);
}

void writeClipping(const Trace& trace, std::ostream& out) {
  using enum TextTable::Align;
  const auto& clip = trace.scenario.clip;
  const bool ofStates = clip && clip->mode == ClipMode::StateNorm;
  out << (ofStates ? "Largest ‖dL/dh_t‖ over the steps" : "Norm of the gradient over all weights")
      << (clip ? " before and after clipping" : "; nothing clips it") << '\n';
  TextTable table({Left, Right, Right, Right});
  table.addRow({"precision", "before", "after", "coefficient"});
  for (const RunTrace& run : trace.runs) {
    table.addRow({std::string(nameOf(run.precision)), fourDigits(run.clip.normBefore),
                  fourDigits(run.clip.normAfter), fourDigits(run.clip.coefficient)});
  }
  table.write(out);
}

/// "2.62 GB", in powers of ten.
std::string bytesText(double bytes) {
  const char* const units[] = {"bytes", "kB", "MB", "GB", "TB"};
  int unit = 0;
  while (bytes >= 1000 && unit < 4) {
    bytes /= 1000;
    ++unit;
  }
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.3g %s", bytes, units[unit]);
  return buffer;
}

void writeMemory(const Trace& trace, std::ostream& out) {
  using enum TextTable::Align;
  out << "Held by the unroll: over all steps, over what truncation leaves, with checkpointing\n";
  TextTable table({Left, Right, Right, Right, Left});
  table.addRow({"precision", "full", "truncated", "checkpointed", ""});
  for (const RunTrace& run : trace.runs) {
    table.addRow({std::string(nameOf(run.precision)), bytesText(run.memory.full),
                  bytesText(run.memory.truncated), bytesText(run.memory.checkpointed),
                  run.memory.checkpointing ? "(was checkpointed)" : ""});
  }
  table.write(out);
}

void writeComparison(const Trace& trace, std::ostream& out) {
  if (trace.runs.empty() || !trace.runs.front().comparison) {
    return;
  }
  using enum TextTable::Align;
  out << "The gradient over all weights against the one without truncation and clipping\n";
  TextTable table({Left, Right, Right, Right});
  table.addRow({"precision", "full norm", "ratio", "angle in degrees"});
  for (const RunTrace& run : trace.runs) {
    table.addRow({std::string(nameOf(run.precision)), fourDigits(run.comparison->fullNorm),
                  fourDigits(run.comparison->ratio), fourDigits(run.comparison->angleDegrees)});
  }
  table.write(out);
  out << '\n';
}

void writeEvents(const Trace& trace, std::ostream& out) {
  bool any = false;
  for (const RunTrace& run : trace.runs) {
    for (const Event& event : run.events) {
      out << describe(event) << '\n';
      any = true;
    }
  }
  for (const RunTrace& run : trace.runs) {
    if (const auto from = heldByRoundingFrom(trace, run)) {
      out << nameOf(run.precision) << ": from t = " << *from << " back rounding holds ‖dL/dh_t‖ at "
          << fourDigits(run.steps.gradientNorm.front())
          << ": numbers as small as that, times the factor of a step, round to themselves, and it "
             "never reaches zero\n";
    }
  }
  if (!any) {
    out << "Nothing happened to the numbers: no threshold passed, no underflow, no overflow.\n";
  }
}

} // namespace

void writeReport(const Trace& trace, const Analysis& analysis, std::ostream& out) {
  if (!trace.scenario.title.empty()) {
    out << trace.scenario.title << '\n';
  }
  out << settingsOf(trace.scenario) << "\n\n";
  writeOutcomes(trace, out);
  out << '\n';
  writeSteps(trace, out);
  out << '\n';
  writeClipping(trace, out);
  out << '\n';
  writeComparison(trace, out);
  writeMemory(trace, out);
  out << '\n';
  writeTheory(analysis, out);
  writeEvents(trace, out);
}

} // namespace backflow
