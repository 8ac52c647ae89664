// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenario_text.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/data_files.h"
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "ui/text/enum_text.h"
#include "ui/text/file_name.h"
#include "ui/text/language.h"
#include "ui/text/number_text.h"

#include <QStringList>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace backflow {

namespace {

/// The titles of the scenarios that come with the program, by the one that their files have.
const std::map<std::string, LocalizedText>& shippedTitles() {
  static const std::map<std::string, LocalizedText> titles = [] {
    std::map<std::string, LocalizedText> result;
    for (const LibraryEntry& entry : libraryEntries()) {
      result.emplace(entry.title.en, entry.title);
    }
    return result;
  }();
  return titles;
}

/// Without the capital that a menu's entry begins with.
QString withinSentence(QString text) {
  text[0] = text[0].toLower();
  return text;
}

/// Its data may be named by another path.
Scenario withDataNamedBriefly(Scenario scenario) {
  for (std::string* name : dataFilesOf(scenario)) {
    *name = std::filesystem::path(*name).filename().string();
  }
  return scenario;
}

/// The scenario that comes with the program under this title; nothing if there is none.
const std::optional<Scenario>& shippedScenario(const std::string& title) {
  static std::map<std::string, std::optional<Scenario>> read;
  const auto [place, isNew] = read.try_emplace(title);
  if (isNew && shippedTitles().contains(title)) {
    const std::vector<LibraryEntry> all = libraryEntries();
    const auto entry = std::ranges::find(
        all, title, [](const LibraryEntry& one) -> const std::string& { return one.title.en; });
    const ScenarioOrProblems found = readScenarioFile(entry->file);
    if (const auto* scenario = std::get_if<Scenario>(&found)) {
      place->second = withDataNamedBriefly(*scenario);
    }
  }
  return place->second;
}

/// Whether it goes by the title of one that comes with the program, and is not that one.
bool isChangedShipped(const Scenario& scenario) {
  const std::optional<Scenario>& shipped = shippedScenario(scenario.title);
  return shipped && withDataNamedBriefly(scenario) != *shipped;
}

} // namespace

QString columnNames(const CsvColumns& table) {
  QStringList names;
  for (const std::string& name : table.columns) {
    names << QString::fromStdString(name);
  }
  return names.join(QStringLiteral(", "));
}

QString ScenarioText::inputCaption(const InputSpec& input) {
  switch (input.kind) {
  case InputKind::Noise:
    return tr("input: noise, std %1, seed %2").arg(formatReading(input.std)).arg(input.seed);
  case InputKind::Impulse:
    return tr("input: impulse %1 at t = %2").arg(formatReading(input.amplitude)).arg(input.step);
  case InputKind::Constant:
    return tr("input: constant %1").arg(formatReading(input.amplitude));
  case InputKind::Sine:
    return tr("input: sine %1, period %2")
        .arg(formatReading(input.amplitude), formatReading(input.period));
  case InputKind::Csv:
    return tr("input: %1 (%2)").arg(shownName(input.csv.file), columnNames(input.csv));
  case InputKind::Text:
    return tr("input: %1").arg(shownName(input.text));
  case InputKind::Explicit:
    break;
  }
  return tr("input: given by the scenario");
}

QStringList ScenarioText::weightsCaption(const WeightsSpec& weights) {
  if (weights.init == WeightInit::Explicit) {
    return {tr("explicit weights")};
  }
  QStringList parts{tr("%1, gain %2").arg(displayText(weights.init), formatReading(weights.gain)),
                    tr("seed %1").arg(weights.seed)};
  if (weights.inputGain != 1) {
    parts << tr("input gain %1").arg(formatReading(weights.inputGain));
  }
  if (weights.chrono) {
    parts << tr("chrono up to %1").arg(formatReading(*weights.chrono));
    return parts;
  }
  if (weights.forgetBias != 0) {
    parts << tr("forget bias %1").arg(formatReading(weights.forgetBias));
  }
  if (weights.updateBias != 0) {
    parts << tr("update bias %1").arg(formatReading(weights.updateBias));
  }
  return parts;
}

QString ScenarioText::pinCaption(const PinSpec& pin) {
  return tr("%1 gate pinned at %2, t = %3 to %4")
      .arg(displayText(pin.gate), formatReading(pin.value))
      .arg(pin.from)
      .arg(pin.to);
}

QString ScenarioText::title(const Scenario& scenario) {
  const auto shipped = shippedTitles().find(scenario.title);
  return shipped != shippedTitles().end() ? inCurrentLanguage(shipped->second)
                                          : QString::fromStdString(scenario.title);
}

QString ScenarioText::name(const Scenario& scenario) {
  const QString title = ScenarioText::title(scenario);
  return title.isEmpty() ? tr("Untitled scenario") : title;
}

QString ScenarioText::presentName(const Scenario& scenario) {
  return isChangedShipped(scenario) ? tr("Changed from “%1”").arg(name(scenario)) : name(scenario);
}

QString ScenarioText::caption(const Scenario& scenario) {
  QStringList parts;
  const NetworkSpec& network = scenario.network;
  const QString kind = network.cell == CellKind::Rnn ? displayText(network.activation)
                       : hasVariants(network.cell) ? displayText(network.cell) + QLatin1Char(' ') +
                                                         displayText(network.variant)
                                                   : displayText(network.cell);
  parts << kind << QStringLiteral("H = %1").arg(network.hidden);
  if (network.layers > 1) {
    parts << tr("layers: %1").arg(network.layers);
  }
  if (network.bidirectional) {
    parts << tr("bidirectional");
  }
  if (network.readout == Readout::Attention) {
    parts << tr("attention");
  }
  parts << QStringLiteral("T = %1").arg(scenario.unroll.horizon);
  parts << weightsCaption(scenario.weights);
  for (const PinSpec& pin : scenario.pins) {
    parts << pinCaption(pin);
  }
  const InitialStateSpec& start = scenario.initialState;
  if (start.kind == InitialStateKind::Noise) {
    parts << tr("h₀: noise, std %1, seed %2").arg(formatReading(start.std)).arg(start.seed);
  } else if (start.kind == InitialStateKind::Explicit) {
    parts << tr("h₀: given by the scenario");
  }
  parts << inputCaption(scenario.input);
  parts << tr("loss: %1, %2")
               .arg(withinSentence(displayText(scenario.loss.kind)),
                    withinSentence(displayText(scenario.loss.at)));
  if (scenario.loss.kind == LossKind::Inject && scenario.loss.gradient.empty()) {
    parts << tr("v: seed %1").arg(scenario.loss.seed);
  } else if (scenario.loss.kind == LossKind::SquaredError && scenario.loss.csvTarget) {
    const CsvTarget& target = *scenario.loss.csvTarget;
    parts << tr("target: %1, rows ahead: %2").arg(columnNames(target.source)).arg(target.ahead);
  }
  if (scenario.unroll.truncation) {
    parts << tr("truncation: %1, k = %2")
                 .arg(displayText(scenario.unroll.truncation->mode))
                 .arg(scenario.unroll.truncation->length);
  }
  if (scenario.clip) {
    parts << tr("clipping: %1, θ = %2")
                 .arg(displayText(scenario.clip->mode), formatReading(scenario.clip->threshold));
  }
  const QString settings = parts.join(QStringLiteral(" · "));
  return scenario.title.empty() ? settings
                                : presentName(scenario) + QStringLiteral(" — ") + settings;
}

} // namespace backflow
