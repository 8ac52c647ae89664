// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenario_text.h"

#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <QStringList>

namespace backflow {

QString ScenarioText::caption(const Scenario& scenario) {
  QStringList parts;
  const NetworkSpec& network = scenario.network;
  const QString kind =
      network.cell == CellKind::Rnn
          ? displayText(network.activation)
          : displayText(network.cell) + QLatin1Char(' ') + displayText(network.variant);
  parts << kind << QStringLiteral("H = %1").arg(scenario.network.hidden)
        << QStringLiteral("T = %1").arg(scenario.unroll.horizon);
  const WeightsSpec& weights = scenario.weights;
  if (weights.init == WeightInit::Explicit) {
    parts << tr("explicit weights");
  } else {
    parts << tr("%1, gain %2").arg(displayText(weights.init), formatReading(weights.gain))
          << tr("seed %1").arg(weights.seed);
  }
  parts << tr("loss: %1, %2").arg(displayText(scenario.loss.kind), displayText(scenario.loss.at));
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
  const QString title = QString::fromStdString(scenario.title);
  return title.isEmpty() ? settings : title + QStringLiteral(" — ") + settings;
}

} // namespace backflow
