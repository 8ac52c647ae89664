// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

// GCC 12 takes an enumerator of a scoped enumeration for a shadow of the type Parameters.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"

/// The calculators of the exercise book.
enum class CalculatorKind { Parameters, Equations, Step };

#pragma GCC diagnostic pop

} // namespace backflow
