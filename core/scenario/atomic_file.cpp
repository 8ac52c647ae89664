// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

namespace backflow {

namespace {

constexpr int attempts = 100;

[[noreturn]] void fail(const std::filesystem::path& file, int reason) {
  // A stream may fail without telling why; "Success" would be a strange reason.
  throw std::system_error(reason == 0 ? EIO : reason, std::generic_category(),
                          file.string() + ": cannot be written");
}

/// A new empty file beside `target`; it goes with this object unless it was put into place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& target) : m_target(target) {
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
    fail(m_target, reason);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!m_path.empty()) {
      ::unlink(m_path.c_str());
    }
  }

  const std::filesystem::path& path() const { return m_path; }

  void takeItsPlace() {
    const int descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
      fail(m_target, errno);
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
      fail(m_target, reason);
    }
    if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
      fail(m_target, errno);
    }
    m_path.clear();
  }

 private:
  std::filesystem::path m_target;
  std::filesystem::path m_path;
};

void writeInto(const std::filesystem::path& path, const std::filesystem::path& reported,
               const std::function<void(std::ostream&)>& write) {
  errno = 0;
  std::ofstream stream(path, std::ios::binary);
  if (!stream) {
    fail(reported, errno);
  }
  write(stream);
  stream.close();
  if (!stream) {
    fail(reported, errno);
  }
}

} // namespace

void writeAtomically(const std::filesystem::path& file,
                     const std::function<void(std::ostream&)>& write) {
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  if (std::filesystem::is_directory(status)) {
    fail(file, EISDIR);
  }
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    writeInto(file, file, write);
    return;
  }
  std::filesystem::path target = file;
  if (std::filesystem::is_symlink(std::filesystem::symlink_status(file, ignored))) {
    target = std::filesystem::weakly_canonical(file, ignored);
    if (ignored) {
      fail(file, ignored.value());
    }
  }
  TemporaryFile temporary(target);
  writeInto(temporary.path(), file, write);
  temporary.takeItsPlace();
}

} // namespace backflow
