// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_progress.h"

#include "app/cli/terminal.h"
#include "app/cli/text_table.h"

#include <iostream>

namespace backflow {

TrainingProgress::TrainingProgress(const Training& training)
    : m_onTerminal(standardErrorIsTerminal()), m_first(training.update()),
      m_all(training.scenario().training->updates) {}

TrainingProgress::~TrainingProgress() {
  if (m_hasShown) {
    std::cerr << '\n';
  }
}

void TrainingProgress::show(const UpdateRecord& record) {
  const auto now = std::chrono::steady_clock::now();
  if (!m_onTerminal || (now - m_shown < std::chrono::milliseconds(100) && record.update < m_all)) {
    return;
  }
  m_shown = now;
  m_hasShown = true;
  const double seconds = std::chrono::duration<double>(now - m_start).count();
  const double left = seconds / (record.update - m_first) * (m_all - record.update);
  std::cerr << "\rupdate " << record.update << " of " << m_all << ", loss "
            << fourDigits(record.loss) << ", " << static_cast<int>(left) + 1 << " s left   "
            << std::flush;
}

} // namespace backflow
