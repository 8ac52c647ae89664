// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/journal_file.h"
#include "core/unroll/sweep_csv.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace backflow {

/// The file that a running sweep appends its rows to, in the order in which they come: the CSV's
/// name with ".unfinished" after it. A row is handed to the system whole, in one call, before the
/// next begins: whatever ends the program, no finished cell is lost, and after a power cut at most
/// those of the last second. When all cells are there they are put in order into the CSV, which is
/// then replaced as a whole, and this file goes.
class SweepJournal {
 public:
  /// Opens the journal of `csv`, or begins it. A torn last line is cut off.
  /// @throws SweepFileError if it is another sweep's, has cells that are not among `cells` (which
  /// have to be in order), or if another process is writing it; std::system_error if it cannot be
  /// written.
  SweepJournal(const SweepTable& table, std::filesystem::path csv, std::vector<std::int64_t> cells);

  static std::filesystem::path fileOf(const std::filesystem::path& csv);

  /// The cells that are not yet done, in order.
  std::vector<std::int64_t> left() const;
  void append(const SweepRow& row);
  /// Writes the CSV and removes the journal. @pre no cell is left.
  void finish();

 private:
  void takeOver(SweepRows found);
  void put(const std::string& line);

  const SweepTable& m_table;
  std::filesystem::path m_csv;
  std::filesystem::path m_file;
  JournalFile m_journal;
  std::vector<std::int64_t> m_cells;
  std::vector<SweepRow> m_rows;
  std::int64_t m_savedSecond = 0; ///< when the disk last had all
};

} // namespace backflow
