// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_progress.h"

#include "app/cli/text_table.h"

#include <string>

namespace backflow {

TrainingProgress::TrainingProgress(const Training& training)
    : m_first(training.update()), m_all(training.scenario().training->updates) {}

void TrainingProgress::show(const UpdateRecord& record) {
  if (m_line.isDue() || record.update >= m_all) {
    m_line.show("update " + std::to_string(record.update) + " of " + std::to_string(m_all) +
                    ", loss " + fourDigits(record.loss),
                static_cast<double>(record.update - m_first) / (m_all - m_first));
  }
}

} // namespace backflow
