// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_line.h"

#include <cstddef>

namespace backflow {

/// How far a sweep has come.
class SweepProgress {
 public:
  /// `done` of `all` cells were there before.
  SweepProgress(std::size_t done, std::size_t all) : m_first(done), m_done(done), m_all(all) {}

  /// One more cell is done.
  void advance();

 private:
  ProgressLine m_line;
  std::size_t m_first;
  std::size_t m_done;
  std::size_t m_all;
};

} // namespace backflow
