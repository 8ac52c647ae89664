// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/atomic_file.h"

#include "core/scenario/temporary_file.h"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

namespace backflow {

namespace {

void writeInto(const std::filesystem::path& path, const std::filesystem::path& reported,
               const std::function<void(std::ostream&)>& write) {
  errno = 0;
  std::ofstream stream(path, std::ios::binary);
  if (!stream) {
    failToWrite(reported, errno);
  }
  write(stream);
  stream.close();
  if (!stream) {
    failToWrite(reported, errno);
  }
}

} // namespace

void writeAtomically(const std::filesystem::path& file,
                     const std::function<void(std::ostream&)>& write) {
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  if (std::filesystem::is_directory(status)) {
    failToWrite(file, EISDIR);
  }
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    writeInto(file, file, write);
    return;
  }
  std::filesystem::path target = file;
  if (std::filesystem::is_symlink(std::filesystem::symlink_status(file, ignored))) {
    target = std::filesystem::weakly_canonical(file, ignored);
    if (ignored) {
      failToWrite(file, ignored.value());
    }
  }
  TemporaryFile temporary(target);
  writeInto(temporary.path(), file, write);
  temporary.takeItsPlace();
}

} // namespace backflow
