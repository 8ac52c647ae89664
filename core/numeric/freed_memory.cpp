// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/freed_memory.h"

#include <cstdlib> // says which library this is
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace backflow {

bool keepFreedMemory() {
#ifdef __GLIBC__
  // A larger piece that no free memory holds is a mapping of its own, which freeing undoes. Not
  // every glibc can be asked for more.
  constexpr int largestKept = 32 << 20;
  constexpr int mostKept = 128 << 20;
  return mallopt(M_MMAP_THRESHOLD, largestKept) != 0 && mallopt(M_TRIM_THRESHOLD, mostKept) != 0;
#else
  return false;
#endif
}

} // namespace backflow
