// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace backflow {

/// A new empty file beside `target`; it goes with this object unless it was put into place. What
/// processes that were killed left of theirs goes too (not on Windows).
/// One implementation for each kind of system: temporary_file_posix.cpp,
/// temporary_file_windows.cpp.
class TemporaryFile {
 public:
  /// @throws std::system_error naming the target and the reason.
  explicit TemporaryFile(const std::filesystem::path& target);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  const std::filesystem::path& path() const { return m_path; }

  /// Puts the file, once it is safely on the disk, into the place of the target.
  /// @throws std::system_error naming the target and the reason.
  void takeItsPlace();

 private:
  std::filesystem::path m_target;
  std::filesystem::path m_path;
};

/// @throws std::system_error: `file` cannot be written for this `errno`, or for one not told (0).
[[noreturn]] void failToWrite(const std::filesystem::path& file, int reason);

} // namespace backflow
