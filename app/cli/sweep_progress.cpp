// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_progress.h"

#include <string>

namespace backflow {

void SweepProgress::advance() {
  ++m_done;
  if (m_line.isDue() || m_done == m_all) {
    m_line.show("cell " + std::to_string(m_done) + " of " + std::to_string(m_all),
                static_cast<double>(m_done - m_first) / static_cast<double>(m_all - m_first));
  }
}

} // namespace backflow
