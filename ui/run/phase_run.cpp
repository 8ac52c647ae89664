// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/phase_run.h"

#include "core/unroll/sweep.h"
#include "ui/run/job_failure.h"

#include <QMetaObject>

#include <algorithm>
#include <exception>
#include <thread>
#include <utility>

namespace backflow {

namespace {

constexpr std::chrono::milliseconds betweenPieces{50};

/// One core is left to the window.
int threadsBesideTheWindow() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

} // namespace

PhaseRun::PhaseRun(QObject* parent) : QObject(parent), m_thread([] {}) {}

PhaseRun::~PhaseRun() = default;

void PhaseRun::start(const SweepSpec& spec, PhaseParameter parameter) {
  m_thread.stop();
  m_study = std::make_shared<PhaseStudy>();
  m_study->spec = spec;
  m_study->parameter = parameter;
  m_study->cells.resize(static_cast<std::size_t>(cellCount(spec)));
  m_study->present = placeOf(spec.scenario, spec, parameter);
  m_isRunning = true;
  m_started = std::chrono::steady_clock::now();
  const int run = ++m_run;
  m_thread.request([this, spec, run](const std::stop_token& stop) {
    std::vector<PhaseCell> piece;
    auto sent = std::chrono::steady_clock::now();
    const auto send = [&] {
      QMetaObject::invokeMethod(
          this, [this, run, cells = std::exchange(piece, {})] { take(run, cells); },
          Qt::QueuedConnection);
    };
    std::vector<FieldProblem> problems;
    try {
      problems = runSweep(
          spec, coarseToFine(spec), threadsBesideTheWindow(),
          [&](const CellResult& result) {
            piece.push_back({result.cell.index, result.ratioLog10, result.fate});
            const auto now = std::chrono::steady_clock::now();
            if (now - sent >= betweenPieces) {
              sent = now;
              send();
            }
          },
          stop);
    } catch (const std::exception& error) {
      problems = problemsOf(error);
    }
    send();
    QMetaObject::invokeMethod(
        this, [this, run, problems] { end(run, problems); }, Qt::QueuedConnection);
  });
  emit advanced();
}

void PhaseRun::stop() {
  // The job may not even have begun, and then nothing would come from it.
  m_thread.stop();
  if (m_isRunning) {
    ++m_run;
    m_isRunning = false;
    emit advanced();
  }
}

void PhaseRun::setPresent(const std::optional<std::vector<double>>& present) {
  if (m_study) {
    m_study->present = present;
  }
}

double PhaseRun::secondsLeft() const {
  if (!m_study || m_study->done == 0) {
    return 0;
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - m_started).count();
  const auto done = static_cast<double>(m_study->done);
  return seconds / done * (static_cast<double>(m_study->cells.size()) - done);
}

void PhaseRun::take(int run, const std::vector<PhaseCell>& cells) {
  if (run != m_run) {
    return;
  }
  for (const PhaseCell& cell : cells) {
    m_study->cells[static_cast<std::size_t>(cell.index)] = cell;
  }
  m_study->done += std::ssize(cells);
  if (!cells.empty()) {
    emit advanced();
  }
}

void PhaseRun::end(int run, const std::vector<FieldProblem>& problems) {
  if (run != m_run) {
    return;
  }
  m_isRunning = false;
  if (!problems.empty()) {
    emit failed(problems);
  }
  emit advanced();
}

} // namespace backflow
