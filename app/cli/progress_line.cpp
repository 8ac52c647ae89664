// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include "app/cli/terminal.h"

#include <algorithm>
#include <cmath>
#include <iostream>

namespace backflow {

namespace {

/// A run that would take longer has told what there is to tell.
constexpr double mostSeconds = 1e12;

/// "42 s", "7 min", "3 h 20 min"
std::string durationText(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(std::min(seconds, mostSeconds)));
  if (whole < 100) {
    return std::to_string(whole) + " s";
  }
  const long long minutes = (whole + 59) / 60;
  return minutes < 100
             ? std::to_string(minutes) + " min"
             : std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

} // namespace

ProgressLine::ProgressLine() : m_onTerminal(standardErrorIsTerminal()) {}

ProgressLine::~ProgressLine() {
  if (m_hasShown) {
    std::cerr << '\n';
  }
}

bool ProgressLine::isDue() const {
  return m_onTerminal &&
         std::chrono::steady_clock::now() - m_shown >= std::chrono::milliseconds(100);
}

void ProgressLine::show(const std::string& text, double share) {
  if (!m_onTerminal) {
    return;
  }
  m_shown = std::chrono::steady_clock::now();
  m_hasShown = true;
  std::string line = text;
  if (share > 0) {
    const double seconds = std::chrono::duration<double>(m_shown - m_start).count();
    line += ", " + durationText(seconds / share * (1 - share)) + " left";
  }
  // Blanks over what a longer line has left there.
  const std::size_t length = line.size();
  line.resize(std::max(length, m_length), ' ');
  m_length = length;
  std::cerr << '\r' << line << std::flush;
}

} // namespace backflow
