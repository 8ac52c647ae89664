// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTimer>

#include <chrono>
#include <functional>

namespace backflow::bench {

/// For how long the GUI thread was away from its event loop.
struct Absence {
  double longestMs = 0;    ///< one event's handling, on the clock
  double longestCpuMs = 0; ///< one event's handling, of the processor: other programs do not count
  double heartbeatMs = 0;  ///< the longest wait between two beats of a timer of 1 ms
  double heartbeatCpuMs = 0; ///< the most work of the GUI thread between two such beats
};

/// An application that sees every event handled: how long it took, and when a paint is finished.
/// Where BACKFLOW_BENCH_SLOW_EVENTS is set, it names each that took longer than 16 ms.
class WatchedApplication : public QApplication {
  Q_OBJECT

 public:
  using Clock = std::chrono::steady_clock;

  WatchedApplication(int& argc, char** argv);

  bool notify(QObject* receiver, QEvent* event) override;

  /// Called after the handling of a widget's paint event, before the window is brought to the
  /// screen.
  void setPainted(std::function<void(QObject*)> painted) { m_painted = std::move(painted); }
  /// Called at every return to the event loop: what was painted is on the screen.
  void setReturned(std::function<void()> returned) { m_returned = std::move(returned); }

  void startWatching();
  /// Since startWatching().
  Absence stopWatching();

 private:
  std::function<void(QObject*)> m_painted;
  std::function<void()> m_returned;
  int m_depth = 0;
  bool m_isWatching = false;
  Absence m_absence;
  QTimer m_heart;
  Clock::time_point m_lastBeat;
  double m_cpuAtLastBeat = 0;
};

double millisecondsSince(WatchedApplication::Clock::time_point start);

} // namespace backflow::bench
