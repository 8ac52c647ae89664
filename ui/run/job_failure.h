// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <exception>
#include <vector>

namespace backflow {

/// What a computation that ended with an exception tells: of too little memory in a sentence of its
/// own, else what the exception says.
std::vector<FieldProblem> problemsOf(const std::exception& error);

} // namespace backflow
