// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace backflow::bench {

/// Writes the weights and inputs of a workload and the norms that came out here, for peer.py to
/// compute on the same numbers: "run/rnn/64", "batch/lstm/256" or "sweep".
/// @throws std::invalid_argument if there is no such workload, std::runtime_error if the file
/// cannot be written.
void exportWorkload(const std::string& name, const std::filesystem::path& file);

} // namespace backflow::bench
