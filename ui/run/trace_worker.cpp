// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/trace_worker.h"

#include "core/unroll/run.h"

#include <QMetaObject>

#include <exception>
#include <utility>

namespace backflow {

namespace {

bool sameSize(const Scenario& a, const Scenario& b) {
  return a.network == b.network && a.unroll.horizon == b.unroll.horizon;
}

} // namespace

TraceWorker::TraceWorker(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& closing) { work(closing); }) {}

TraceWorker::~TraceWorker() {
  stop();
  m_thread.request_stop();
  m_thread.join();
}

void TraceWorker::request(const Document& document) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_running && !sameSize(m_running->scenario, document.scenario)) {
      m_stopRunning.request_stop();
    }
    m_waiting = document;
  }
  setBusy(true);
  m_wake.notify_one();
}

void TraceWorker::stop() {
  const std::lock_guard lock(m_mutex);
  m_waiting.reset();
  m_stopRunning.request_stop();
}

bool TraceWorker::isBusy() const {
  const std::lock_guard lock(m_mutex);
  return m_waiting || m_running;
}

void TraceWorker::setBusy(bool busy) {
  if (std::exchange(m_busy, busy) != busy) {
    emit busyChanged(busy);
  }
}

void TraceWorker::work(const std::stop_token& closing) {
  while (true) {
    std::stop_token stop;
    Document document;
    {
      std::unique_lock lock(m_mutex);
      if (!m_wake.wait(lock, closing, [this] { return m_waiting.has_value(); })) {
        return;
      }
      m_running = std::exchange(m_waiting, std::nullopt);
      document = *m_running;
      m_stopRunning = std::stop_source();
      stop = m_stopRunning.get_token();
    }
    compute(document, stop);
    {
      const std::lock_guard lock(m_mutex);
      m_running.reset();
    }
    QMetaObject::invokeMethod(
        this, [this] { setBusy(isBusy()); }, Qt::QueuedConnection);
  }
}

void TraceWorker::compute(const Document& document, const std::stop_token& stop) {
  // Of this thread alone; it outlives one job for the sake of what it keeps.
  static thread_local ExperimentBuilder builder;
  std::vector<FieldProblem> problems;
  try {
    const auto prepared = builder.prepare(document.scenario, document.folder);
    if (const auto* experiment = std::get_if<Experiment>(&prepared)) {
      auto trace = run(*experiment, {}, stop);
      if (trace) {
        auto shared = std::make_shared<const Trace>(std::move(*trace));
        QMetaObject::invokeMethod(
            this, [this, shared] { emit traceReady(shared); }, Qt::QueuedConnection);
      }
      return;
    }
    problems = std::get<std::vector<FieldProblem>>(prepared);
  } catch (const std::exception& error) {
    FieldProblem problem;
    problem.complaint = error.what();
    problems = {problem};
  }
  QMetaObject::invokeMethod(
      this, [this, problems] { emit failed(problems); }, Qt::QueuedConnection);
}

} // namespace backflow
