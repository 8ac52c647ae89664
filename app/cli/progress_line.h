// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace backflow {

/// How far something is and how long it will take: one line on a terminal, over and over; nothing
/// where standard error is no terminal. The line ends with this object.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Whether there is someone to read another line; not more often than can be read.
  bool isDue() const;
  /// As `text` and how long the rest will take, if what is done since this object began is `share`
  /// of what there was to do then.
  void show(const std::string& text, double share);
  bool hasShown() const { return m_hasShown; }

 private:
  const bool m_onTerminal;
  const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point m_shown;
  bool m_hasShown = false;
  std::size_t m_length = 0; ///< of what stands there
};

} // namespace backflow
