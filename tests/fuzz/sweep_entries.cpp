// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/sweep_entries.h"

#include "core/unroll/sweep.h"
#include "core/unroll/sweep_journal.h"
#include "tests/fuzz/promise.h"

#include <algorithm>
#include <string>
#include <system_error>

namespace backflow::fuzz {

namespace {

using Problems = std::vector<FieldProblem>;

/// Four cells; identityOf() is the same wherever it is computed.
SweepSpec smallSweep() {
  SweepSpec spec;
  spec.scenario.network.hidden = 2;
  spec.scenario.unroll.horizon = 3;
  spec.axes = {{"weights.gain", {0.5, 1}}};
  spec.seeds = 2;
  return spec;
}

} // namespace

void takeSweep(std::string_view bytes) {
  // A name in it must not lead out of the test: only what is written in place is a scenario here.
  const SweepOrProblems read = readSweep(bytes, "/nonexistent");
  if (const auto* problems = std::get_if<Problems>(&read)) {
    requireOneSentence(*problems);
    return;
  }
  const auto& spec = std::get<SweepSpec>(read);
  require(identityOf(spec).size() == 16, "a sweep has an identity");
  const std::int64_t count = cellCount(spec);
  require(count >= 1, "a sweep has cells");
  for (const std::int64_t index : {std::int64_t{0}, count / 2, count - 1}) {
    const SweepCell cell = cellAt(spec, index);
    require(cell.values.size() == spec.axes.size(), "a cell has a value for each axis");
    const ScenarioOrSweepProblem scenario = scenarioOf(spec, cell);
    if (const auto* problem = std::get_if<FieldProblem>(&scenario)) {
      requireOneSentence(*problem);
    }
  }
}

void takeSweepRows(std::string_view bytes) {
  static const SweepSpec spec = smallSweep();
  SweepTable table(spec);
  const std::filesystem::path file = fileWith(bytes, "rows.csv.unfinished");
  try {
    const SweepRows rows = table.read(file);
    require(rows.wholeBytes <= bytes.size(), "whole lines are part of the file");
    for (const SweepRow& row : rows.rows) {
      require(row.cell >= 0 && row.cell < cellCount(spec), "each row is of a cell");
    }
    mergedRows(table, {file});
  } catch (const SweepFileError& error) {
    require(std::string_view(error.what()).find('\n') == std::string_view::npos, "one sentence");
  }
  try {
    const std::filesystem::path csv = file.parent_path() / "rows.csv";
    SweepJournal journal(table, csv, cellsOfShard(cellCount(spec), 1, 1));
    const Problems problems = runSweep(spec, journal.left(), 1, [&](const CellResult& result) {
      journal.append(table.row(result));
    });
    require(problems.empty() && journal.left().empty(), "a sweep that was begun comes to its end");
    journal.finish();
    require(mergedRows(table, {csv}).size() == 4, "a finished sweep has every cell once");
  } catch (const SweepFileError& error) {
    require(std::string_view(error.what()).find('\n') == std::string_view::npos, "one sentence");
    require(std::filesystem::exists(file), "what is refused stays as it was");
  }
}

} // namespace backflow::fuzz
