// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/problem_list.h"
#include "core/scenario/scenario.h"

#include <string>

namespace backflow {

/// What is wrong with the input section, in the fields that matter for its kind. What depends on a
/// horizon that is wrong itself is not looked at.
void checkInput(const Scenario& scenario, ProblemList& problems);

/// What is wrong with the columns wanted of a CSV file: at most `most` of them, which are `noun` to
/// the scenario, "input numbers". Does not look into the file.
void checkColumns(const std::string& field, const CsvColumns& wanted, double most,
                  const std::string& noun, ProblemList& problems);

} // namespace backflow
