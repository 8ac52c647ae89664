// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

/// How many significant digits tell two numbers apart for a reader: `usual`, or as many more as it
/// takes, at most 17.
int digitsApart(double one, double other, int usual);

} // namespace backflow
