// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/sweep_cell.h"
#include "core/unroll/sweep_spec.h"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace backflow {

/// A file that cannot be gone on with or merged: one sentence that names it and says why.
class SweepFileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One line of a sweep's CSV, without its end.
struct SweepRow {
  std::int64_t cell = 0;
  std::string text;
};

/// What a CSV file of a sweep holds.
struct SweepRows {
  std::vector<SweepRow> rows;    ///< in the order of the file
  std::uintmax_t wholeBytes = 0; ///< of its whole lines; what follows is a torn one
  bool hasHeader = false;        ///< false for an empty file
};

/// The table of a sweep, a row for each cell: `sweep` (identityOf(), on every row, so that no row
/// of another sweep can be taken for one of this), `cell` (from 0), a column for each axis and
/// `weights.seed`, `log10_ratio`, `class`, what theory says where it does (`mean_field_chi`: χ of
/// the gain, without input; `critical_gain`: at zero state and input), and for each precision P
/// `P_status` and `P_subnormal`, `P_zero`, `P_inf`, `P_nan`: the first step back, or nothing.
/// Numbers have the fewest digits that bring them back exactly.
class SweepTable {
 public:
  /// `spec` has to outlive this object.
  explicit SweepTable(const SweepSpec& spec);

  const SweepSpec& spec() const { return m_spec; }
  const std::string& header() const { return m_header; }
  /// Not for two threads at once.
  SweepRow row(const CellResult& result);

  /// Reads a file of this sweep. @throws SweepFileError for a file that is none, or another
  /// sweep's; std::system_error for one that cannot be read.
  SweepRows read(const std::filesystem::path& file) const;

  /// Header and rows, by cell. The very bytes depend on the rows alone.
  void write(std::vector<SweepRow> rows, std::ostream& out) const;

 private:
  std::string theoryOf(const SweepCell& cell);

  const SweepSpec& m_spec;
  std::string m_identity;
  std::string m_header;
  bool m_namesSeed;
  bool m_hasMeanField;
  std::map<double, double> m_meanField; ///< χ by gain: many cells share a gain
};

/// All rows of the files, every cell exactly once. @throws SweepFileError that says which cells are
/// missing or come twice, and in which files; as SweepTable::read().
std::vector<SweepRow> mergedRows(const SweepTable& table,
                                 const std::vector<std::filesystem::path>& files);

/// "3, 7, 9 and 12 more"
std::string cellList(const std::vector<std::int64_t>& cells);

} // namespace backflow
