// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/session.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

class QLockFile;

namespace backflow {

/// Keeps the work of a window in a file of its own, so that neither a crash nor a power cut loses
/// it. A lock beside the file tells another start of the program whether its window still lives.
class SessionStore {
 public:
  /// @param folder is made if it is missing; where that fails nothing is kept, and isKeeping() is
  /// false.
  explicit SessionStore(std::filesystem::path folder);
  ~SessionStore();
  SessionStore(const SessionStore&) = delete;
  SessionStore& operator=(const SessionStore&) = delete;

  bool isKeeping() const { return m_lock != nullptr; }
  const std::filesystem::path& file() const { return m_file; }
  /// Beside it: for the window's training. It goes when the session does.
  std::filesystem::path trainingFile() const;

  /// The newest session whose window lives no more. It stays on the disk, out of the way of other
  /// windows, until dropLeftBehind(): nothing is lost if this window ends before its work is kept
  /// elsewhere. Those that cannot be read are set aside.
  std::optional<Session> takeLeftBehind();
  /// That one in place of the one taken before, which waits for another start again. None if it can
  /// be taken no more: another window may have done it.
  std::optional<Session> takeLeftBehind(const std::filesystem::path& file);
  /// Those with work in them that could be taken in its place, the newest first.
  std::vector<Session> othersLeftBehind() const;
  /// Where the last session that could not be read is kept now, for whoever can mend it; empty if
  /// all could.
  const std::filesystem::path& setAside() const { return m_setAside; }
  void forgetSetAside() { m_setAside.clear(); }
  /// The training that was left behind is this window's now.
  void adoptTraining();
  /// Takes what was left behind off the disk.
  void dropLeftBehind();

  /// Writes the session. Returns one sentence on what went wrong, empty if nothing. May be called
  /// from another thread than the other members, by one at a time.
  QString keep(const Session& session) const;
  /// Takes this window's session off the disk: there is nothing to go on with.
  void forget() const;

 private:
  /// @param lock of the session, which is set aside if it cannot be read.
  std::optional<Session> take(const std::filesystem::path& file, std::unique_ptr<QLockFile> lock);
  void dropLostTrainings() const;

  std::filesystem::path m_folder;
  std::filesystem::path m_file;
  std::unique_ptr<QLockFile> m_lock;
  std::filesystem::path m_leftBehind;
  std::unique_ptr<QLockFile> m_leftBehindLock;
  std::filesystem::path m_setAside;
};

} // namespace backflow
