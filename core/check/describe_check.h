// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/self_check.h"

#include <string>

namespace backflow {

/// What was measured and what it has to be, as one English sentence.
std::string describe(const Check& check);

/// All of it as one English sentence: "This computer computes as it should: …".
std::string describe(const SelfCheck& check);

} // namespace backflow
