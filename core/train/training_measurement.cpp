// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_measurement.h"

#include <algorithm>

namespace backflow {

namespace {

using Form = Measured::Form;

std::optional<Measured> numberOf(Form form, double number) {
  Measured measured;
  measured.form = form;
  measured.number = number;
  return measured;
}

const UpdateRecord* newestLook(const std::vector<UpdateRecord>& records) {
  const auto look = std::find_if(records.rbegin(), records.rend(), [](const UpdateRecord& record) {
    return record.heldOut.has_value();
  });
  return look == records.rend() ? nullptr : &*look;
}

std::optional<Measured> bestAccuracy(const std::vector<UpdateRecord>& records) {
  std::optional<double> best;
  for (const UpdateRecord& record : records) {
    if (record.heldOut && record.heldOut->accuracy) {
      best = std::max(best.value_or(0), *record.heldOut->accuracy);
    }
  }
  return best ? numberOf(Form::Share, *best) : std::nullopt;
}

const TrainingEvent* firstEvent(const std::vector<TrainingEvent>& events, EventKind kind) {
  const auto found = std::ranges::find_if(
      events, [kind](const TrainingEvent& one) { return one.event.kind == kind; });
  return found == events.end() ? nullptr : &*found;
}

std::optional<Measured> updateOf(const TrainingEvent* event) {
  return event == nullptr ? std::nullopt : numberOf(Form::Count, event->update);
}

} // namespace

std::optional<Measured> measure(const Measure& wanted, const std::vector<UpdateRecord>& records,
                                const std::vector<TrainingEvent>& events, double baselineLoss) {
  switch (wanted.kind) {
  case MeasureKind::DeathUpdate:
    return updateOf(firstEvent(events, EventKind::NanOnset));
  case MeasureKind::FirstInfUpdate:
    return updateOf(firstEvent(events, EventKind::OverflowInf));
  case MeasureKind::BaselineLoss:
    return numberOf(Form::Number, baselineLoss);
  case MeasureKind::BestAccuracy:
    return bestAccuracy(records);
  case MeasureKind::EventCause: {
    const TrainingEvent* found = firstEvent(events, wanted.event);
    if (found == nullptr) {
      return std::nullopt;
    }
    std::optional<Measured> measured = numberOf(Form::Cause, 0);
    measured->event = found->event;
    return measured;
  }
  default:
    break;
  }
  const UpdateRecord* look = newestLook(records);
  if (look == nullptr) {
    return std::nullopt;
  }
  switch (wanted.kind) {
  case MeasureKind::TrainedUpdates:
    return numberOf(Form::Count, look->update);
  case MeasureKind::HeldOutLoss:
    return numberOf(Form::Number, look->heldOut->loss);
  case MeasureKind::HeldOutAccuracy:
    return look->heldOut->accuracy ? numberOf(Form::Share, *look->heldOut->accuracy) : std::nullopt;
  default:
    return std::nullopt;
  }
}

} // namespace backflow
