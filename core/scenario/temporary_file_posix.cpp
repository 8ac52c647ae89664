// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/temporary_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <string>
#include <string_view>
#include <system_error>

namespace backflow {

namespace {

constexpr int attempts = 100;

/// Whether a file beside `target` is what a process that is gone, killed or without power, had
/// written of it: ".target.PID-N.part". One that is still being written is young.
bool isLeftBehind(const std::filesystem::directory_entry& file, const std::string& target) {
  constexpr std::string_view ending = ".part";
  const std::string name = file.path().filename().string();
  const std::string start = "." + target + ".";
  if (!name.starts_with(start) || !name.ends_with(ending)) {
    return false;
  }
  pid_t process = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + start.size(), end, process);
  std::error_code noTime;
  const auto written = file.last_write_time(noTime);
  return error == std::errc() && stop != end && *stop == '-' && process > 0 &&
         ::kill(process, 0) != 0 && errno == ESRCH && !noTime &&
         std::filesystem::file_time_type::clock::now() - written > std::chrono::minutes(1);
}

void removeLeftBehind(const std::filesystem::path& target) {
  const std::filesystem::path folder = target.parent_path();
  std::error_code ignored;
  std::filesystem::directory_iterator files(folder.empty() ? "." : folder, ignored);
  for (; !ignored && files != std::filesystem::directory_iterator(); files.increment(ignored)) {
    if (isLeftBehind(*files, target.filename().string())) {
      ::unlink(files->path().c_str());
    }
  }
}

} // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& target) : m_target(target) {
  removeLeftBehind(target);
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
