// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace backflow {

/// How far a sweep has come and how long it will take: one line on a terminal, over and over;
/// nothing where standard error is no terminal.
class SweepProgress {
 public:
  /// `done` of `all` cells were there before.
  SweepProgress(std::size_t done, std::size_t all);
  ~SweepProgress();
  SweepProgress(const SweepProgress&) = delete;
  SweepProgress& operator=(const SweepProgress&) = delete;

  /// One more cell is done.
  void advance();

 private:
  const bool m_onTerminal;
  const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point m_shown;
  std::size_t m_first;
  std::size_t m_done;
  std::size_t m_all;
  bool m_hasShown = false;
};

} // namespace backflow
