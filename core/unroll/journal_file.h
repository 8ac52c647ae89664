// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace backflow {

/// A file that this process alone appends to. Its contents stay when the object goes.
/// One implementation for each kind of system: journal_file_posix.cpp, journal_file_windows.cpp.
class JournalFile {
 public:
  /// Opens the file, or makes it. @throws std::system_error if it cannot be written.
  explicit JournalFile(std::filesystem::path path);
  ~JournalFile();
  JournalFile(const JournalFile&) = delete;
  JournalFile& operator=(const JournalFile&) = delete;

  /// Whether another process has it open; nothing else may be called then.
  bool isTaken() const { return m_isTaken; }
  /// Cuts off what is after this many bytes. @throws std::system_error
  void truncate(std::uint64_t bytes);
  /// Hands the text to the system whole. @throws std::system_error
  void append(std::string_view text);
  /// Waits until the disk has all.
  void save();
  void close();

 private:
  std::filesystem::path m_path;
  std::intptr_t m_handle = -1; ///< a descriptor, or a HANDLE of Windows
  bool m_isTaken = false;
};

} // namespace backflow
