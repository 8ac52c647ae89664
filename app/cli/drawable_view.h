// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"
#include "ui/plot/plot_view.h"

#include <optional>

namespace backflow {

/// Why the view of this scenario would be an empty frame, in the words of its file: the window's
/// own speak of its controls.
std::optional<FieldProblem> problemOfView(const Scenario& scenario, ViewKind view);

} // namespace backflow
