// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/pinned_run.h"

#include <QObject>

#include <functional>
#include <utility>
#include <vector>

namespace backflow {

/// The runs that are kept, in the order in which they were pinned. What was removed can be brought
/// back until something new is pinned.
class PinnedRuns : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const std::vector<PinnedRun>& runs() const { return m_runs; }
  bool isFull() const { return m_runs.size() >= mostPinnedRuns; }

  /// Keeps a run under a name; nothing happens where there are mostPinnedRuns.
  void pin(std::shared_ptr<const Trace> trace, const std::filesystem::path& folder,
           const QString& name, std::shared_ptr<const NormPictures> pictures = nullptr,
           std::shared_ptr<const Scenario> namedAfter = nullptr);
  /// Keeps a run as it was kept before, under its letter if that is free. Returns whether there was
  /// a place for it.
  bool bringBack(const PinnedSettings& settings, std::shared_ptr<const Trace> trace,
                 std::shared_ptr<const NormPictures> pictures = nullptr);
  /// An empty name changes nothing.
  void rename(int id, const QString& name);
  /// Gives the runs that nobody has named their names in another language.
  void nameAgain(const std::function<QString(const PinnedRun&)>& nameOf);
  void setShown(int id, bool shown);
  void remove(int id);
  void removeAll();

  /// The letters of runs that are still to come are given to no other.
  void reserve(std::vector<int> places) { m_reserved = std::move(places); }

  bool canUndoRemove() const { return !m_removed.empty(); }
  /// Brings back what the last call of remove() or removeAll() took away.
  void undoRemove();
  /// What was removed is gone for good.
  void forgetRemoved();

 signals:
  void changed();

 private:
  PinnedRun* find(int id);
  void keep(PinnedRun run);
  bool isTaken(int slot) const;
  int freeSlot() const;
  /// That one if it is free, else another.
  int slotFor(int wanted) const { return isTaken(wanted) ? freeSlot() : wanted; }

  std::vector<PinnedRun> m_runs;
  std::vector<std::vector<PinnedRun>> m_removed; ///< one entry for each removal
  std::vector<int> m_reserved;
  int m_lastId = 0;
};

} // namespace backflow
