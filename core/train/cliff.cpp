// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/cliff.h"

#include <cmath>

namespace backflow {

namespace {

double sigmoid(double a) {
  return 1 / (1 + std::exp(-a));
}

double errorAt(const CliffModel& model, CliffPoint point) {
  double h = model.initial;
  for (int t = 1; t <= model.horizon; ++t) {
    h = sigmoid(point.w * h + point.b);
  }
  return (h - model.target) * (h - model.target);
}

double between(double least, double most, int place, int places) {
  return least + (most - least) * place / (places - 1);
}

} // namespace

double CliffSlope::norm() const {
  return std::hypot(byW, byB);
}

CliffSlope slopeAt(const CliffModel& model, CliffPoint point) {
  std::vector<double> states{model.initial};
  for (int t = 1; t <= model.horizon; ++t) {
    states.push_back(sigmoid(point.w * states.back() + point.b));
  }
  CliffSlope slope;
  const double miss = states.back() - model.target;
  slope.error = miss * miss;
  double delta = 2 * miss; // ∂E/∂h_t
  for (std::size_t t = states.size() - 1; t > 0; --t) {
    const double byActivation = delta * states[t] * (1 - states[t]);
    slope.byW += byActivation * states[t - 1];
    slope.byB += byActivation;
    delta = point.w * byActivation;
  }
  return slope;
}

Eigen::MatrixXd cliffSurface(const CliffModel& model, const CliffFrame& frame, int rows,
                             int columns) {
  Eigen::MatrixXd surface(rows, columns);
  for (int j = 0; j < columns; ++j) {
    for (int i = 0; i < rows; ++i) {
      surface(i, j) = errorAt(model, {between(frame.least.w, frame.most.w, j, columns),
                                      between(frame.least.b, frame.most.b, i, rows)});
    }
  }
  return surface;
}

std::vector<CliffStep> descend(const CliffModel& model, CliffPoint start, double rate,
                               std::optional<double> threshold, int updates) {
  std::vector<CliffStep> steps;
  CliffPoint point = start;
  for (int update = 0; update <= updates; ++update) {
    CliffStep step{point, slopeAt(model, point), 1};
    const double norm = step.slope.norm();
    if (threshold && norm > *threshold) {
      step.coefficient = *threshold / norm;
    }
    steps.push_back(step);
    point.w -= rate * step.coefficient * step.slope.byW;
    point.b -= rate * step.coefficient * step.slope.byB;
    if (!std::isfinite(point.w) || !std::isfinite(point.b)) {
      break;
    }
  }
  return steps;
}

} // namespace backflow
