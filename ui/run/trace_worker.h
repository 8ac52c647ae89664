// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/field_problem.h"
#include "ui/state/app_state.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace backflow {

/// Computes traces off the GUI thread. The running job finishes and its trace is delivered, then
/// the newest request runs and those between are dropped: a slider that is dragged gets pictures
/// all the time, in the order of the requests. Only a change of size, where finishing could take
/// long and would show something else altogether, stops the running job.
class TraceWorker : public QObject {
  Q_OBJECT

 public:
  explicit TraceWorker(QObject* parent = nullptr);
  ~TraceWorker() override;

  void request(const Document& document);
  /// Stops the running job and forgets the waiting one.
  void stop();
  bool isBusy() const;

 signals:
  void traceReady(std::shared_ptr<const backflow::Trace> trace);
  void failed(std::vector<backflow::FieldProblem> problems);
  void busyChanged(bool busy);

 private:
  void work(const std::stop_token& closing);
  void compute(const Document& document, const std::stop_token& stop);
  void setBusy(bool busy);

  mutable std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::optional<Document> m_waiting;
  std::optional<Document> m_running;
  std::stop_source m_stopRunning;
  bool m_busy = false; ///< as last told; only for the GUI thread
  std::jthread m_thread;
};

} // namespace backflow
