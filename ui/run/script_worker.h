// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "ui/run/job_thread.h"
#include "ui/state/app_state.h"

#include <QObject>
#include <QString>

#include <vector>

namespace backflow {

/// Writes scenarios as PyTorch scripts, off the GUI thread: weights have to be drawn and data read.
class ScriptWorker : public QObject {
  Q_OBJECT

 public:
  explicit ScriptWorker(QObject* parent = nullptr);

  void request(const Document& document);

 signals:
  void scriptReady(const QString& script);
  void failed(const std::vector<backflow::FieldProblem>& problems);

 private:
  void write(const Document& document);

  JobThread m_thread; ///< the first to go: it emits for this object
};

} // namespace backflow
