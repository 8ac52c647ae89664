// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace backflow::fuzz {

/// The data file of a task: the first byte chooses the task, the rest is the file.
void takeTaskFile(std::string_view bytes);
/// What `train --state` wrote: gone on with for two updates, saved and read again.
void takeSavedTraining(std::string_view bytes);

} // namespace backflow::fuzz
