// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/small.h"

#include "core/scenario/data_files.h"

#include <array>

namespace backflow::fuzz {

bool isSmall(const Scenario& scenario) {
  const NetworkSpec& network = scenario.network;
  return network.hidden <= 8 && network.layers <= 3 && scenario.unroll.horizon <= 40 &&
         inputSize(scenario.input) <= 16 && (!scenario.training || scenario.training->batch <= 8);
}

std::filesystem::path dataFolder() {
  return std::filesystem::path(BACKFLOW_FUZZ_FOLDER) / "data";
}

void useDataFolder(Scenario& scenario) {
  constexpr std::array files{"series.csv", "text.txt", "templates.json", "weather.csv",
                             "sunspots.csv"};
  for (std::string* name : dataFilesOf(scenario)) {
    std::string chosen = files.front();
    for (const char* file : files) {
      chosen = *name == file ? file : chosen;
    }
    *name = chosen;
  }
}

} // namespace backflow::fuzz
