// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/large_pages.h"

#ifdef __linux__
#include <sys/mman.h>

#include <cstdint>
#endif

namespace backflow {

void preferLargePages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#ifdef __linux__
  const auto address = reinterpret_cast<std::uintptr_t>(begin);
  const std::size_t before = (largePageBytes - address % largePageBytes) % largePageBytes;
  if (bytes < before + largePageBytes) {
    return;
  }
  const std::size_t whole = (bytes - before) / largePageBytes * largePageBytes;
  // A system that refuses goes on with small pages.
  static_cast<void>(madvise(static_cast<std::byte*>(begin) + before, whole, MADV_HUGEPAGE));
#endif
}

} // namespace backflow
