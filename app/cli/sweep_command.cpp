// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_command.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "app/cli/option_number.h"
#include "app/cli/output_files.h"
#include "app/cli/sweep_progress.h"
#include "core/unroll/sweep.h"
#include "core/unroll/sweep_csv.h"
#include "core/unroll/sweep_journal.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace backflow {

namespace fs = std::filesystem;

namespace {

struct SweepArguments {
  std::string spec;
  std::string out;
  std::string shard = "1/1";
  std::vector<std::string> merge;
  int threads = 0;
};

struct Shard {
  int number = 1;
  int count = 1;
};

Shard shardFrom(const std::string& text) {
  constexpr int most = 1'000'000;
  Shard shard;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, shard.number);
  const bool hasSlash = first.ec == std::errc() && first.ptr != end && *first.ptr == '/';
  const auto second = hasSlash ? std::from_chars(first.ptr + 1, end, shard.count) : first;
  if (!hasSlash || second.ec != std::errc() || second.ptr != end || shard.count < 1 ||
      shard.count > most || shard.number < 1 || shard.number > shard.count) {
    throw BadInput("--shard: " + text +
                   " is not a shard; give I/N, the number I from 1 to N, such as 2/8");
  }
  return shard;
}

SweepSpec specIn(const std::string& file) {
  auto read = readSweepFile(file);
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    throw BadInput(file + ": " + describe(*problems));
  }
  return std::get<SweepSpec>(std::move(read));
}

/// Turns what core's files throw into one line of this program.
template <class Work> auto withFailures(const Work& work) {
  try {
    return work();
  } catch (const SweepFileError& error) {
    throw BadInput(error.what());
  } catch (const std::system_error& error) {
    const int reason = error.code().value();
    const bool isFaultOfName = reason == ENOENT || reason == EACCES || reason == EISDIR ||
                               reason == ENOTDIR || reason == EROFS || reason == ENAMETOOLONG;
    throw Failure(isFaultOfName ? ExitStatus::BadInput : ExitStatus::Failed, error.what());
  }
}

/// Whether `file` holds just these cells of this sweep already.
bool isFinished(const SweepTable& table, const std::string& file,
                const std::vector<std::int64_t>& cells) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    return false;
  }
  const std::string otherwise = "; give another --out, or remove the file";
  SweepRows found;
  try {
    found = table.read(file);
  } catch (const SweepFileError&) {
    throw BadInput("--out: " + file + " is there already and not of this sweep" + otherwise);
  }
  if (!std::ranges::equal(found.rows, cells, {}, &SweepRow::cell)) {
    throw BadInput("--out: " + file + " holds other cells of this sweep" + otherwise);
  }
  return true;
}

void runInto(const SweepTable& table, const SweepArguments& arguments,
             const std::vector<std::int64_t>& cells) {
  SweepJournal journal(table, arguments.out, cells);
  const std::vector<std::int64_t> left = journal.left();
  if (left.size() < cells.size()) {
    std::cerr << "going on with " << SweepJournal::fileOf(arguments.out).string() << ": "
              << cells.size() - left.size() << " of " << cells.size() << " cells are done\n";
  }
  SweepTable writing = table;
  std::vector<FieldProblem> problems;
  {
    SweepProgress progress(cells.size() - left.size(), cells.size());
    problems = runSweep(table.spec(), left, arguments.threads, [&](const CellResult& result) {
      journal.append(writing.row(result));
      progress.advance();
    });
  }
  if (!problems.empty()) {
    throw BadInput(arguments.spec + ": " + describe(problems));
  }
  journal.finish();
}

/// Standard output, a pipe or a device: what can only be written once.
bool isStream(const std::string& out) {
  std::error_code ignored;
  const fs::file_status status = fs::status(out, ignored);
  return out == standardStream ||
         (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status));
}

/// What cannot be gone on with: the rows wait for the end.
void runOntoStream(SweepTable& table, const SweepArguments& arguments,
                   const std::vector<std::int64_t>& cells) {
  std::vector<SweepRow> rows;
  std::vector<FieldProblem> problems;
  {
    SweepProgress progress(0, cells.size());
    problems = runSweep(table.spec(), cells, arguments.threads, [&](const CellResult& result) {
      rows.push_back(table.row(result));
      progress.advance();
    });
  }
  if (!problems.empty()) {
    throw BadInput(arguments.spec + ": " + describe(problems));
  }
  writeOutput(arguments.out, [&](std::ostream& out) { table.write(std::move(rows), out); });
}

void sweepCommand(const SweepArguments& arguments) {
  const Shard shard = shardFrom(arguments.shard);
  const std::vector<OutputFile> outputs{{"--out", arguments.out}};
  checkOutputs({arguments.spec}, outputs);
  checkOutputs(arguments.merge, outputs);
  const SweepSpec spec = specIn(arguments.spec);
  checkOutputs(dataReadBy(spec.scenario, spec.folder), outputs);
  SweepTable table(spec);
  if (!arguments.merge.empty()) {
    std::vector<SweepRow> rows = withFailures([&] {
      return mergedRows(table, {arguments.merge.begin(), arguments.merge.end()});
    });
    writeOutput(arguments.out, [&](std::ostream& out) { table.write(std::move(rows), out); });
    return;
  }
  const std::vector<std::int64_t> cells = cellsOfShard(cellCount(spec), shard.number, shard.count);
  if (isStream(arguments.out)) {
    runOntoStream(table, arguments, cells);
    return;
  }
  withFailures([&] {
    if (isFinished(table, arguments.out, cells)) {
      std::error_code ignored;
      fs::remove(SweepJournal::fileOf(arguments.out), ignored);
      std::cerr << arguments.out << " is complete already\n";
    } else {
      runInto(table, arguments, cells);
    }
    return 0;
  });
}

} // namespace

void addSweepCommand(CLI::App& app) {
  const auto arguments = std::make_shared<SweepArguments>();
  CLI::App* command = app.add_subcommand(
      "sweep", "Run a grid of scenarios; the same command goes on with a sweep that was ended");
  command->add_option("SPEC", arguments->spec, "What to sweep (*.sweep.json)")
      ->required()
      ->check(problemOfName);
  command
      ->add_option("--out", arguments->out,
                   "CSV to write, a line for each cell (- for standard output)")
      ->required()
      ->type_name("NAME")
      ->check(problemOfName);
  command->add_option("--threads", arguments->threads, "How many at once; all cores if not given")
      ->type_name("NUMBER")
      ->check(numberBetween(1, 1024));
  auto* shard = command
                    ->add_option("--shard", arguments->shard,
                                 "Only the I-th of N parts, I from 1; --merge joins them")
                    ->type_name("I/N");
  command
      ->add_option("--merge", arguments->merge,
                   "Run nothing: join the parts' CSV files, if every cell is there once")
      ->type_name("NAMES")
      ->excludes(shard);
  command->callback([arguments] { sweepCommand(*arguments); });
}

} // namespace backflow
