// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/theory/analysis.h"
#include "core/unroll/seed_band.h"
#include "ui/state/cliff_study.h"
#include "ui/state/phase_study.h"
#include "ui/state/pinned_run.h"
#include "ui/state/training_history.h"

#include <Eigen/Core>

#include <memory>
#include <optional>
#include <vector>

namespace backflow {

struct NormPictures;

/// Which loss reaches which state, as influenceOf() gives it.
struct InfluenceStudy {
  Scenario scenario;
  Eigen::MatrixXd norms; ///< T×T
};

/// The spectrum of the step Jacobian at one time, beside what theory says of the whole.
struct SpectrumStudy {
  Scenario scenario;
  Analysis analysis;
  int time = 1;
  std::optional<Spectrum> step; ///< of ∂s_t/∂s_{t−1}

  /// False while the Lyapunov exponents are still being measured.
  bool isComplete() const {
    return !analysis.lyapunovExponents.empty() || analysis.obstacle != ExponentsObstacle::None;
  }
};

/// A curve over many draws of the weights, as seedBandOf() gives it.
struct SeedBandStudy {
  Scenario scenario; ///< with the first of the seeds
  SeedBand band;
};

/// What the views show: a trace, and what was studied of the same scenario or of one before it.
struct Findings {
  std::shared_ptr<const Trace> trace;
  std::shared_ptr<const InfluenceStudy> influence;
  std::shared_ptr<const SpectrumStudy> spectrum;
  /// The trainings side by side, at most two; only the GUI thread reads and grows them.
  std::vector<std::shared_ptr<const TrainingHistory>> trainings;
  std::shared_ptr<const CliffStudy> cliff;
  std::vector<PinnedRun> pinned{}; ///< in the order in which they were pinned
  /// Drawn where its scenario is the trace's.
  std::shared_ptr<const SeedBandStudy> seedBand{};
  std::shared_ptr<const PhaseStudy> phase = nullptr;
  /// Of the trace, if made already.
  std::shared_ptr<const NormPictures> pictures = nullptr;
};

/// The largest horizon whose T×T matrix fits a picture.
inline constexpr int longestInfluence = 4096;

/// The largest horizon at which all units of all steps of this scenario are few enough to be kept
/// for a picture.
int longestWithUnits(const Scenario& scenario);
/// Whether its own is.
bool canKeepUnits(const Scenario& scenario);

} // namespace backflow
