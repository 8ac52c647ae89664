// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/validation.h"
#include "core/scenario/value_text.h"

#include <cmath>
#include <limits>
#include <string>

namespace backflow {

/// What a number has to be, for the reader of files and for validation alike.
struct NumberRule {
  const char* complaint;
  double least;
  double most;
  bool whole = false;
  std::string (*excess)(double number) =
      nullptr; ///< what so large a number would mean, if not clear

  bool allows(double number) const { return number >= least && number <= most; }

  /// `number` is what `value` says, if it is one.
  FieldProblem violation(std::string field, std::string value, double number = 0) const {
    return {std::move(field),
            std::move(value),
            complaint + (excess != nullptr && number > most ? excess(number) : std::string()),
            whole ? Remedy::WholeNumber : Remedy::Number,
            least,
            most,
            {},
            {}};
  }
};

namespace rules {

/// Told where it is more than a large computer has.
inline std::string memoryOfUnits(double units) {
  constexpr double much = 1e10;
  const double bytes = 8 * units * units;
  return bytes > much && std::isfinite(bytes)
             ? ": a recurrent matrix alone would take " + shortestText(bytes) + " bytes"
             : "";
}

inline constexpr NumberRule hidden{"is not a size", 1, largestHidden, true, memoryOfUnits};
inline constexpr NumberRule layers{"is not a number of layers", 1, 16, true};
inline constexpr NumberRule gateBias{"is not a bias", -1000, 1000};
inline constexpr NumberRule chrono{"is not a number of steps", 2, 1e9};
inline constexpr NumberRule lossScale{"is not a loss scale", 1e-9, 1e9};
inline constexpr NumberRule pinned{"is not a value of a gate", 0, 1};
inline constexpr NumberRule horizon{"is not a number of steps", 1, largestHorizon, true};
inline constexpr NumberRule gain{"is not a gain", 0, 1000};
/// Larger whole numbers are not exact in JSON readers that know only float64.
inline constexpr NumberRule seed{"is not a seed", 0, 9007199254740991, true};
inline constexpr NumberRule deviation{"is not a standard deviation", 0, 1e6};
inline constexpr NumberRule inputSize{"is not a size", 1, 4096, true};
inline constexpr NumberRule amplitude{"is not an amplitude", -1e6, 1e6};
inline constexpr NumberRule period{"is not a period", 1e-6, 1e9};
inline constexpr NumberRule ahead{"is not a number of rows", 0, 1e6, true};
inline constexpr NumberRule clipThreshold{"is not a threshold", 1e-300, 1e300};
inline constexpr NumberRule vanish{"is not a threshold", 0,
                                   std::numeric_limits<double>::infinity()};

inline constexpr NumberRule rate{"is not a learning rate", 0, 1e6};
inline constexpr NumberRule fraction{"is not below 1", 0, 0.999999999};
inline constexpr NumberRule epsilon{"is not a small number", 0, 1};
inline constexpr NumberRule batch{"is not a number of sequences", 1, 4096, true};
inline constexpr NumberRule updates{"is not a number of updates", 1, 1e6, true};
inline constexpr NumberRule regulariser{"is not a factor", 0, 1e6};
inline constexpr NumberRule monthsAhead{"is not a number of months", 1, 600, true};

/// The time step of an impulse in a sequence that ends at time `last`.
constexpr NumberRule step(int last) {
  return {"is not a time step", 1, static_cast<double>(last), true};
}

} // namespace rules

} // namespace backflow
