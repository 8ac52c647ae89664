// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kept_training.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"

#include <iostream>
#include <utility>

namespace backflow {

KeptTraining::KeptTraining(const Training& training, std::string file, Clock::duration every)
    : m_training(training), m_file(file == standardStream ? std::string() : std::move(file)),
      m_every(every), m_next(Clock::now() + every) {}

void KeptTraining::afterUpdate() {
  if (m_file.empty() || Clock::now() < m_next) {
    return;
  }
  try {
    writeOutput(m_file, [&](std::ostream& out) { m_training.save(out); });
  } catch (const Failure& failure) {
    if (!m_complained) {
      m_complained = true;
      std::cerr << "\nbackflow-cli: " << failure.what() << "; the training goes on unsaved\n";
    }
  }
  m_next = Clock::now() + m_every;
}

} // namespace backflow
