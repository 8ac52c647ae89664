// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/map_picture.h"

#include "core/scenario/cell_traits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace backflow {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Colours from −span to span, so that zero has always the same one.
void spanEvenly(MapPicture& picture) {
  double span = 1;
  for (const double value : picture.values.reshaped()) {
    span = std::isfinite(value) ? std::max(span, std::abs(value)) : span;
  }
  picture.lowest = -span;
  picture.highest = span;
}

void setUnits(const Trace& trace, MapPicture& picture) {
  const RunTrace& run = widestRun(trace);
  picture.precision = run.precision;
  if (!canKeepUnits(trace.scenario)) {
    picture.absence = MapAbsence::TooManySteps;
  } else if (run.states.size() > 0) {
    picture.absence = MapAbsence::None;
    picture.values = run.states;
    spanEvenly(picture);
  }
}

void setGates(const Trace& trace, MapPicture& picture) {
  const RunTrace& run = widestRun(trace);
  picture.precision = run.precision;
  if (!hasGates(trace.scenario.network.cell)) {
    picture.absence = MapAbsence::NoGates;
  } else if (!canKeepUnits(trace.scenario)) {
    picture.absence = MapAbsence::TooManySteps;
  } else if (!run.gates.empty()) {
    picture.absence = MapAbsence::None;
    const Eigen::Index units = run.gates.front().values.rows();
    picture.values.resize(units * static_cast<Eigen::Index>(run.gates.size()), picture.horizon);
    // The first gate stands at the top.
    Eigen::Index row = picture.values.rows();
    for (const NamedMatrix& gate : run.gates) {
      row -= units;
      picture.values.middleRows(row, units) = gate.values;
      picture.bands.push_back({gate.name, static_cast<int>(row), static_cast<int>(units)});
    }
    spanEvenly(picture);
  }
}

void setAttention(const Trace& trace, MapPicture& picture) {
  const RunTrace& run = widestRun(trace);
  picture.precision = run.precision;
  if (trace.scenario.network.readout != Readout::Attention) {
    picture.absence = MapAbsence::NoAttention;
  } else if (run.attention.size() > 0) {
    picture.absence = MapAbsence::None;
    picture.values = run.attention;
    picture.rowTimes.resize(static_cast<std::size_t>(run.attention.rows()));
    std::iota(picture.rowTimes.begin(), picture.rowTimes.end(),
              picture.horizon - static_cast<int>(run.attention.rows()) + 1);
    picture.lowest = 0;
    picture.highest = std::max(run.attention.maxCoeff<Eigen::PropagateNumbers>(), 1e-300);
  }
}

void setInfluence(const Findings& findings, MapPicture& picture) {
  if (findings.trace->scenario.unroll.horizon > longestInfluence) {
    picture.absence = MapAbsence::TooManySteps;
    return;
  }
  if (!findings.influence) {
    return;
  }
  const Eigen::MatrixXd& norms = findings.influence->norms;
  picture.absence = MapAbsence::None;
  picture.horizon = static_cast<int>(norms.cols());
  picture.onlyLastLoss = findings.influence->scenario.loss.at == LossPlace::Last;
  picture.values =
      norms.unaryExpr([](double norm) { return norm == 0 ? nothing : std::log10(norm); });
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -lowest;
  for (const double value : picture.values.reshaped()) {
    if (std::isfinite(value)) {
      lowest = std::min(lowest, value);
      highest = std::max(highest, value);
    }
  }
  constexpr double leastDecades = 1;
  const bool isFlat = !(highest - lowest >= leastDecades);
  picture.highest = lowest > highest ? 0 : highest;
  picture.lowest = isFlat ? picture.highest - leastDecades : lowest;
}

} // namespace

MapPicture mapPictureOf(const Findings& findings, MapKind kind) {
  MapPicture picture;
  if (!findings.trace || findings.trace->runs.empty()) {
    return picture;
  }
  const Trace& trace = *findings.trace;
  picture.horizon = trace.scenario.unroll.horizon;
  switch (kind) {
  case MapKind::Units:
    setUnits(trace, picture);
    break;
  case MapKind::Gates:
    setGates(trace, picture);
    break;
  case MapKind::Attention:
    setAttention(trace, picture);
    break;
  case MapKind::Influence:
    setInfluence(findings, picture);
    break;
  }
  return picture;
}

} // namespace backflow
