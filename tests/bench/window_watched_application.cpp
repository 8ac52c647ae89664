// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_watched_application.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace backflow::bench {

namespace {

double processorMilliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

} // namespace

double millisecondsSince(WatchedApplication::Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(WatchedApplication::Clock::now() - start)
      .count();
}

WatchedApplication::WatchedApplication(int& argc, char** argv) : QApplication(argc, argv) {
  m_heart.setTimerType(Qt::PreciseTimer);
  m_heart.setInterval(1);
  connect(&m_heart, &QTimer::timeout, this, [this] {
    m_absence.heartbeatMs = std::max(m_absence.heartbeatMs, millisecondsSince(m_lastBeat));
    m_lastBeat = Clock::now();
    const double cpu = processorMilliseconds();
    m_absence.heartbeatCpuMs = std::max(m_absence.heartbeatCpuMs, cpu - m_cpuAtLastBeat);
    m_cpuAtLastBeat = cpu;
  });
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
  const QEvent::Type type = event->type(); // the event may be gone afterwards
  const bool isOutermost = m_depth == 0;
  const Clock::time_point start = Clock::now();
  const double cpuStart = isOutermost && m_isWatching ? processorMilliseconds() : 0;
  ++m_depth;
  const bool result = QApplication::notify(receiver, event);
  --m_depth;
  if (type == QEvent::Paint && m_painted) {
    m_painted(receiver);
  }
  if (isOutermost) {
    if (m_isWatching) {
      const double wall = millisecondsSince(start);
      if (wall > 16 && std::getenv("BACKFLOW_BENCH_SLOW_EVENTS") != nullptr) {
        std::fprintf(stderr, "event %d took %.1f ms (%.1f of the processor)\n", type, wall,
                     processorMilliseconds() - cpuStart);
      }
      m_absence.longestMs = std::max(m_absence.longestMs, wall);
      m_absence.longestCpuMs = std::max(m_absence.longestCpuMs, processorMilliseconds() - cpuStart);
    }
    if (m_returned) {
      m_returned();
    }
  }
  return result;
}

void WatchedApplication::startWatching() {
  m_absence = {};
  m_isWatching = true;
  m_lastBeat = Clock::now();
  m_cpuAtLastBeat = processorMilliseconds();
  m_heart.start();
}

Absence WatchedApplication::stopWatching() {
  m_isWatching = false;
  m_heart.stop();
  return m_absence;
}

} // namespace backflow::bench
