// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "ui/run/job_thread.h"
#include "ui/state/phase_study.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace backflow {

/// Computes a phase diagram off the GUI thread, from coarse to fine. What is finished comes in
/// pieces, at most twenty times a second; nothing of a diagram that was given up comes any more.
class PhaseRun : public QObject {
  Q_OBJECT

 public:
  explicit PhaseRun(QObject* parent = nullptr);
  ~PhaseRun() override;

  /// Gives up the diagram that is computed, if any, and begins this one.
  void start(const SweepSpec& spec, PhaseParameter parameter);
  /// Ends the run; what is finished stays.
  void stop();
  bool isRunning() const { return m_isRunning; }
  /// The diagram as far as it is known; none before the first start.
  std::shared_ptr<const PhaseStudy> study() const { return m_study; }
  /// Marks where the window's scenario is.
  void setPresent(const std::optional<std::vector<double>>& present);
  /// As it goes on now; 0 before that can be told.
  double secondsLeft() const;

 signals:
  /// study() has grown, or isRunning() has changed.
  void advanced();
  /// A cell cannot be run.
  void failed(const std::vector<backflow::FieldProblem>& problems);

 private:
  void take(int run, const std::vector<PhaseCell>& cells);
  void end(int run, const std::vector<FieldProblem>& problems);

  std::shared_ptr<PhaseStudy> m_study;
  int m_run = 0; ///< counts the starts: what comes from another is not taken
  bool m_isRunning = false;
  std::chrono::steady_clock::time_point m_started;
  JobThread m_thread; ///< last, so that it ends before what it works on
};

} // namespace backflow
