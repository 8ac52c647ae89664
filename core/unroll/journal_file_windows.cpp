// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/journal_file.h"

#include "core/scenario/temporary_file.h"

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <system_error>
#include <utility>

namespace backflow {

namespace {

HANDLE fileOf(std::intptr_t handle) {
  return reinterpret_cast<HANDLE>(handle);
}

[[noreturn]] void failForLastError(const std::filesystem::path& file) {
  const auto reason = static_cast<int>(GetLastError());
  failToWrite(file, std::system_category().default_error_condition(reason).value());
}

} // namespace

JournalFile::JournalFile(std::filesystem::path path) : m_path(std::move(path)) {
  // Others may read it, as this program does by name, but not write it.
  const HANDLE file =
      CreateFileW(m_path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE,
                  nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) {
    m_isTaken = GetLastError() == ERROR_SHARING_VIOLATION;
    if (!m_isTaken) {
      failForLastError(m_path);
    }
    return;
  }
  m_handle = reinterpret_cast<std::intptr_t>(file);
}

JournalFile::~JournalFile() {
  close();
}

void JournalFile::truncate(std::uint64_t bytes) {
  LARGE_INTEGER end;
  end.QuadPart = static_cast<LONGLONG>(bytes);
  if (SetFilePointerEx(fileOf(m_handle), end, nullptr, FILE_BEGIN) == 0 ||
      SetEndOfFile(fileOf(m_handle)) == 0) {
    failForLastError(m_path);
  }
}

void JournalFile::append(std::string_view text) {
  const LARGE_INTEGER none{};
  if (SetFilePointerEx(fileOf(m_handle), none, nullptr, FILE_END) == 0) {
    failForLastError(m_path);
  }
  while (!text.empty()) {
    DWORD count = 0;
    if (WriteFile(fileOf(m_handle), text.data(), static_cast<DWORD>(text.size()), &count,
                  nullptr) == 0) {
      failForLastError(m_path);
    }
    text.remove_prefix(count);
  }
}

void JournalFile::save() {
  FlushFileBuffers(fileOf(m_handle));
}

void JournalFile::close() {
  if (m_handle != -1) {
    CloseHandle(fileOf(m_handle));
    m_handle = -1;
  }
}

} // namespace backflow
