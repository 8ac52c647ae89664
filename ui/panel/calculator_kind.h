// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/exercise_book.h"

namespace backflow {

/// What the window opens to answer an exercise by calculation.
using CalculatorKind = ExerciseCalculator;

} // namespace backflow
