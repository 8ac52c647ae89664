// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pytorch_command.h"

#include "app/cli/files.h"
#include "app/cli/output_files.h"
#include "core/unroll/pytorch_script.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace backflow {

namespace {

struct PyTorchArguments {
  std::string file;
  std::string out = standardStream;
};

void pytorchCommand(const PyTorchArguments& arguments) {
  const std::vector<OutputFile> outputs{{"--out", arguments.out}};
  checkOutputs({arguments.file}, outputs);
  const Experiment experiment = experimentIn(arguments.file);
  checkOutputs(dataReadBy(experiment.scenario, folderOf(arguments.file)), outputs);
  const std::string script = pytorchScript(experiment);
  writeOutput(arguments.out, [&](std::ostream& out) { out << script; });
}

} // namespace

void addPyTorchCommand(CLI::App& app) {
  const auto arguments = std::make_shared<PyTorchArguments>();
  CLI::App* command = app.add_subcommand(
      "pytorch", "Write a Python script that rebuilds a scenario in PyTorch, every number exact");
  command
      ->add_option("FILE", arguments->file, "Scenario (*.backflow.json), or - for standard input")
      ->required()
      ->check(problemOfName);
  command->add_option("--out", arguments->out, "Write the script there (- for standard output)")
      ->type_name("NAME")
      ->check(problemOfName);
  command->callback([arguments] { pytorchCommand(*arguments); });
}

} // namespace backflow
