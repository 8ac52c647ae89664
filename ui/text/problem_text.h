// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <QString>

#include <filesystem>

#include <vector>

namespace backflow {

/// What would be right, as a sentence: "Give a whole number from 1 to 4096."
QString remedyText(const FieldProblem& problem);

/// All problems in one line, the first with its field, value and remedy, the others by field.
QString problemsText(const std::vector<FieldProblem>& problems);

/// The same of a file, which it names.
QString problemsText(const std::filesystem::path& file, const std::vector<FieldProblem>& problems);

/// The sentence that a whole number was expected.
QString wholeNumberText(double least, double most);

/// The sentence that a number was expected.
QString numberText();

} // namespace backflow
