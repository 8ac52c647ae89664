// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"

#include <chrono>
#include <string>

namespace backflow {

/// Writes a training's state to a file while it runs, so that a power cut or `kill -9` loses the
/// last moments and not all of it.
class KeptTraining {
 public:
  using Clock = std::chrono::steady_clock;

  /// Keeps nothing if `file` is empty or standard output.
  KeptTraining(const Training& training, std::string file, Clock::duration every);

  /// After an update: writes if it is time to. What cannot be written is told once on standard
  /// error, and the training goes on: the disk may have room again when it ends.
  void afterUpdate();

 private:
  const Training& m_training;
  std::string m_file;
  Clock::duration m_every;
  Clock::time_point m_next;
  bool m_complained = false;
};

} // namespace backflow
