// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/job_thread.h"
#include "ui/state/app_state.h"
#include "ui/state/findings.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace backflow {

/// Computes the band over seeds off the GUI thread. A request stops what runs, since its scenario
/// is gone, and begins after a moment without another one: a slider that is dragged has the
/// processor for itself.
class SeedBandWorker : public QObject {
  Q_OBJECT

 public:
  explicit SeedBandWorker(QObject* parent = nullptr);
  ~SeedBandWorker() override;

  void request(const Document& document, int seeds);
  void stop();
  /// A request waits or runs.
  bool isBusy() const;

 signals:
  void bandReady(std::shared_ptr<const backflow::SeedBandStudy> study);
  /// `done` of `all` seeds of the newest request.
  void progressed(int done, int all);
  /// There is nothing to wait for, be it done, stopped or impossible.
  void finished();

 private:
  void compute(const Document& document, int seeds, int number, const std::stop_token& stop);

  Document m_document; ///< as last requested; these are the GUI thread's own
  int m_seeds = 0;
  int m_newest = 0; ///< the number of the newest request
  QTimer m_delay;
  JobThread m_thread;
};

} // namespace backflow
