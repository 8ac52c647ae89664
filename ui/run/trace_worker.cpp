// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/trace_worker.h"

#include "core/unroll/other_cells.h"
#include "core/unroll/run.h"
#include "ui/plot/norm_picture.h"
#include "ui/run/job_failure.h"
#include "ui/state/findings.h"

#include <QMetaObject>

#include <exception>
#include <utility>
#include <variant>

namespace backflow {

namespace {

bool sameSize(const Scenario& a, const Scenario& b) {
  return a.network == b.network && a.unroll.horizon == b.unroll.horizon;
}

} // namespace

TraceWorker::TraceWorker(QObject* parent)
    : QObject(parent), m_thread([this] {
        QMetaObject::invokeMethod(
            this, [this] { setBusy(isBusy()); }, Qt::QueuedConnection);
      }) {}

TraceWorker::~TraceWorker() = default;

void TraceWorker::request(const Document& document, TraceWishes wishes) {
  if (m_newest && !sameSize(*m_newest, document.scenario)) {
    m_thread.stopRunning();
  }
  m_newest = document.scenario;
  m_thread.request(
      [this, document, wishes](const std::stop_token& stop) { compute(document, wishes, stop); });
  setBusy(true);
}

void TraceWorker::stop() {
  m_thread.stop();
}

bool TraceWorker::isBusy() const {
  return m_thread.isBusy();
}

void TraceWorker::setBusy(bool busy) {
  if (std::exchange(m_busy, busy) != busy) {
    emit busyChanged(busy);
  }
}

std::optional<Trace> TraceWorker::traceOf(const Document& document, TraceWishes wishes,
                                          const std::stop_token& stop,
                                          std::vector<FieldProblem>& problems) {
  const auto prepared = m_builder.prepare(document.scenario, document.folder);
  if (const auto* wrong = std::get_if<std::vector<FieldProblem>>(&prepared)) {
    problems = *wrong;
    return std::nullopt;
  }
  const auto& experiment = std::get<Experiment>(prepared);
  RunOptions options;
  options.keepStates = wishes.units && canKeepUnits(document.scenario);
  std::optional<Trace> trace = run(experiment, options, stop);
  if (trace) {
    trace->criteria = m_criteria.of(experiment);
  }
  if (trace && wishes.otherCells) {
    auto others = runOtherCells(m_builder, document.scenario, document.folder, stop);
    if (!others) {
      return std::nullopt;
    }
    trace->otherCells = std::move(*others);
  }
  return trace;
}

void TraceWorker::compute(const Document& document, TraceWishes wishes,
                          const std::stop_token& stop) {
  std::vector<FieldProblem> problems;
  try {
    if (auto trace = traceOf(document, wishes, stop, problems)) {
      auto shared = std::make_shared<const Trace>(std::move(*trace));
      auto pictures = std::make_shared<const NormPictures>(*shared);
      QMetaObject::invokeMethod(
          this, [this, shared, pictures] { emit traceReady(shared, pictures); },
          Qt::QueuedConnection);
    }
  } catch (const std::exception& error) {
    problems = problemsOf(error);
  }
  if (!problems.empty()) {
    QMetaObject::invokeMethod(
        this, [this, problems] { emit failed(problems); }, Qt::QueuedConnection);
  }
}

} // namespace backflow
