// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "ui/run/job_thread.h"
#include "ui/state/app_state.h"
#include "ui/state/findings.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace backflow {

/// Computes what is too slow to follow a slider in every step, off the GUI thread: the newest
/// request wins, and the old picture stays until the new one is there.
class StudyWorker : public QObject {
  Q_OBJECT

 public:
  explicit StudyWorker(QObject* parent = nullptr);
  ~StudyWorker() override;

  void requestInfluence(const Document& document);
  void requestSpectrum(const Document& document, int time);
  void stop();

 signals:
  void influenceReady(std::shared_ptr<const backflow::InfluenceStudy> study);
  /// Comes as soon as the spectra are there, and again, complete, when the exponents are; those are
  /// left out while a newer request waits.
  void spectrumReady(std::shared_ptr<const backflow::SpectrumStudy> study);
  /// A study ended without a picture, such as for lack of memory.
  void failed(std::vector<backflow::FieldProblem> problems);
  /// `done` of `all` losses have been followed back.
  void progressed(int done, int all);
  /// There is nothing to wait for, be it done, stopped or impossible.
  void finished();

 private:
  /// Does the work; what goes wrong is told.
  void request(std::function<void(const std::stop_token&)> work);
  void computeInfluence(const Document& document, const std::stop_token& stop);
  void computeSpectrum(const Document& document, int time);

  void tellSpectrum(const std::shared_ptr<const SpectrumStudy>& study);

  std::shared_ptr<const SpectrumStudy> m_known; ///< the worker's own: another time needs no more
  JobThread m_thread;
};

} // namespace backflow
