// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/script_worker.h"

#include "core/unroll/pytorch_script.h"
#include "ui/run/job_failure.h"

#include <QMetaObject>

#include <exception>
#include <variant>

namespace backflow {

ScriptWorker::ScriptWorker(QObject* parent) : QObject(parent), m_thread([] {}) {}

void ScriptWorker::request(const Document& document) {
  m_thread.request([this, document](const std::stop_token&) { write(document); });
}

void ScriptWorker::write(const Document& document) {
  std::vector<FieldProblem> problems;
  try {
    const auto prepared = prepare(document.scenario, document.folder);
    if (const auto* experiment = std::get_if<Experiment>(&prepared)) {
      const QString script = QString::fromStdString(pytorchScript(*experiment));
      QMetaObject::invokeMethod(
          this, [this, script] { emit scriptReady(script); }, Qt::QueuedConnection);
      return;
    }
    problems = std::get<std::vector<FieldProblem>>(prepared);
  } catch (const std::exception& error) {
    problems = problemsOf(error);
  }
  QMetaObject::invokeMethod(
      this, [this, problems] { emit failed(problems); }, Qt::QueuedConnection);
}

} // namespace backflow
