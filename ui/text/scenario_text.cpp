// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenario_text.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/library.h"
#include "ui/text/enum_text.h"
#include "ui/text/language.h"
#include "ui/text/number_text.h"

#include <QStringList>

#include <map>
#include <string>

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

} // namespace

QString ScenarioText::title(const Scenario& scenario) {
  const auto shipped = shippedTitles().find(scenario.title);
  return shipped != shippedTitles().end() ? inCurrentLanguage(shipped->second)
                                          : QString::fromStdString(scenario.title);
}

QString ScenarioText::name(const Scenario& scenario) {
  const QString title = ScenarioText::title(scenario);
  return title.isEmpty() ? tr("Untitled scenario") : title;
}

QString ScenarioText::caption(const Scenario& scenario) {
  QStringList parts;
  const NetworkSpec& network = scenario.network;
  const QString kind = network.cell == CellKind::Rnn ? displayText(network.activation)
                       : hasVariants(network.cell) ? displayText(network.cell) + QLatin1Char(' ') +
                                                         displayText(network.variant)
                                                   : displayText(network.cell);
  parts << kind << QStringLiteral("H = %1").arg(scenario.network.hidden)
        << QStringLiteral("T = %1").arg(scenario.unroll.horizon);
  const WeightsSpec& weights = scenario.weights;
  if (weights.init == WeightInit::Explicit) {
    parts << tr("explicit weights");
  } else {
    parts << tr("%1, gain %2").arg(displayText(weights.init), formatReading(weights.gain))
          << tr("seed %1").arg(weights.seed);
  }
  parts << tr("loss: %1, %2")
               .arg(withinSentence(displayText(scenario.loss.kind)),
                    withinSentence(displayText(scenario.loss.at)));
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
  const QString title = ScenarioText::title(scenario);
  return title.isEmpty() ? settings : title + QStringLiteral(" — ") + settings;
}

} // namespace backflow
