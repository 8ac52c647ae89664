// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace backflow::test {

/// In MiB.
struct MemoryInUse {
  double resident = 0; ///< what of this process is in memory; 0 where the system does not tell
  /// What the program has allocated and not freed, as AddressSanitizer counts it; else `resident`.
  /// Under that tool alone, since what it keeps for itself grows with every new place that
  /// allocates.
  double held = 0;
};

MemoryInUse memoryInUse();
std::string toText(const MemoryInUse& memory);

} // namespace backflow::test
