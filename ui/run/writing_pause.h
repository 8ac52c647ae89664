// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace backflow {

/// How long to wait after something was kept on the disk before it is kept again: writing takes no
/// more than a twentieth of the time, and leaves the rest of it to what the user sees.
inline std::chrono::milliseconds pauseAfterWriting(std::chrono::milliseconds took,
                                                   std::chrono::milliseconds least) {
  constexpr int share = 20;
  return std::max(least, (share - 1) * took);
}

} // namespace backflow
