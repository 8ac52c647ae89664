// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/task.h"

#include <filesystem>

namespace backflow {

/// The next character of a text, at every step of a window of T. The first nine tenths are trained
/// on. Held out is the rest, in windows that overlap by half and are judged in their second half,
/// so that every character is foretold from at least T/2 others. The plain guess is a trigram
/// model of the trained part, smoothed as Witten & Bell (1991) do.
TaskOrProblems makeCharacterTask(const Scenario& scenario, const std::filesystem::path& folder);

} // namespace backflow
