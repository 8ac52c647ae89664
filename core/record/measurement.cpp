// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/measurement.h"

#include "core/unroll/truncation.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

using Form = Measured::Form;

Measured numberOf(Form form, double number) {
  Measured measured;
  measured.form = form;
  measured.number = number;
  return measured;
}

const RunTrace* runIn(const Trace& trace, Precision precision) {
  const auto found = std::ranges::find(trace.runs, precision, &RunTrace::precision);
  return found == trace.runs.end() ? nullptr : &*found;
}

/// The first event of that kind; of those that concern steps back, only what happened in ∂L/∂h.
const Event* firstEvent(const RunTrace& run, EventKind kind, bool inStateGradient) {
  const auto found = std::ranges::find_if(run.events, [&](const Event& event) {
    return event.kind == kind && (!inStateGradient || event.quantity == "dL/dh");
  });
  return found == run.events.end() ? nullptr : &*found;
}

std::optional<Measured> at(const std::vector<double>& norms, int step) {
  if (step < 1 || static_cast<std::size_t>(step) > norms.size()) {
    return std::nullopt;
  }
  return numberOf(Form::Number, norms[static_cast<std::size_t>(step) - 1]);
}

/// log₂ of the largest ‖∂L/∂h_t‖ over that at T, or the s at which it is reached.
std::optional<Measured> largestRatio(const std::vector<double>& log2, bool wantsStep) {
  const auto top = std::ranges::max_element(log2);
  if (top == log2.end()) {
    return std::nullopt;
  }
  return wantsStep ? numberOf(Form::Count, static_cast<double>(log2.end() - 1 - top))
                   : numberOf(Form::PowerOfTwo, *top - log2.back());
}

std::optional<Measured> reach(const StepRecords& steps) {
  const std::vector<double>& norms = steps.gradientNorm;
  const auto first = std::ranges::find_if(norms, [](double norm) { return norm != 0; });
  if (first == norms.end()) {
    return std::nullopt;
  }
  return numberOf(Form::Count, static_cast<double>(norms.end() - 1 - first));
}

std::optional<Measured> farShare(const Eigen::MatrixXd* influence, int leastLag) {
  if (influence == nullptr) {
    return std::nullopt;
  }
  double all = 0;
  double far = 0;
  for (Eigen::Index t = 0; t < influence->rows(); ++t) {
    for (Eigen::Index k = 0; k <= t; ++k) {
      all += (*influence)(t, k);
      far += t - k >= leastLag ? (*influence)(t, k) : 0;
    }
  }
  return numberOf(Form::Share, far / all);
}

std::optional<Measured> attentionWeight(const RunTrace& run, int step) {
  const Eigen::MatrixXd& weights = run.attention;
  if (weights.rows() == 0 || step < 1 || step > weights.cols()) {
    return std::nullopt;
  }
  return numberOf(Form::Number, weights(weights.rows() - 1, step - 1));
}

/// What needs no single precision's run.
std::optional<Measured> measureWhole(const Measure& wanted, const Trace& trace,
                                     const Eigen::MatrixXd* influence) {
  const std::vector<double>& log2 = trace.referenceLog2;
  switch (wanted.kind) {
  case MeasureKind::GradientRatio:
    return log2.empty() ? std::nullopt
                        : std::optional(numberOf(Form::PowerOfTwo, log2.front() - log2.back()));
  case MeasureKind::LargestRatio:
    return largestRatio(log2, false);
  case MeasureKind::LargestRatioStep:
    return largestRatio(log2, true);
  case MeasureKind::FarShare:
    return farShare(influence, wanted.step);
  default:
    return std::nullopt;
  }
}

} // namespace

std::optional<Measured> measure(const Measure& wanted, const Trace& trace,
                                const Eigen::MatrixXd* influence) {
  if (auto whole = measureWhole(wanted, trace, influence)) {
    return whole;
  }
  const RunTrace* run = runIn(trace, wanted.precision);
  if (run == nullptr) {
    return std::nullopt;
  }
  switch (wanted.kind) {
  case MeasureKind::StepsBack: {
    const Event* event = firstEvent(*run, wanted.event, true);
    return event == nullptr ? std::nullopt : std::optional(numberOf(Form::Count, event->stepsBack));
  }
  case MeasureKind::EventCause: {
    const Event* event = firstEvent(*run, wanted.event, false);
    if (event == nullptr) {
      return std::nullopt;
    }
    Measured measured = numberOf(Form::Cause, 0);
    measured.event = *event;
    return measured;
  }
  case MeasureKind::Status: {
    Measured measured = numberOf(Form::Status, 0);
    measured.status = run->status;
    return measured;
  }
  case MeasureKind::GradientNorm:
    return at(run->steps.gradientNorm, wanted.step);
  case MeasureKind::DirectNorm:
    return at(run->steps.directGradientNorm, wanted.step);
  case MeasureKind::AttentionWeight:
    return attentionWeight(*run, wanted.step);
  case MeasureKind::CellAloneNorm:
    return at(run->steps.cellGradientDirectNorm, wanted.step);
  case MeasureKind::CellGatesNorm:
    return at(run->steps.cellGradientGatesNorm, wanted.step);
  case MeasureKind::StateNorm:
    return at(run->steps.stateNorm, wanted.step);
  case MeasureKind::Reach:
    return reach(run->steps);
  case MeasureKind::BytesWhole:
    return numberOf(Form::Bytes, run->memory.full * wanted.factor);
  case MeasureKind::BytesTruncated:
    return numberOf(Form::Bytes, run->memory.truncated * wanted.factor);
  case MeasureKind::ClipBefore:
    return numberOf(Form::Number, run->clip.normBefore);
  case MeasureKind::ClipAfter:
    return numberOf(Form::Number, run->clip.normAfter);
  default:
    return std::nullopt;
  }
}

} // namespace backflow
