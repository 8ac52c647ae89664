// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace backflow {

/// From this many bytes on, memory is worth pages of this size: weights that a step reads anew lie
/// on more pages of 4 KiB than a processor keeps the addresses of.
inline constexpr std::size_t largePageBytes = std::size_t{2} << 20;

/// Asks for large pages where whole ones lie within the memory, which has not been written to yet.
/// Takes no memory beyond it. Where the system has none (it is asked on Linux alone) or grants
/// none, nothing changes but the time that reading takes.
void preferLargePages(void* begin, std::size_t bytes);

} // namespace backflow
