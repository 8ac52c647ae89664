// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace backflow::fuzz {

/// A scenario's JSON. What is taken is written and read back to the same.
void takeScenario(std::string_view bytes);
/// A CSV file of series, read as a table, then as numbers.
void takeSeries(std::string_view bytes);
/// A text for `input.kind` "text".
void takeText(std::string_view bytes);
/// The JSON of an exercise, with the placeholders of its sentences.
void takeExercise(std::string_view bytes);

} // namespace backflow::fuzz
