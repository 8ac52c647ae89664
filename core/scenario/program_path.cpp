// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/program_path.h"

#include <system_error>

#if defined(_WIN32)
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <string>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>

#include <cstdint>
#include <string>
#endif

namespace backflow {

#if defined(_WIN32)

std::filesystem::path programPath() {
  constexpr DWORD longest = 32767; // of a path of Windows
  std::wstring name(longest, L'\0');
  const DWORD length = GetModuleFileNameW(nullptr, name.data(), longest);
  name.resize(length < longest ? length : 0);
  return name;
}

#elif defined(__APPLE__)

std::filesystem::path programPath() {
  std::uint32_t size = 0;
  _NSGetExecutablePath(nullptr, &size); // says how long it is
  std::string name(size, '\0');
  if (_NSGetExecutablePath(name.data(), &size) != 0) {
    return {};
  }
  std::error_code error;
  std::filesystem::path resolved = std::filesystem::canonical(name.c_str(), error);
  return error ? std::filesystem::path() : resolved;
}

#else

std::filesystem::path programPath() {
  std::error_code error;
  std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path() : program;
}

#endif

} // namespace backflow
