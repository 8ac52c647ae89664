// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/trace_worker.h"
#include "ui/state/app_state.h"
#include "ui/state/findings.h"
#include "ui/state/pinned_runs.h"

#include <QTimer>
#include <QWidget>

#include <deque>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QToolButton;

namespace backflow {

class PinnedRunsBar;
class SeedBandControls;
struct Theme;

/// What the present curves are compared with: runs that are pinned, and a band over many seeds. A
/// row above the plots that is there only while there is something in it.
class CompareRow : public QWidget {
  Q_OBJECT

 public:
  explicit CompareRow(AppState& state, QWidget* parent = nullptr);
  ~CompareRow() override;

  /// Keeps the present curves.
  QAction* pinAction() const { return m_pin; }
  /// Switches the band on and off.
  QAction* bandAction() const;

  /// What will be pinned.
  void showTrace(std::shared_ptr<const Trace> trace,
                 std::shared_ptr<const NormPictures> pictures = nullptr);
  void setTheme(const Theme& theme);
  /// Where the plots are hidden, the row is too.
  void setWanted(bool wanted);
  /// For a class: the pinned curves alone, without what arranges them.
  void setForClass(bool isForClass);

  /// Computes pinned curves anew, one after the other, and shows each as it comes.
  void bringBack(const std::vector<PinnedSettings>& pins);
  /// What bringBack() needs to have the same curves again, those still to come among them, and
  /// those that could not be computed: their data may only be away.
  std::vector<PinnedSettings> pinnedSettings() const;

  const std::vector<PinnedRun>& pinned() const { return m_runs.runs(); }
  /// The newest band; nothing while it is off.
  std::shared_ptr<const SeedBandStudy> band() const;

 signals:
  /// pinned() or band() has changed.
  void comparisonChanged();
  /// pinnedSettings() has changed.
  void pinnedChanged();
  /// One sentence on curves that could not be brought back.
  void pinsMissed(const QString& why);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void connectReturner();
  void layOut();
  void pinPresent();
  static QString nameFor(const Scenario& before, const Scenario& present);
  void loadSettings(int id);
  void computeNextReturning();
  void miss(const PinnedSettings& pin, const QString& why);
  void removeAll();
  void refresh();
  void refreshActions();
  void retranslate();

  AppState& m_state;
  PinnedRuns m_runs;
  TraceWorker m_returner;
  std::deque<PinnedSettings> m_returning; ///< the first is being computed
  std::vector<PinnedSettings> m_missed;   ///< those that could not be computed
  QString m_missedWhy;                    ///< of the first of them
  std::shared_ptr<const Trace> m_trace;
  std::shared_ptr<const NormPictures> m_pictures; ///< of the trace
  QTimer m_removedGoes{this}; ///< what was removed can be brought back until then
  bool m_isWanted = true;
  bool m_isForClass = false;
  QAction* m_pin;
  QLabel* m_heading;
  QToolButton* m_removeAll;
  QToolButton* m_undoRemove;
  QToolButton* m_forget; ///< what was removed
  SeedBandControls* m_band;
  PinnedRunsBar* m_bar;
};

} // namespace backflow
