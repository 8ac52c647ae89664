// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/training_thread.h"
#include "ui/state/app_state.h"
#include "ui/state/training_history.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace backflow {

/// One training in a thread of its own. Updates come as fast as they can, or at a chosen speed;
/// what they recorded is told at the screen's rate.
class TrainingRun : public QObject {
  Q_OBJECT

 public:
  explicit TrainingRun(QObject* parent = nullptr);

  /// Begins anew; it stands until play() or step().
  void begin(const Document& document);
  /// Goes on from a saved state, whose data files are relative to `folder`.
  void resume(const std::string& state, const std::filesystem::path& folder);
  void play();
  void pause();
  void step();
  /// Ends the training. Its curves stay, and it can still be saved.
  void stop();
  /// Ends the training and forgets it.
  void clear();

  bool isPlaying() const { return m_isPlaying; }
  /// There is a training that can go on, or one that is being made ready.
  bool canGoOn() const;
  /// Since the last clear(), whether or not it is ready.
  bool hasBegun() const { return m_hasBegun; }

  /// 0: as fast as possible.
  void setSpeed(double updatesPerSecond);
  /// These take effect at the next update.
  void setRate(double rate);
  void setClip(const std::optional<ClipSpec>& clip);
  void setUpdates(int updates);
  /// As these, but not before that update.
  void setRateAt(int update, double rate);
  void setClipAt(int update, const std::optional<ClipSpec>& clip);

  /// Writes the state at the end of the running update; saved() tells how it went.
  void save(const std::filesystem::path& file);
  /// As save(), for nobody to be told of. A file of a training that there is no more goes.
  void keep(const std::filesystem::path& file);

  /// Empty before the first begin().
  std::shared_ptr<const TrainingHistory> history() const { return m_history; }
  /// Updates a second, over the last second or so of play; 0 if unknown.
  double pace() const { return m_pace; }

 signals:
  /// history() has grown or changed.
  void advanced();
  void failed(std::vector<backflow::FieldProblem> problems);
  /// `problem` is empty if it went well.
  void saved(QString file, QString problem);
  /// keep() has been carried out.
  void kept(std::chrono::milliseconds took);

 private:
  void beginWith(std::function<TrainingOrProblems()> make);
  void takeNews();
  void measurePace(int made);

  std::shared_ptr<TrainingHistory> m_history;
  bool m_isPlaying = false;
  bool m_isStopped = true;
  bool m_hasBegun = false;
  int m_run = 0;
  QTimer m_fetch;
  double m_pace = 0;
  int m_paceFrom = 0;
  std::chrono::steady_clock::time_point m_paceSince;

  TrainingThread m_thread; ///< last, as it tells the others
};

} // namespace backflow
