// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/training_pair.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <memory>

namespace backflow {

/// Keeps the first training of a window in a file of the session, so that a crash does not lose
/// what took minutes to compute. Written by the training's own thread, between two updates.
class TrainingKeeper : public QObject {
  Q_OBJECT

 public:
  TrainingKeeper(TrainingPair& pair, std::filesystem::path file, QObject* parent = nullptr);

  /// What no file holds and the next start should have although the window was closed: a training
  /// that is not at its end, or that took longer to compute than an offer takes to be read.
  bool isWorthAnOffer() const;
  /// The training was brought back from an earlier window.
  void noteBroughtBack() { m_isBroughtBack = true; }
  /// Has what there is written now.
  void keepNow();

 private:
  void look();
  bool isKept() const;

  TrainingPair& m_pair;
  std::filesystem::path m_file;
  QTimer m_delay;
  std::weak_ptr<const TrainingHistory> m_kept; ///< that the file holds, with so many updates
  int m_keptUpdates = 0;
  std::weak_ptr<const TrainingHistory> m_saved; ///< that the user has saved
  int m_savedUpdates = 0;
  bool m_isBroughtBack = false;
  std::chrono::milliseconds m_effort{0}; ///< of computing
  QElapsedTimer m_sinceLook;
};

} // namespace backflow
