// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/journal_file.h"

#include "core/scenario/temporary_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace backflow {

namespace {

int descriptor(std::intptr_t handle) {
  return static_cast<int>(handle);
}

} // namespace

JournalFile::JournalFile(std::filesystem::path path) : m_path(std::move(path)) {
  errno = 0;
  m_handle = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (m_handle < 0) {
    failToWrite(m_path, errno);
  }
  m_isTaken = ::flock(descriptor(m_handle), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

JournalFile::~JournalFile() {
  close();
}

void JournalFile::truncate(std::uint64_t bytes) {
  if (::ftruncate(descriptor(m_handle), static_cast<off_t>(bytes)) != 0) {
    failToWrite(m_path, errno);
  }
}

void JournalFile::append(std::string_view text) {
  std::size_t written = 0;
  while (written < text.size()) {
    errno = 0;
    const ssize_t count =
        ::write(descriptor(m_handle), text.data() + written, text.size() - written);
    if (count < 0 && errno != EINTR) {
      failToWrite(m_path, errno);
    }
    written += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
  }
}

void JournalFile::save() {
#ifdef __APPLE__
  ::fsync(descriptor(m_handle));
#else
  ::fdatasync(descriptor(m_handle));
#endif
}

void JournalFile::close() {
  if (m_handle >= 0) {
    ::close(descriptor(m_handle));
    m_handle = -1;
  }
}

} // namespace backflow
