// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/installation.h"

#include "tests/support/process.h"

#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace backflow {

std::filesystem::path installInto(const std::filesystem::path& prefix) {
  const ProcessResult result =
      runProcess(BACKFLOW_CMAKE, {"-DCMAKE_INSTALL_PREFIX=" + prefix.string(), "-P",
                                  BACKFLOW_BUILD "/cmake_install.cmake"});
  if (result.status != 0) {
    throw std::runtime_error("cannot be installed: " + result.out + result.err);
  }
  return prefix;
}

std::optional<std::string> programOnPath(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string program = folder + "/" + name;
    if (::access(program.c_str(), X_OK) == 0) {
      return program;
    }
  }
  return std::nullopt;
}

} // namespace backflow
