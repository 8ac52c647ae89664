// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/task.h"

#include <filesystem>

namespace backflow {

/// Gender agreement in Portuguese: "a casa … está aberta". A sentence is an article, a noun,
/// distractors and a verb, one step each, T − 3 distractors in all; at the verb one of two classes
/// says whether the adjective to come is masculine or feminine. Each distractor is a phrase of
/// either gender or none, drawn without regard to the noun, so that only the first two words tell.
/// Guessing has a cross-entropy of ln 2.
TaskOrProblems makeAgreementTask(const Scenario& scenario, const std::filesystem::path& folder);

} // namespace backflow
