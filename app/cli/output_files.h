// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <filesystem>
#include <string>
#include <vector>

namespace backflow {

/// A file that a command is to write, and the option that names it.
struct OutputFile {
  std::string option;
  std::string file; ///< empty if it was not given
};

/// @throws BadInput if an output is in no folder or is one, if writing it would overwrite one of
/// `inputs`, or if two outputs are one file or both standard output. Devices and pipes may be named
/// as often as one likes.
void checkOutputs(const std::vector<std::string>& inputs, const std::vector<OutputFile>& outputs);

/// The data files that a scenario reads, `folder` being what their names are relative to.
std::vector<std::string> dataReadBy(Scenario scenario, const std::filesystem::path& folder);

} // namespace backflow
