// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/run_summary.h"

#include "core/record/rounding_hold.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <vector>

namespace backflow {

namespace {

bool losesRange(const RunTrace& run) {
  return run.status != RunStatus::Finite ||
         std::any_of(run.events.begin(), run.events.end(), [](const Event& event) {
           return event.kind == EventKind::UnderflowSubnormal ||
                  event.kind == EventKind::UnderflowZero;
         });
}

/// Whether two formats differ by far more than their digits, though neither ran out of range.
bool partsByRounding(const std::vector<RunTrace>& runs) {
  constexpr double visible = 1.25;
  std::vector<double> norms;
  for (const RunTrace& run : runs) {
    const bool isWide = run.precision == Precision::Float32 || run.precision == Precision::Float64;
    if (isWide && !losesRange(run)) {
      norms.push_back(run.steps.gradientNorm.front());
    }
  }
  const auto [least, most] = std::minmax_element(norms.begin(), norms.end());
  return norms.size() > 1 && *least > 0 && *most > visible * *least;
}

bool livesInCell(const std::vector<RunTrace>& runs) {
  return std::any_of(runs.begin(), runs.end(), [](const RunTrace& run) {
    return !run.steps.cellGradientNorm.empty() && run.steps.cellGradientNorm.front() > 0;
  });
}

/// What is left of an angle of zero by rounding is not worth telling.
double visibleAngle(double degrees) {
  constexpr double least = 1e-4;
  return degrees < least ? 0 : degrees;
}

} // namespace

QString RunSummary::statusText(const RunTrace& run) {
  const QString name = QString::fromUtf8(nameOf(run.precision).data());
  switch (run.status) {
  case RunStatus::Finite:
    return tr("%1: every number is finite.").arg(name);
  case RunStatus::Overflow:
    return tr("%1: overflow, some number is infinite.").arg(name);
  case RunStatus::Nan:
    break;
  }
  return tr("%1: NaN, in training the weights would be lost.").arg(name);
}

QString RunSummary::text(const Trace& trace) {
  QStringList sentences;
  if (trace.scenario.training) {
    sentences << tr("The weights are those before training.");
  }
  const std::vector<double>& reference = trace.referenceLog2;
  const double change = (reference.front() - reference.back()) * std::log10(2.0);
  const auto steps = static_cast<int>(reference.size()) - 1;
  if (trace.scenario.network.bidirectional) {
    // Each direction has a loss at its own end: a mean factor a step would mean nothing.
    const auto least = std::min_element(reference.begin(), reference.end());
    sentences << tr("Read in both directions, the gradient's norm is %1 at t = 1 and %2 at t = %3; "
                    "it is least, %4, at t = %5.")
                     .arg(formatPowerOfTwo(reference.front()), formatPowerOfTwo(reference.back()))
                     .arg(steps + 1)
                     .arg(formatPowerOfTwo(*least))
                     .arg(least - reference.begin() + 1);
  } else if (trace.scenario.network.readout == Readout::Attention) {
    // The loss reaches every step directly: nothing is multiplied all the way.
    sentences << tr("The loss reads every state: the gradient's norm is %1 at t = 1 and %2 at "
                    "t = %3.")
                     .arg(formatPowerOfTwo(reference.front()), formatPowerOfTwo(reference.back()))
                     .arg(steps + 1);
  } else if (std::isfinite(change) && steps > 0) {
    sentences << tr("From t = %1 back to t = 1 the gradient's norm is multiplied by %2, on average "
                    "by %3 a step.")
                     .arg(steps + 1)
                     .arg(formatPowerOfTwo(reference.front() - reference.back()),
                          formatReading(std::pow(10.0, change / steps)));
  } else if (std::isinf(reference.front()) && std::isfinite(reference.back())) {
    sentences
        << (livesInCell(trace.runs)
                ? tr("No gradient reaches h at t = 1: what arrives there comes along the cell, "
                     "as ∂L/∂c.")
                : tr("No gradient reaches t = 1 at all."));
  }
  for (const RunTrace& run : trace.runs) {
    sentences << statusText(run);
    if (const auto from = heldByRoundingFrom(trace, run)) {
      sentences << tr("%1: from t = %2 back rounding holds the gradient at %3. Numbers as small as "
                      "that, times the factor of a step, round to themselves: it never reaches "
                      "zero.")
                       .arg(QString::fromUtf8(nameOf(run.precision).data()))
                       .arg(*from)
                       .arg(formatReading(run.steps.gradientNorm.front()));
    }
  }
  if (partsByRounding(trace.runs)) {
    sentences << tr("float32 and float64 part without running out of range: small differences of "
                    "rounding grow from step to step, as they do where a network is chaotic.");
  }
  const RunTrace& run = trace.runs.back();
  if (!run.steps.cellGradientDirectNorm.empty()) {
    sentences
        << tr("Of ∂L/∂c at t = 1, what came along the cell alone has the norm %1, what passed "
              "through the gates %2 (%3).")
               .arg(formatReading(run.steps.cellGradientDirectNorm.front()),
                    formatReading(run.steps.cellGradientGatesNorm.front()),
                    displayText(run.precision));
  }
  if (trace.scenario.network.readout == Readout::Attention &&
      !run.steps.directGradientNorm.empty()) {
    sentences << tr("Of ∂L/∂h at t = 1, what attention passes directly has the norm %1, what came "
                    "back through the recurrence %2 (%3).")
                     .arg(formatReading(run.steps.directGradientNorm.front()),
                          formatReading(run.steps.recurrentGradientNorm.front()),
                          displayText(run.precision));
  }
  if (!run.comparison || !std::isfinite(run.comparison->ratio) ||
      !std::isfinite(run.comparison->angleDegrees)) {
    return sentences.join(QChar('\n'));
  }
  const double ratio = run.comparison->ratio;
  const double angle = visibleAngle(run.comparison->angleDegrees);
  if (angle == 0 && ratio == 1) {
    sentences << tr("Truncation or clipping leaves the gradient as it is (%1).")
                     .arg(displayText(run.precision));
  } else if (angle == 0) {
    sentences << tr("What truncation or clipping leaves of the gradient is %1 times as long and "
                    "points the same way (%2).")
                     .arg(formatReading(ratio), displayText(run.precision));
  } else {
    sentences << tr("What truncation or clipping leaves of the gradient is %1 times as long and "
                    "points %2° away from it (%3).")
                     .arg(formatReading(ratio), formatReading(angle), displayText(run.precision));
  }
  return sentences.join(QChar('\n'));
}

} // namespace backflow
