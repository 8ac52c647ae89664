// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scenarios_command.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "app/cli/text_table.h"
#include "core/scenario/data_files.h"
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/value_text.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace backflow {

namespace {

void listScenarios() {
  const std::vector<LibraryEntry> entries = libraryEntries();
  if (entries.empty()) {
    throw Failure(ExitStatus::Failed, resourceFolder().string() +
                                          ": no scenarios here; set BACKFLOW_RESOURCES to the "
                                          "folder that has scenarios/");
  }
  TextTable table({TextTable::Align::Left, TextTable::Align::Left});
  for (const LibraryEntry& entry : entries) {
    table.addRow({entry.name, entry.title.en});
  }
  writeOutput(standardStream, [&](std::ostream& out) { table.write(out); });
}

void printScenario(const std::string& name) {
  const std::optional<LibraryEntry> entry = libraryEntry(name);
  if (!entry) {
    std::vector<std::string> names;
    for (const LibraryEntry& candidate : libraryEntries()) {
      names.push_back(candidate.name);
    }
    const std::optional<std::string> near = nearestName(name, names);
    throw BadInput(name + ": no shipped scenario has this name; " +
                   (near ? "did you mean " + *near + "?" : "`backflow-cli scenarios` lists them"));
  }
  auto read = readScenarioFile(entry->file);
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    throw Failure(ExitStatus::Failed, entry->file.string() + ": " + describe(*problems));
  }
  // It will be saved elsewhere, and has to find its data from there.
  auto& scenario = std::get<Scenario>(read);
  for (std::string* data : dataFilesOf(scenario)) {
    *data = (entry->file.parent_path() / *data).lexically_normal().string();
  }
  writeOutput(standardStream, [&](std::ostream& out) { out << writeScenario(scenario); });
}

} // namespace

void addScenariosCommand(CLI::App& app) {
  const auto name = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("scenarios", "List the shipped scenarios, or print one as JSON");
  const CLI::Option* given = command->add_option("NAME", *name, "The scenario to print");
  command->callback([name, given] {
    if (given->count() > 0) {
      printScenario(*name);
    } else {
      listScenarios();
    }
  });
}

} // namespace backflow
