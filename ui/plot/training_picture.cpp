// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();
/// Stretches that a curve is made of: a little more than a wide screen has pixels.
constexpr std::size_t stretches = 2500;

/// What can be drawn on a logarithmic axis, or a gap.
double drawable(double value) {
  return value > 0 && std::isfinite(value) ? value : gap;
}

double log10Of(double value) {
  return std::log10(drawable(value));
}

/// log₁₀ of `value` of each record, thinned out. Only what is kept is taken the logarithm of.
template <class Value>
UpdateCurve curveOf(const std::vector<UpdateRecord>& records, const Value& value) {
  UpdateCurve curve;
  const auto add = [&](std::size_t i) {
    curve.updates.push_back(records[i].update);
    curve.values.push_back(log10Of(value(records[i])));
  };
  const auto at = [&](std::size_t i) {
    return drawable(value(records[i]));
  };
  if (records.size() <= 2 * stretches) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      add(i);
    }
    return curve;
  }
  for (std::size_t stretch = 0; stretch < stretches; ++stretch) {
    const std::size_t first = stretch * records.size() / stretches;
    const std::size_t end = (stretch + 1) * records.size() / stretches;
    std::size_t least = first;
    std::size_t most = first;
    for (std::size_t i = first; i < end; ++i) {
      // A gap gives way to a number, and is kept where there is nothing else.
      least = at(i) < at(least) || std::isnan(at(least)) ? i : least;
      most = at(i) > at(most) || std::isnan(at(most)) ? i : most;
    }
    add(std::min(least, most));
    if (least != most) {
      add(std::max(least, most));
    }
  }
  return curve;
}

/// The same of what is looked at only now and then.
template <class Value>
UpdateCurve looksOf(const std::vector<UpdateRecord>& records, const Value& value) {
  UpdateCurve curve;
  for (const UpdateRecord& record : records) {
    if (const std::optional<double> y = value(record)) {
      curve.updates.push_back(record.update);
      curve.values.push_back(*y);
    }
  }
  return curve;
}

TrainingLines linesOf(const TrainingHistory& history) {
  const std::vector<UpdateRecord>& records = history.records;
  TrainingLines lines;
  lines.loss = curveOf(records, [](const UpdateRecord& one) { return one.loss; });
  lines.normBefore = curveOf(records, [](const UpdateRecord& one) { return one.normBefore; });
  lines.normAfter = curveOf(records, [](const UpdateRecord& one) { return one.normAfter; });
  lines.heldOutLoss = looksOf(records, [](const UpdateRecord& one) {
    return one.heldOut ? std::optional(log10Of(one.heldOut->loss)) : std::nullopt;
  });
  lines.accuracy = looksOf(records, [](const UpdateRecord& one) {
    return one.heldOut && one.heldOut->accuracy ? std::optional(100 * *one.heldOut->accuracy)
                                                : std::nullopt;
  });
  lines.radius = looksOf(records, [](const UpdateRecord& one) { return one.spectralRadius; });
  lines.changes = changesOf(records);
  lines.made = history.made();
  lines.isDead = history.status == TrainingStatus::Dead;
  return lines;
}

/// 10, 20, 50, 100, …: the first that is not below `made`, but not beyond `all`.
double axisEnd(int made, int all) {
  double end = 10;
  for (int leap = 0; end < made; ++leap) {
    end *= leap % 3 == 1 ? 2.5 : 2;
  }
  return std::max(std::min(end, static_cast<double>(all)), std::max(2.0, 1.0 * made));
}

class Span {
 public:
  void take(double value) {
    if (std::isfinite(value)) {
      m_least = std::min(m_least, value);
      m_most = std::max(m_most, value);
    }
  }
  void take(const UpdateCurve& curve) {
    for (const double value : curve.values) {
      take(value);
    }
  }
  /// With a little air, and at least one decade.
  void giveTo(double& least, double& most) const {
    if (!(m_least <= m_most)) {
      return;
    }
    const double air = 0.1 * (m_most - m_least);
    const double missing = std::max(0.0, 1 - (m_most - m_least)) / 2;
    least = m_least - air - missing;
    most = m_most + air + missing;
  }

 private:
  double m_least = std::numeric_limits<double>::infinity();
  double m_most = -std::numeric_limits<double>::infinity();
};

/// A run that dies takes its radius beyond all bounds, and would press those that live onto zero.
double mostRadiusOf(const std::vector<TrainingLines>& runs) {
  constexpr double farthest = 10; // times the least radius, or times 1
  double least = std::numeric_limits<double>::infinity();
  double most = 1;
  for (const TrainingLines& lines : runs) {
    for (const double radius : lines.radius.values) {
      if (std::isfinite(radius)) {
        least = std::min(least, radius);
        most = std::max(most, radius);
      }
    }
  }
  return std::min(most, farthest * std::max(1.0, least));
}

} // namespace

TrainingPicture trainingPictureOf(const Trainings& trainings) {
  TrainingPicture picture;
  Span losses;
  Span norms;
  double end = 0;
  for (const auto& history : trainings) {
    const TrainingLines& lines = picture.runs.emplace_back(linesOf(*history));
    losses.take(lines.loss);
    losses.take(lines.heldOutLoss);
    norms.take(lines.normBefore);
    norms.take(lines.normAfter);
    end = std::max(end, axisEnd(lines.made, history->updates));
    picture.hasAccuracy = picture.hasAccuracy || !lines.accuracy.values.empty();
    picture.hasRadius = picture.hasRadius || !lines.radius.values.empty();
    if (!picture.baseline && history->baselineLoss > 0) {
      picture.baseline = std::log10(history->baselineLoss);
      losses.take(*picture.baseline);
    }
  }
  picture.mostRadius = mostRadiusOf(picture.runs);
  picture.lastUpdate = trainings.empty() ? picture.lastUpdate : end;
  losses.giveTo(picture.leastLoss, picture.mostLoss);
  norms.giveTo(picture.leastNorm, picture.mostNorm);
  return picture;
}

ProfilePicture profilePictureOf(const TrainingHistory& history) {
  ProfilePicture picture;
  std::vector<const UpdateRecord*> looks;
  for (const UpdateRecord& record : history.records) {
    if (!record.profile.empty()) {
      looks.push_back(&record);
      picture.updates.push_back(record.update);
    }
  }
  const auto steps = static_cast<Eigen::Index>(history.scenario.unroll.horizon);
  picture.values.resize(steps, static_cast<Eigen::Index>(looks.size()));
  Span span;
  for (Eigen::Index column = 0; column < picture.values.cols(); ++column) {
    const UpdateRecord& record = *looks[static_cast<std::size_t>(column)];
    for (Eigen::Index t = 0; t < steps; ++t) {
      const double norm = record.profile[static_cast<std::size_t>(t)];
      picture.values(t, column) = log10Of(norm);
      span.take(log10Of(norm));
      if (!std::isfinite(norm) && picture.firstNonFinite == 0) {
        picture.firstNonFinite = record.update;
      }
    }
  }
  span.giveTo(picture.lowest, picture.highest);
  return picture;
}

} // namespace backflow
