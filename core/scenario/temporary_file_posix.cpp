// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/temporary_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <string>

namespace backflow {

namespace {

constexpr int attempts = 100;

} // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& target) : m_target(target) {
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < attempts; ++attempt) {
    std::string name = ".";
    name += target.filename().string() + "." + std::to_string(::getpid()) + "-" +
            std::to_string(counter++) + ".part";
    m_path = target.parent_path() / name;
    const int descriptor = ::open(m_path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      ::close(descriptor);
      return;
    }
    if (errno != EEXIST) {
      break;
    }
  }
  const int reason = errno;
  m_path.clear();
  failToWrite(m_target, reason);
}

TemporaryFile::~TemporaryFile() {
  if (!m_path.empty()) {
    ::unlink(m_path.c_str());
  }
}

void TemporaryFile::takeItsPlace() {
  const int descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    failToWrite(m_target, errno);
  }
  struct stat old {};
  bool done = true;
  if (::stat(m_target.c_str(), &old) == 0) {
    done = ::fchmod(descriptor, old.st_mode & 07777) == 0;
  }
  // Without this a power cut soon after the renaming could leave an empty file in its place.
  done = done && ::fsync(descriptor) == 0;
  const int reason = errno;
  ::close(descriptor);
  if (!done) {
    failToWrite(m_target, reason);
  }
  if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
    failToWrite(m_target, errno);
  }
  m_path.clear();
}

} // namespace backflow
