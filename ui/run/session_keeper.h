// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/job_thread.h"
#include "ui/state/session_store.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace backflow {

/// Writes a window's work to its session file as it changes, off the GUI thread and at most once a
/// second; a long one, which takes long to write, less often.
class SessionKeeper : public QObject {
  Q_OBJECT

 public:
  SessionKeeper(AppState& state, const std::filesystem::path& folder, QObject* parent = nullptr);
  ~SessionKeeper() override;

  std::optional<Session> takeLeftBehind() { return m_store.takeLeftBehind(); }
  std::optional<Session> takeLeftBehind(const std::filesystem::path& file) {
    return m_store.takeLeftBehind(file);
  }
  std::vector<Session> othersLeftBehind() const { return m_store.othersLeftBehind(); }
  const std::filesystem::path& setAside() const { return m_store.setAside(); }
  void forgetSetAside() { m_store.forgetSetAside(); }
  /// What was left behind is the work now, with or without its training: it leaves the disk once
  /// that is kept.
  void goOnWithLeftBehind(bool withTraining);
  void discardLeftBehind() { m_store.dropLeftBehind(); }

  /// Where the window's training is kept; empty if nothing can be.
  std::filesystem::path trainingFile() const;
  /// Whether the training is to be there at the next start too.
  void noteTraining(bool isWorthAnOffer) { m_hasTraining = isWorthAnOffer; }
  /// Where the cursor is, which view is in front and in what a second training differs, by their
  /// names.
  void noteView(int time, const std::string& view, const std::string& beside);
  /// The pinned curves are these now.
  void notePins(std::vector<PinnedSettings> pins);
  /// The scenario now is what its file holds, or one that comes with the program.
  void noteSaved();
  /// No file holds the scenario as it is now.
  void noteUnheld();
  /// Whether there is something that no file holds.
  bool hasUnsavedWork() const;
  /// The window closes: what no file holds stays on the disk for the next start.
  void close();

 signals:
  void unsavedWorkChanged(bool has);
  /// The session was written. For those who must know that it is on the disk.
  void kept();

 private:
  void noteChange();
  Session present(bool closedProperly) const;
  void write();
  /// `goesOn`: with what was left behind, which the session has in it.
  void keep(const Session& session, bool goesOn);

  AppState& m_state;
  SessionStore m_store;
  std::optional<Scenario> m_saved;
  std::shared_ptr<const std::vector<PinnedSettings>> m_pins;
  int m_time = 0;
  std::string m_view;
  std::string m_beside;
  bool m_hasTraining = false;
  bool m_hadUnsavedWork = false;
  bool m_goesOn = false; ///< with what was left behind
  QTimer m_delay;
  std::unique_ptr<JobThread> m_thread; ///< none once closed
};

} // namespace backflow
