// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/temporary_file.h"

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <atomic>
#include <string>
#include <system_error>

namespace backflow {

namespace {

constexpr int attempts = 100;

[[noreturn]] void failForLastError(const std::filesystem::path& target) {
  const auto reason = static_cast<int>(GetLastError());
  failToWrite(target, std::system_category().default_error_condition(reason).value());
}

} // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& target) : m_target(target) {
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < attempts; ++attempt) {
    std::wstring name = L".";
    name += target.filename().wstring() + L"." + std::to_wstring(GetCurrentProcessId()) + L"-" +
            std::to_wstring(counter++) + L".part";
    m_path = target.parent_path() / name;
    const HANDLE file = CreateFileW(m_path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file != INVALID_HANDLE_VALUE) {
      CloseHandle(file);
      return;
    }
    if (GetLastError() != ERROR_FILE_EXISTS) {
      break;
    }
  }
  m_path.clear();
  failForLastError(m_target);
}

TemporaryFile::~TemporaryFile() {
  if (!m_path.empty()) {
    DeleteFileW(m_path.c_str());
  }
}

void TemporaryFile::takeItsPlace() {
  // Without this a power cut soon after the renaming could leave an empty file in its place.
  const HANDLE file = CreateFileW(m_path.c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
                                  FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) {
    failForLastError(m_target);
  }
  if (FlushFileBuffers(file) == 0) {
    const DWORD reason = GetLastError();
    CloseHandle(file);
    SetLastError(reason);
    failForLastError(m_target);
  }
  CloseHandle(file);
  if (MoveFileExW(m_path.c_str(), m_target.c_str(),
                  MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0) {
    failForLastError(m_target);
  }
  m_path.clear();
}

} // namespace backflow
