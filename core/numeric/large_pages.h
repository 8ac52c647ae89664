// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace backflow {

/// From this many bytes on, memory is worth pages of this size: weights that a step reads anew lie
/// on more pages of 4 KiB than a processor keeps the addresses of.
inline constexpr std::size_t largePageBytes = std::size_t{2} << 20;

/// Where memory of so many bytes had best begin: at a large page if the system may be asked for
/// one, else at a cache line.
inline constexpr std::size_t alignmentFor([[maybe_unused]] std::size_t bytes) {
#ifdef __linux__
  if (bytes >= largePageBytes) {
    return largePageBytes;
  }
#endif
  return 64;
}

/// Asks for large pages where whole ones lie within the memory, best before it is written to. Takes
/// no memory beyond it. Where the system has none (Linux alone is asked) or grants none, nothing
/// changes but the time that reading takes.
void preferLargePages(void* begin, std::size_t bytes);

} // namespace backflow
