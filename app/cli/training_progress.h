// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"

#include <chrono>

namespace backflow {

/// How far a training has come and how long it will take: one line on a terminal, over and over;
/// nothing where standard error is no terminal.
class TrainingProgress {
 public:
  explicit TrainingProgress(const Training& training);
  ~TrainingProgress();
  TrainingProgress(const TrainingProgress&) = delete;
  TrainingProgress& operator=(const TrainingProgress&) = delete;

  void show(const UpdateRecord& record);

 private:
  const bool m_onTerminal;
  const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point m_shown;
  int m_first;
  int m_all;
  bool m_hasShown = false;
};

} // namespace backflow
