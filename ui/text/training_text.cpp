// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/training_text.h"

#include "core/scenario/training_checks.h"
#include "ui/text/enum_text.h"
#include "ui/text/event_text.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

QString cellName(const NetworkSpec& network) {
  return network.cell == CellKind::Rnn
             ? QStringLiteral("RNN %1").arg(displayText(network.activation))
             : displayText(network.cell);
}

} // namespace

QString TrainingText::name(const Scenario& scenario, const Scenario* other) {
  const NetworkSpec& network = scenario.network;
  if (other == nullptr || network.cell != other->network.cell) {
    return cellName(network);
  }
  if (scenario.clip.has_value() != other->clip.has_value()) {
    return scenario.clip ? tr("clipped at θ = %1").arg(formatNumber(scenario.clip->threshold))
                         : tr("not clipped");
  }
  if (scenario.unroll.truncation.has_value() != other->unroll.truncation.has_value()) {
    return scenario.unroll.truncation ? tr("k = %1").arg(scenario.unroll.truncation->length)
                                      : tr("full BPTT");
  }
  if (scenario.training->regulariser != other->training->regulariser) {
    return scenario.training->regulariser > 0
               ? tr("with Ω × %1").arg(formatNumber(scenario.training->regulariser))
               : tr("without Ω");
  }
  return cellName(network);
}

QString TrainingText::variant(const Scenario& scenario, TrainingVariant variant) {
  switch (variant) {
  case TrainingVariant::None:
    return tr("nothing");
  case TrainingVariant::Clipping:
    return scenario.clip ? tr("the same, not clipped") : tr("the same, clipped at 1");
  case TrainingVariant::Truncation:
    return scenario.unroll.truncation ? tr("the same, full BPTT") : tr("the same, k = 5");
  case TrainingVariant::Rnn:
    return tr("an RNN");
  case TrainingVariant::Gru:
    return tr("a GRU");
  case TrainingVariant::Lstm:
    return tr("an LSTM");
  case TrainingVariant::Regulariser:
    return scenario.training && scenario.training->regulariser > 0
               ? tr("the same, without Ω")
               : tr("the same, with the regulariser Ω");
  }
  return {};
}

QString TrainingText::obstacle(const Scenario& scenario, TrainingVariant variant) {
  switch (obstacleOf(scenario, variant)) {
  case VariantObstacle::None:
    break;
  case VariantObstacle::SameCell:
    return tr("The first training has this cell.");
  case VariantObstacle::NotPlain:
    return tr("Ω is defined for one plain layer that reads forward.");
  }
  return {};
}

QString TrainingText::lossLabel(TaskKind task) {
  switch (task) {
  case TaskKind::CopyMemory:
  case TaskKind::TemporalOrder:
  case TaskKind::Agreement:
  case TaskKind::Characters:
    return tr("cross-entropy, nats");
  case TaskKind::Recall:
  case TaskKind::Adding:
  case TaskKind::Temperature:
  case TaskKind::Mood:
  case TaskKind::Sunspots:
    break;
  }
  return tr("mean squared error");
}

QString TrainingText::caption(const Scenario& scenario) {
  const TrainingSpec& training = *scenario.training;
  return tr("%1 · T = %2 · %3 · η = %4 · batch %5 · %6")
      .arg(displayText(training.task.kind))
      .arg(scenario.unroll.horizon)
      .arg(displayText(training.optimiser.kind), formatNumber(training.optimiser.rate))
      .arg(training.batch)
      .arg(displayText(training.precision));
}

QString TrainingText::happening(const TrainingEvent& event) {
  const QString place = event.sequence > 0
                            ? tr("Update %1, sequence %2:").arg(event.update).arg(event.sequence)
                            : tr("Update %1:").arg(event.update);
  return QStringLiteral("%1 %2 %3")
      .arg(place, EventText::sentence(event.event), EventText::cause(event.event));
}

QString TrainingText::standing(const TrainingHistory& history, Detail detail) {
  const bool isInALine = detail == Detail::Line || detail == Detail::Least;
  if (history.status == TrainingStatus::Dead) {
    QString text = tr("It died at update %1.").arg(history.made());
    for (const TrainingEvent& event : history.events) {
      if (detail == Detail::Full || event.event.kind == EventKind::NanOnset) {
        text += QChar(' ') + (isInALine ? EventText::cause(event.event) : happening(event));
      }
    }
    return text;
  }
  if (history.records.empty()) {
    return tr("Ready: the plain guess has a loss of %1.").arg(formatReading(history.baselineLoss));
  }
  const auto look = std::find_if(history.records.rbegin(), history.records.rend(),
                                 [](const UpdateRecord& one) { return one.heldOut.has_value(); });
  if (look == history.records.rend() && detail == Detail::Least) {
    return tr("Loss %1 in the batch of update %2.")
        .arg(formatReading(history.records.back().loss))
        .arg(history.made());
  }
  if (look == history.records.rend()) {
    return tr("Loss %1 in the batch of update %2; the plain guess has %3.")
        .arg(formatReading(history.records.back().loss))
        .arg(history.made())
        .arg(formatReading(history.baselineLoss));
  }
  const HeldOutScore& score = *look->heldOut;
  const QString loss = formatReading(score.loss);
  QString text;
  if (detail == Detail::Least) {
    text = tr("Update %1: held-out loss %2").arg(look->update).arg(loss);
  } else {
    const QString words =
        isInALine ? tr("Update %1: held-out loss %2, the plain guess has %3")
                  : tr("After update %1, on held-out sequences: loss %2, the plain guess has %3");
    text = words.arg(look->update).arg(loss, formatReading(history.baselineLoss));
  }
  if (score.accuracy) {
    text += tr("; accuracy %1 %").arg(formatNumber(100 * *score.accuracy));
  } else if (score.error) {
    text += tr("; error %1 %2 (RMSE)")
                .arg(formatNumber(*score.error), QString::fromStdString(history.errorUnit));
  }
  return text + QChar('.');
}

QString TrainingText::reading(const TrainingHistory& history, int update) {
  if (update < 1 || update > history.made()) {
    return {};
  }
  const UpdateRecord& record = history.records[static_cast<std::size_t>(update) - 1];
  QString text =
      tr("loss %1, ‖g‖₂ %2").arg(formatReading(record.loss), formatReading(record.normBefore));
  if (record.coefficient != 1) {
    text += tr(" clipped to %1").arg(formatReading(record.normAfter));
  }
  if (record.accuracy) {
    text += tr(", accuracy in the batch %1 %").arg(formatNumber(100 * *record.accuracy));
  }
  if (record.spectralRadius) {
    text += tr(", ρ(Wₕ) %1").arg(formatNumber(*record.spectralRadius));
  }
  if (history.scenario.training->regulariser > 0) {
    text += tr(", Ω %1").arg(formatReading(record.omega));
  }
  return text + tr(", η %1").arg(formatNumber(record.rate));
}

QString TrainingText::duration(double seconds) {
  if (!(seconds < 90)) {
    return tr("%1 min").arg(std::lround(seconds / 60));
  }
  return tr("%1 s").arg(std::lround(std::ceil(seconds)));
}

} // namespace backflow
