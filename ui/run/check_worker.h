// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/self_check.h"
#include "ui/run/job_thread.h"

#include <QObject>
#include <QString>

namespace backflow {

/// Checks this computer, off the GUI thread.
class CheckWorker : public QObject {
  Q_OBJECT

 public:
  explicit CheckWorker(QObject* parent = nullptr);

  void request();

 signals:
  void checked(const backflow::SelfCheck& check);
  /// It could not be done at all.
  void failed(const QString& reason);

 private:
  void check(const std::stop_token& stop);

  JobThread m_thread; ///< the first to go: it emits for this object
};

} // namespace backflow
