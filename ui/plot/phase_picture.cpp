// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/phase_picture.h"

#include "core/theory/mean_field.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace backflow {

namespace {

/// The colours reach this many times beyond the thresholds: what is further is told by its class.
constexpr double colourReach = 2;
constexpr int coarsest = 8;
/// Of a line that is not straight.
constexpr int criticalPoints = 65;

PhasePoint pointOf(const PhaseStudy& study, std::int64_t point, std::int64_t pointCount) {
  PhasePoint result;
  struct Run {
    double ratioLog10;
    std::int64_t seed;
  };
  std::vector<Run> runs;
  std::optional<std::int64_t> firstNan;
  for (std::int64_t seed = 0; seed < study.spec.seeds; ++seed) {
    const auto& cell = study.cells[static_cast<std::size_t>(seed * pointCount + point)];
    if (cell) {
      ++result.seeds;
      if (cell->fate != GradientFate::Nan) {
        runs.push_back({cell->ratioLog10, seed});
      } else if (!firstNan) {
        firstNan = seed;
      }
    }
  }
  result.isKnown = result.seeds > 0;
  if (!result.isKnown) {
    return result;
  }
  if (2 * std::ssize(runs) <= result.seeds) {
    result.fate = GradientFate::Nan;
    result.seed = firstNan.value_or(0);
    return result;
  }
  result.ratios = static_cast<int>(std::ssize(runs));
  std::ranges::stable_sort(runs, {}, &Run::ratioLog10);
  const Run& lower = runs[(runs.size() - 1) / 2];
  const Run& upper = runs[runs.size() / 2];
  // Infinities have no middle.
  const bool haveMiddle = std::isfinite(lower.ratioLog10) && std::isfinite(upper.ratioLog10);
  result.ratioLog10 = haveMiddle ? (lower.ratioLog10 + upper.ratioLog10) / 2 : lower.ratioLog10;
  result.seed = lower.seed;
  result.fate = fateOf(result.ratioLog10, study.spec.scenario.thresholds);
  return result;
}

/// What is not known yet shows the nearest coarser point to its lower left.
void fillFromCoarser(PhasePicture& picture) {
  for (int row = 0; row < picture.rows; ++row) {
    for (int column = 0; column < picture.columns; ++column) {
      PhasePoint& point =
          picture.points[static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.columns) +
                         static_cast<std::size_t>(column)];
      for (int step = 2; !point.isKnown && step <= coarsest; step *= 2) {
        const PhasePoint& coarser = picture.at(column - column % step, row - row % step);
        if (coarser.seeds > 0) {
          point = coarser;
          point.seeds = 0;
          point.seed = 0;
        }
      }
    }
  }
}

/// Theory speaks of the way back through the recurrence: where a loss, or attention, reaches the
/// early steps directly, the ratio is not its.
void drawTheory(const PhaseStudy& study, PhasePicture& picture) {
  const Scenario& base = study.spec.scenario;
  if (base.network.readout == Readout::Attention || base.loss.at == LossPlace::Every) {
    return;
  }
  Scenario scenario = base;
  const double least = picture.values.front();
  const double most = picture.values.back();
  for (int k = 0; k < criticalPoints; ++k) {
    const double value = least + (most - least) * k / (criticalPoints - 1);
    if (study.parameter == PhaseParameter::ForgetBias) {
      scenario.weights.forgetBias = value;
    }
    const auto gain = criticalGain(scenario);
    if (gain && *gain >= picture.gains.front() && *gain <= picture.gains.back()) {
      picture.critical.push_back({*gain, value});
    }
  }
}

} // namespace

PhasePicture phasePictureOf(const PhaseStudy& study) {
  PhasePicture picture;
  picture.gains = study.spec.axes[0].values;
  picture.values = study.spec.axes[1].values;
  picture.columns = static_cast<int>(picture.gains.size());
  picture.rows = static_cast<int>(picture.values.size());
  picture.vanish = std::log10(study.spec.scenario.thresholds.vanish);
  picture.explode = std::log10(study.spec.scenario.thresholds.explode);
  const auto size = [](double limit) {
    return std::isfinite(limit) ? std::abs(limit) : 0;
  };
  picture.reach =
      std::max(1.0, colourReach * std::max(size(picture.vanish), size(picture.explode)));
  const std::int64_t count = std::int64_t{picture.columns} * picture.rows;
  for (std::int64_t point = 0; point < count; ++point) {
    picture.points.push_back(pointOf(study, point, count));
  }
  fillFromCoarser(picture);
  drawTheory(study, picture);
  return picture;
}

} // namespace backflow
