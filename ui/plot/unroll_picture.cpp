// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_picture.h"

#include "core/unroll/truncation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace backflow {

namespace {

constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

double drawable(double norm) {
  return norm > 0 && std::isfinite(norm) ? std::log10(norm) : noValue;
}

bool hasManyLosses(const Scenario& scenario) {
  return scenario.loss.at == LossPlace::Every || scenario.network.readout == Readout::Attention;
}

/// Which steps a loss reaches, and where the way is cut, in both directions of reading.
class Reach {
 public:
  explicit Reach(const Scenario& scenario)
      : m_horizon(scenario.unroll.horizon), m_bidirectional(scenario.network.bidirectional),
        m_forward(scenario),
        m_backward(m_horizon, scenario.unroll.truncation, hasManyLosses(scenario), true) {}

  bool forward(int t) const { return m_forward.reaches(t); }
  bool backward(int t) const { return m_backward.reaches(ownTime(t)); }
  bool any(int t) const { return forward(t) || (m_bidirectional && backward(t)); }
  bool cutsBefore(int t) const { return t > 1 && t <= m_horizon && m_forward.cutsBefore(t); }
  bool cutsAfter(int t) const {
    return t > 1 && t <= m_horizon && m_backward.cutsBefore(ownTime(t - 1));
  }
  int flows() const { return m_forward.flows(); }

 private:
  int ownTime(int t) const { return m_horizon + 1 - t; }

  int m_horizon;
  bool m_bidirectional;
  Truncation m_forward;
  Truncation m_backward;
};

NodeClass classOf(double norm, bool reached) {
  if (std::isnan(norm)) {
    return NodeClass::NotANumber;
  }
  if (std::isinf(norm)) {
    return NodeClass::Infinite;
  }
  if (norm == 0) {
    return reached ? NodeClass::Zero : NodeClass::Cut;
  }
  return NodeClass::Normal;
}

UnrollNode nodeOf(const RunTrace& run, const Reach& reach, int t) {
  const auto index = static_cast<std::size_t>(t) - 1;
  const double norm = run.steps.gradientNorm[index];
  UnrollNode node{classOf(norm, reach.any(t)), norm, drawable(norm)};
  if (node.kind == NodeClass::Normal && run.steps.subnormals[index] > 0) {
    node.kind = NodeClass::Subnormal;
  }
  return node;
}

UnrollRow rowOf(const RunTrace& run, const Reach& reach, StepRange range, bool attends) {
  UnrollRow row;
  row.precision = run.precision;
  const StepRecords& steps = run.steps;
  const bool bidirectional = !steps.forwardGradientNorm.empty();
  for (int t = range.first; t <= range.last; ++t) {
    const auto index = static_cast<std::size_t>(t) - 1;
    row.nodes.push_back(nodeOf(run, reach, t));
    if (bidirectional) {
      const double forward = steps.forwardGradientNorm[index];
      const double backward = steps.backwardGradientNorm[index];
      row.forward.push_back({classOf(forward, reach.forward(t)), forward, drawable(forward)});
      row.backward.push_back({classOf(backward, reach.backward(t)), backward, drawable(backward)});
    }
    const bool hasDirect = attends && !steps.directGradientNorm.empty();
    row.direct.push_back(hasDirect ? drawable(steps.directGradientNorm[index]) : noValue);
  }
  return row;
}

} // namespace

double decadesOf(const Trace& trace) {
  double most = 0;
  for (const RunTrace& run : trace.runs) {
    for (const double norm : run.steps.gradientNorm) {
      const double value = drawable(norm);
      most = std::isnan(value) ? most : std::max(most, std::abs(value));
    }
  }
  for (const double level : {4.0, 10.0, 20.0, 40.0, 100.0, 200.0}) {
    if (most <= level) {
      return level;
    }
  }
  return 320;
}

UnrollPicture unrollPictureOf(const Trace& trace, int cursor, StepRange range) {
  const Scenario& scenario = trace.scenario;
  const Reach reach(scenario);
  UnrollPicture picture;
  picture.horizon = scenario.unroll.horizon;
  picture.cursor = cursor;
  picture.range = range;
  picture.lossAtEveryStep = scenario.loss.at == LossPlace::Every;
  picture.attends = scenario.network.readout == Readout::Attention;
  picture.bidirectional = scenario.network.bidirectional;
  picture.layers = scenario.network.layers;
  picture.stepsOfEachLoss = reach.flows() > 1 ? reach.flows() : 0;
  for (int t = range.first; t <= range.last + 1; ++t) {
    picture.cutsBefore.push_back(reach.cutsBefore(t));
    if (picture.bidirectional) {
      picture.cutsAfter.push_back(reach.cutsAfter(t));
    }
  }
  for (const RunTrace& run : trace.runs) {
    picture.rows.push_back(rowOf(run, reach, range, picture.attends));
  }
  return picture;
}

std::vector<UnrollCell> unrollOverviewOf(const Trace& trace, const RunTrace& run, int columns) {
  const Reach reach(trace.scenario);
  const std::int64_t horizon = trace.scenario.unroll.horizon;
  const std::int64_t count = std::clamp<std::int64_t>(columns, 1, horizon);
  std::vector<UnrollCell> cells;
  cells.reserve(static_cast<std::size_t>(count));
  for (std::int64_t k = 0; k < count; ++k) {
    UnrollCell cell{static_cast<int>(k * horizon / count) + 1,
                    static_cast<int>((k + 1) * horizon / count), NodeClass::Cut, noValue, noValue};
    // The logarithm grows with the norm: it is enough to take it of the extremes.
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (int t = cell.first; t <= cell.last; ++t) {
      const auto index = static_cast<std::size_t>(t) - 1;
      const double norm = run.steps.gradientNorm[index];
      NodeClass kind = classOf(norm, norm != 0 || reach.any(t));
      if (kind == NodeClass::Normal) {
        least = std::min(least, norm);
        most = std::max(most, norm);
        kind = run.steps.subnormals[index] > 0 ? NodeClass::Subnormal : kind;
      }
      cell.worst = std::max(cell.worst, kind);
    }
    cell.lowest = drawable(least);
    cell.highest = drawable(most);
    cells.push_back(cell);
  }
  return cells;
}

StepRange detailAround(int cursor, int horizon, int count, StepRange shown) {
  const int steps = std::clamp(count, 1, horizon);
  const int last = horizon - steps + 1; // the first step of the last range
  if (shown.count() != steps) {
    const int first = std::clamp(cursor - steps / 2, 1, last);
    return {first, first + steps - 1};
  }
  const int margin = std::min(steps / 4, (steps - 1) / 2);
  int first = std::min(shown.first, cursor - margin);
  first = std::max(first, cursor + margin - steps + 1);
  first = std::clamp(first, 1, last);
  return {first, first + steps - 1};
}

bool isReached(const UnrollPicture& picture, int t) {
  const bool forward = t >= picture.cursor;
  const bool backward = t <= picture.horizon + 1 - picture.cursor;
  return forward && (!picture.bidirectional || backward);
}

} // namespace backflow
