// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/field_problem.h"
#include "core/theory/recurrent_criteria.h"
#include "ui/run/job_thread.h"
#include "ui/state/app_state.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace backflow {

struct NormPictures;

/// What a trace holds beyond what every picture needs.
struct TraceWishes {
  bool units = false;      ///< states, gates and attention of every step
  bool otherCells = false; ///< reference curves of RNN, GRU and LSTM
};

/// Computes traces off the GUI thread. The running job finishes and its trace is delivered, then
/// the newest request runs and those between are dropped: a slider that is dragged gets pictures
/// all the time, in the order of the requests. Only a change of size, where finishing could take
/// long and would show something else altogether, stops the running job.
class TraceWorker : public QObject {
  Q_OBJECT

 public:
  explicit TraceWorker(QObject* parent = nullptr);
  ~TraceWorker() override;

  void request(const Document& document, TraceWishes wishes = {});
  /// Stops the running job and forgets the waiting one.
  void stop();
  bool isBusy() const;

 signals:
  /// With the pictures of it that would keep the GUI thread busy where there are many steps.
  void traceReady(std::shared_ptr<const backflow::Trace> trace,
                  std::shared_ptr<const backflow::NormPictures> pictures);
  void failed(std::vector<backflow::FieldProblem> problems);
  void busyChanged(bool busy);

 private:
  void compute(const Document& document, TraceWishes wishes, const std::stop_token& stop);
  std::optional<Trace> traceOf(const Document& document, TraceWishes wishes,
                               const std::stop_token& stop, std::vector<FieldProblem>& problems);
  void setBusy(bool busy);

  std::optional<Scenario> m_newest; ///< as last requested; only for the GUI thread
  bool m_busy = false;              ///< as last told; only for the GUI thread
  ExperimentBuilder m_builder;      ///< these two are the worker's own
  RecurrentCriteria m_criteria;
  JobThread m_thread;
};

} // namespace backflow
