// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/unroll/run.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

namespace backflow {

/// Stands for standard input or standard output in the place of a file name.
inline constexpr const char* standardStream = "-";

/// For options that take a file's name: what is wrong with it, or nothing.
std::string problemOfName(const std::string& file);

/// What the names of data files in the scenario are relative to. Empty, which stands for the folder
/// that the program was started in, for one on standard input.
std::filesystem::path folderOf(const std::string& file);

/// Reads the scenario in `file`, or on standard input, and what it needs.
/// @throws BadInput naming the file, the field and what would be right.
Experiment experimentIn(const std::string& file);

/// Reads the scenario and runs it. @throws as experimentIn().
Trace runScenarioFile(const std::string& file, RunOptions options);

/// Writes to standard output, or replaces the file as a whole.
/// @throws Failure naming the file and the reason.
void writeOutput(const std::string& file, const std::function<void(std::ostream&)>& write);

} // namespace backflow
