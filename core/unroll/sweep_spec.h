// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// One field of a scenario and the values that it takes.
struct SweepAxis {
  std::string field; ///< as ScenarioField has it
  std::vector<double> values;
  bool operator==(const SweepAxis&) const = default;
};

/// A grid of scenarios that differ in one or two fields, each with several seeds of its weights.
struct SweepSpec {
  Scenario scenario;
  std::filesystem::path folder; ///< that the scenario's file names are relative to
  std::vector<SweepAxis> axes;  ///< one or two
  int seeds = 1;                ///< weights.seed, weights.seed + 1, …
};

inline constexpr int mostSweepValues = 100'000; ///< of an axis
inline constexpr int mostSweepSeeds = 100'000;
inline constexpr std::int64_t mostSweepCells = 100'000'000; ///< of all shards together

/// How many cells the sweep has: values × values × seeds.
std::int64_t cellCount(const SweepSpec& spec);

/// Where a cell lies. Cells count from 0; the first axis runs quickest, then the second, then the
/// seeds, so that neighbours share their random numbers.
struct SweepCell {
  std::int64_t index = 0;
  std::vector<double> values; ///< one for each axis
  std::uint64_t seed = 1;     ///< of the weights
};
SweepCell cellAt(const SweepSpec& spec, std::int64_t index);

using ScenarioOrSweepProblem = std::variant<Scenario, FieldProblem>;
/// The scenario of one cell, or why there is none; the field is then the scenario's.
ScenarioOrSweepProblem scenarioOf(const SweepSpec& spec, const SweepCell& cell);

/// `count` values from `from` to `to`: at equal distances, or at equal ratios. Both ends are met
/// exactly.
std::vector<double> evenlySpaced(double from, double to, int count, bool atEqualRatios);

/// Everything that is wrong with the axes and seeds of a sweep whose scenario is valid: fields that
/// are none, values out of range, the same value twice. Fields are those of the file, "axes[1]".
/// Values of two axes that do not go together are looked for along the border of the grid.
std::vector<FieldProblem> validate(const SweepSpec& spec);

using SweepOrProblems = std::variant<SweepSpec, std::vector<FieldProblem>>;

/// Reads a sweep (`*.sweep.json`) strictly, as scenarios are read:
/// {"format": "backflow-sweep", "version": 1, "scenario": {…} or "file.backflow.json",
///  "axes": [{"field": "weights.gain", "from": 0.5, "to": 3, "count": 64, "scale": "log"},
///           {"field": "input.std", "values": [0, 0.1]}],
///  "seeds": 8, "precision": ["float32"]}
/// `folder` is that of the file. Whole fields have their values rounded.
SweepOrProblems readSweep(std::string_view text, const std::filesystem::path& folder);

/// As above from a file; one that cannot be read gives one problem with an empty field.
SweepOrProblems readSweepFile(const std::filesystem::path& file);

/// What tells this sweep from another: 16 hexadecimal digits over the scenario without its title
/// and training, the contents of its data files, the axes' values and the seeds (64-bit FNV-1a).
/// However the file was written down, the same sweep has the same.
std::string identityOf(const SweepSpec& spec);

} // namespace backflow
