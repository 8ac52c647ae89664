// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/cliff_study.h"

#include <optional>

namespace backflow {

namespace {

constexpr int surfaceRows = 180;
constexpr int surfaceColumns = 240;
constexpr int updates = 120;

} // namespace

CliffStudy studyCliff(const CliffSettings& settings) {
  CliffStudy study;
  study.frame = cliffFrame;
  study.rate = settings.rate;
  study.threshold = settings.threshold;
  study.surface = cliffSurface(study.model, cliffFrame, surfaceRows, surfaceColumns);
  const CliffPoint start{settings.startW, settings.startB};
  study.free = descend(study.model, start, settings.rate, std::nullopt, updates);
  study.clipped = descend(study.model, start, settings.rate, settings.threshold, updates);
  return study;
}

} // namespace backflow
