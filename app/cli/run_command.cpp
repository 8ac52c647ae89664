// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_command.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "app/cli/run_report.h"
#include "core/record/trace_json.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace backflow {

namespace {

struct RunArguments {
  std::string file;
  std::string out;
  std::string csv;
  bool gradients = false;
  bool vectors = false;
};

void runCommand(const RunArguments& arguments) {
  refuseToOverwrite(arguments.file, arguments.out, "--out");
  refuseToOverwrite(arguments.file, arguments.csv, "--csv");
  const auto normal = [](const std::string& file) {
    return std::filesystem::path(file).lexically_normal();
  };
  if (!arguments.out.empty() && normal(arguments.out) == normal(arguments.csv)) {
    throw BadInput("--csv: " + arguments.csv + " is where --out goes; give another file");
  }

  const Trace trace = runScenarioFile(arguments.file, {.keepStateGradients = arguments.vectors});
  if (!arguments.out.empty()) {
    writeOutput(arguments.out, [&](std::ostream& out) {
      writeTraceJson(trace, {arguments.gradients, arguments.vectors}, out);
    });
  }
  if (!arguments.csv.empty()) {
    writeOutput(arguments.csv, [&](std::ostream& out) { writeTraceCsv(trace, out); });
  }
  if (arguments.out.empty() && arguments.csv.empty()) {
    writeOutput(standardStream, [&](std::ostream& out) { writeReport(trace, out); });
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
      ->add_flag("--gradients", arguments->gradients,
                 "With --out: also the gradient of every weight")
      ->needs(out);
  command
      ->add_flag("--vectors", arguments->vectors,
                 "With --out: also dL/dh_t as a vector for every time step")
      ->needs(out);
  command->callback([arguments] { runCommand(*arguments); });
}

} // namespace backflow
