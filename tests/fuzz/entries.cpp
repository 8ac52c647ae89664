// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include "tests/fuzz/experiment_entry.h"
#include "tests/fuzz/reader_entries.h"
#include "tests/fuzz/sweep_entries.h"
#include "tests/fuzz/training_entries.h"

#include <array>

namespace backflow::fuzz {

std::span<const Entry> entries() {
  static constexpr std::array all{
      Entry{"scenario", takeScenario},
      Entry{"series", takeSeries},
      Entry{"text", takeText},
      Entry{"exercise", takeExercise},
      Entry{"sweep", takeSweep},
      Entry{"sweep-rows", takeSweepRows},
      Entry{"task-file", takeTaskFile},
      Entry{"saved-training", takeSavedTraining},
      Entry{"experiment", takeExperiment},
  };
  return all;
}

} // namespace backflow::fuzz
