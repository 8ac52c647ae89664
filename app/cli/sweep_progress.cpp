// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_progress.h"

#include "app/cli/terminal.h"

#include <cmath>
#include <iostream>
#include <string>

namespace backflow {

namespace {

/// "42 s", "7 min", "3 h 20 min"
std::string durationText(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 100) {
    return std::to_string(whole) + " s";
  }
  const long minutes = (whole + 59) / 60;
  return minutes < 100
             ? std::to_string(minutes) + " min"
             : std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

} // namespace

SweepProgress::SweepProgress(std::size_t done, std::size_t all)
    : m_onTerminal(standardErrorIsTerminal()), m_first(done), m_done(done), m_all(all) {}

SweepProgress::~SweepProgress() {
  if (m_hasShown) {
    std::cerr << '\n';
  }
}

void SweepProgress::advance() {
  ++m_done;
  const auto now = std::chrono::steady_clock::now();
  if (!m_onTerminal || (now - m_shown < std::chrono::milliseconds(100) && m_done < m_all)) {
    return;
  }
  m_shown = now;
  m_hasShown = true;
  const double seconds = std::chrono::duration<double>(now - m_start).count();
  const double left =
      seconds / static_cast<double>(m_done - m_first) * static_cast<double>(m_all - m_done);
  std::cerr << "\rcell " << m_done << " of " << m_all << ", " << durationText(left) << " left   "
            << std::flush;
}

} // namespace backflow
