// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_command.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "app/cli/output_files.h"
#include "app/cli/run_report.h"
#include "app/cli/terminal.h"
#include "app/cli/watched_run.h"
#include "core/record/influence_csv.h"
#include "core/record/trace_json.h"
#include "core/theory/analysis.h"
#include "core/unroll/influence.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace backflow {

namespace {

struct RunArguments {
  std::string file;
  std::string out;
  std::string csv;
  std::string influence;
  bool gradients = false;
  bool vectors = false;
};

/// Says on a terminal how far it is: T backward passes may take a while.
void writeInfluence(const Experiment& experiment, const std::string& file) {
  constexpr int longest = 5000;
  const int horizon = experiment.scenario.unroll.horizon;
  if (horizon > longest) {
    throw BadInput("--influence: unroll.horizon " + std::to_string(horizon) +
                   " is too long for a matrix of T by T; give at most " + std::to_string(longest));
  }
  const bool onTerminal = standardErrorIsTerminal();
  const auto influence = influenceOf(experiment, {}, [&](int done, int all) {
    if (onTerminal) {
      std::cerr << "\rbackward pass " << done << " of " << all << (done == all ? "\n" : "")
                << std::flush;
    }
  });
  writeOutput(file, [&](std::ostream& out) { writeInfluenceCsv(*influence, out); });
}

void runCommand(const RunArguments& arguments) {
  const std::vector<OutputFile> outputs{
      {"--out", arguments.out}, {"--csv", arguments.csv}, {"--influence", arguments.influence}};
  checkOutputs({arguments.file}, outputs);
  const Experiment experiment = experimentIn(arguments.file);
  checkOutputs(dataReadBy(experiment.scenario, folderOf(arguments.file)), outputs);
  if (!arguments.influence.empty()) {
    writeInfluence(experiment, arguments.influence);
    if (arguments.out.empty() && arguments.csv.empty()) {
      return;
    }
  }
  const Trace trace = watchedRun(experiment, {.keepStateGradients = arguments.vectors,
                                              .keepStates = arguments.vectors,
                                              .keepParameterGradients = arguments.gradients});
  if (!arguments.out.empty()) {
    writeOutput(arguments.out, [&](std::ostream& out) {
      writeTraceJson(trace, {arguments.gradients, arguments.vectors}, out);
    });
  }
  if (!arguments.csv.empty()) {
    writeOutput(arguments.csv, [&](std::ostream& out) { writeTraceCsv(trace, out); });
  }
  if (arguments.out.empty() && arguments.csv.empty()) {
    const Analysis analysis = *analyse(experiment);
    writeOutput(standardStream, [&](std::ostream& out) { writeReport(trace, analysis, out); });
  }
}

} // namespace

void addRunCommand(CLI::App& app) {
  const auto arguments = std::make_shared<RunArguments>();
  CLI::App* command = app.add_subcommand(
      "run", "Run a scenario; without --out and --csv, print a table and what happened");
  command
      ->add_option("FILE", arguments->file, "Scenario (*.backflow.json), or - for standard input")
      ->required()
      ->check(problemOfName);
  CLI::Option* out =
      command
          ->add_option("--out", arguments->out, "Write the trace as JSON (- for standard output)")
          ->type_name("NAME")
          ->check(problemOfName);
  command
      ->add_option("--csv", arguments->csv,
                   "Write the norms by time step as CSV (- for standard output)")
      ->type_name("NAME")
      ->check(problemOfName);
  command
      ->add_option("--influence", arguments->influence,
                   "Write the norms of dL_t/dh_k, a row for each loss and a column for each state, "
                   "as CSV (- for standard output)")
      ->type_name("NAME")
      ->check(problemOfName);
  command
      ->add_flag("--gradients", arguments->gradients,
                 "With --out: also the gradient of every weight")
      ->needs(out);
  command
      ->add_flag("--vectors", arguments->vectors,
                 "With --out: also dL/dh_t, h_t and the gates as vectors for every time step")
      ->needs(out);
  command->callback([arguments] { runCommand(*arguments); });
}

} // namespace backflow
