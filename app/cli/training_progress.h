// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_line.h"
#include "core/train/training.h"

namespace backflow {

/// How far a training has come.
class TrainingProgress {
 public:
  explicit TrainingProgress(const Training& training);

  void show(const UpdateRecord& record);

 private:
  ProgressLine m_line;
  int m_first;
  int m_all;
};

} // namespace backflow
