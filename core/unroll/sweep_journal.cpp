// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep_journal.h"

#include "core/scenario/atomic_file.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace backflow {

namespace {

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
    : m_table(table), m_csv(std::move(csv)), m_file(fileOf(m_csv)), m_journal(m_file),
      m_cells(std::move(cells)) {
  // Two that append would compute everything twice.
  if (m_journal.isTaken()) {
    throw SweepFileError(m_file.string() + ": another run is writing it; wait for its end, or give "
                                           "another --out");
  }
  takeOver(m_table.read(m_file));
}

void SweepJournal::takeOver(SweepRows found) {
  m_journal.truncate(found.wholeBytes);
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
  m_journal.append(line + '\n');
  if (const std::int64_t now = second(); now != m_savedSecond) {
    m_savedSecond = now;
    m_journal.save();
  }
}

void SweepJournal::finish() {
  writeAtomically(m_csv, [this](std::ostream& out) { m_table.write(m_rows, out); });
  m_journal.close();
  std::error_code ignored;
  std::filesystem::remove(m_file, ignored);
}

} // namespace backflow
