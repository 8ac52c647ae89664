// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep_cell.h"

#include "core/numeric/emulated.h"
#include "core/unroll/network_run.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace backflow {

namespace {

/// Seeds whose matrices are kept at hand; more would take much memory in wide networks.
constexpr std::size_t mostBuilders = 4;

/// `counts` by t; the first on the way back whose count is above zero.
std::optional<int> firstBack(const std::vector<int>& counts) {
  for (std::size_t back = 0; back < counts.size(); ++back) {
    if (counts[counts.size() - 1 - back] > 0) {
      return static_cast<int>(back);
    }
  }
  return std::nullopt;
}

/// Of what vanished by itself: the records show the zeros of truncation too.
std::optional<int> firstZero(const std::vector<Event>& events) {
  std::optional<int> first;
  for (const Event& event : events) {
    if (event.kind == EventKind::UnderflowZero && (!first || event.stepsBack < *first)) {
      first = event.stepsBack;
    }
  }
  return first;
}

/// One precision's way through both passes; nothing if stopped.
template <class Scalar>
std::optional<PrecisionOutcome> outcomeIn(const Experiment& experiment, const std::stop_token& stop,
                                          std::vector<double>* reference) {
  NetworkRun<Scalar> run(experiment, {});
  if (!run.forward(stop) || !run.backwardOfStates(stop)) {
    return std::nullopt;
  }
  if (reference != nullptr) {
    *reference = std::move(run.referenceLog2);
  }
  const StepRecords& steps = run.trace.steps;
  PrecisionOutcome outcome;
  outcome.precision = run.trace.precision;
  outcome.status = run.trace.status;
  outcome.first = {firstBack(steps.subnormals), firstZero(run.trace.events),
                   firstBack(steps.infinities), firstBack(steps.nans)};
  return outcome;
}

std::optional<PrecisionOutcome> outcomeOfNarrow(Precision precision, const Experiment& experiment,
                                                const std::stop_token& stop) {
  switch (precision) {
  case Precision::Float64:
  case Precision::Float32:
    break;
  case Precision::BFloat16:
    return outcomeIn<BFloat16>(experiment, stop, nullptr);
  case Precision::Float16:
    return outcomeIn<Float16>(experiment, stop, nullptr);
  }
  return outcomeIn<float>(experiment, stop, nullptr);
}

double ratioLog10(const std::vector<double>& referenceLog2) {
  const double first = referenceLog2.front();
  const double last = referenceLog2.back();
  if (last == -std::numeric_limits<double>::infinity()) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  return (first - last) * std::numbers::ln2 / std::numbers::ln10;
}

std::optional<CellResult> resultOf(const Experiment& experiment, const SweepCell& cell,
                                   const std::stop_token& stop) {
  // The reference curve rides on the float64 states, whether or not float64 is asked for.
  std::vector<double> reference;
  const auto float64 = outcomeIn<double>(experiment, stop, &reference);
  if (!float64) {
    return std::nullopt;
  }
  CellResult result;
  result.cell = cell;
  result.ratioLog10 = ratioLog10(reference);
  result.fate = fateOf(result.ratioLog10, experiment.scenario.thresholds);
  for (const Precision precision : experiment.scenario.precisions) {
    const auto outcome =
        precision == Precision::Float64 ? float64 : outcomeOfNarrow(precision, experiment, stop);
    if (!outcome) {
      return std::nullopt;
    }
    if (outcome->status == RunStatus::Nan) {
      result.fate = GradientFate::Nan;
    }
    result.outcomes.push_back(*outcome);
  }
  return result;
}

} // namespace

std::string_view nameOf(GradientFate fate) {
  switch (fate) {
  case GradientFate::Vanishing:
    return "vanishing";
  case GradientFate::Living:
    break;
  case GradientFate::Exploding:
    return "exploding";
  case GradientFate::Nan:
    return "nan";
  }
  return "living";
}

GradientFate fateOf(double ratioLog10, const ThresholdsSpec& thresholds) {
  if (std::isnan(ratioLog10)) {
    return GradientFate::Nan;
  }
  if (ratioLog10 < std::log10(thresholds.vanish)) {
    return GradientFate::Vanishing;
  }
  return ratioLog10 > std::log10(thresholds.explode) ? GradientFate::Exploding
                                                     : GradientFate::Living;
}

ExperimentBuilder& CellEvaluator::builderFor(const SweepCell& cell) {
  if (m_builders.size() >= mostBuilders && !m_builders.contains(cell.seed)) {
    m_builders.clear();
  }
  return m_builders[cell.seed];
}

std::variant<std::vector<CellResult>, std::vector<FieldProblem>>
CellEvaluator::evaluate(std::span<const SweepCell> cells, const std::stop_token& stop) {
  std::vector<CellResult> results;
  for (const SweepCell& cell : cells) {
    const auto scenario = scenarioOf(m_spec, cell);
    if (const auto* problem = std::get_if<FieldProblem>(&scenario)) {
      return std::vector{*problem};
    }
    const auto prepared = builderFor(cell).prepare(std::get<Scenario>(scenario), m_spec.folder);
    if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&prepared)) {
      return *problems;
    }
    auto result = resultOf(std::get<Experiment>(prepared), cell, stop);
    if (!result) {
      return std::vector<CellResult>();
    }
    results.push_back(std::move(*result));
  }
  return results;
}

} // namespace backflow
