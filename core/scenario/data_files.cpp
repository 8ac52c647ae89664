// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/data_files.h"

namespace backflow {

std::vector<std::string*> dataFilesOf(Scenario& scenario) {
  std::vector<std::string*> files{&scenario.input.csv.file, &scenario.input.text};
  if (scenario.loss.csvTarget) {
    files.push_back(&scenario.loss.csvTarget->source.file);
  }
  if (scenario.training) {
    files.push_back(&scenario.training->task.file);
  }
  std::erase_if(files, [](const std::string* name) { return name->empty(); });
  return files;
}

Scenario withDataNamedInFull(Scenario scenario, const std::filesystem::path& folder) {
  for (std::string* name : dataFilesOf(scenario)) {
    *name = std::filesystem::absolute(folder / *name).lexically_normal().string();
  }
  return scenario;
}

} // namespace backflow
