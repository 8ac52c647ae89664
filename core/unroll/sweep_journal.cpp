// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep_journal.h"

#include "core/scenario/atomic_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace backflow {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                          file.string() + ": cannot be written");
}

std::int64_t second() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

} // namespace

std::filesystem::path SweepJournal::fileOf(const std::filesystem::path& csv) {
  std::filesystem::path file = csv;
  file += ".unfinished";
  return file;
}

SweepJournal::SweepJournal(const SweepTable& table, std::filesystem::path csv,
                           std::vector<std::int64_t> cells)
    : m_table(table), m_csv(std::move(csv)), m_file(fileOf(m_csv)), m_cells(std::move(cells)) {
  open();
  try {
    takeOver(m_table.read(m_file));
  } catch (...) {
    ::close(m_descriptor);
    throw;
  }
}

SweepJournal::~SweepJournal() {
  if (m_descriptor >= 0) {
    ::close(m_descriptor);
  }
}

/// Opened by this process alone: two that append would compute everything twice.
void SweepJournal::open() {
  errno = 0;
  m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (m_descriptor < 0) {
    fail(m_file);
  }
  if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(m_descriptor);
    throw SweepFileError(m_file.string() + ": another run is writing it; wait for its end, or give "
                                           "another --out");
  }
}

void SweepJournal::takeOver(SweepRows found) {
  if (::ftruncate(m_descriptor, static_cast<off_t>(found.wholeBytes)) != 0) {
    fail(m_file);
  }
  if (!found.hasHeader) {
    put(m_table.header());
  }
  std::set<std::int64_t> done;
  for (SweepRow& row : found.rows) {
    if (!std::ranges::binary_search(m_cells, row.cell)) {
      throw SweepFileError(m_file.string() + ": holds cells of another shard; give each shard its "
                                             "own --out");
    }
    if (done.insert(row.cell).second) {
      m_rows.push_back(std::move(row));
    }
  }
}

std::vector<std::int64_t> SweepJournal::left() const {
  std::vector<std::int64_t> done;
  for (const SweepRow& row : m_rows) {
    done.push_back(row.cell);
  }
  std::ranges::sort(done);
  std::vector<std::int64_t> cells;
  std::ranges::set_difference(m_cells, done, std::back_inserter(cells));
  return cells;
}

void SweepJournal::append(const SweepRow& row) {
  put(row.text);
  m_rows.push_back(row);
}

void SweepJournal::put(const std::string& line) {
  const std::string text = line + '\n';
  std::size_t written = 0;
  while (written < text.size()) {
    errno = 0;
    const ssize_t count = ::write(m_descriptor, text.data() + written, text.size() - written);
    if (count < 0 && errno != EINTR) {
      fail(m_file);
    }
    written += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
  }
  if (const std::int64_t now = second(); now != m_savedSecond) {
    m_savedSecond = now;
    ::fdatasync(m_descriptor);
  }
}

void SweepJournal::finish() {
  writeAtomically(m_csv, [this](std::ostream& out) { m_table.write(m_rows, out); });
  std::error_code ignored;
  std::filesystem::remove(m_file, ignored);
}

} // namespace backflow
