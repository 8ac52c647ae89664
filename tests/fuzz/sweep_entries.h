// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace backflow::fuzz {

/// The JSON of a sweep, with some of its cells made.
void takeSweep(std::string_view bytes);
/// The CSV of a sweep that was begun: read, merged, and gone on with to its end.
void takeSweepRows(std::string_view bytes);

} // namespace backflow::fuzz
