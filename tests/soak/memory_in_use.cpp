// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/memory_in_use.h"

#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <fstream>

#ifdef __SANITIZE_ADDRESS__
// GCC has the function without the header <sanitizer/allocator_interface.h>.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace backflow::test {

namespace {

constexpr double mebibyte = 1024 * 1024;

double residentMebibytes() {
  std::ifstream file("/proc/self/statm");
  double whole = 0;
  double resident = 0;
  file >> whole >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / mebibyte;
}

} // namespace

MemoryInUse memoryInUse() {
  MemoryInUse memory;
  memory.resident = residentMebibytes();
#ifdef __SANITIZE_ADDRESS__
  memory.held = static_cast<double>(__sanitizer_get_current_allocated_bytes()) / mebibyte;
#else
  memory.held = memory.resident;
#endif
  return memory;
}

std::string toText(const MemoryInUse& memory) {
  char text[80];
  std::snprintf(text, sizeof text, "%.0f MiB held, %.0f MiB resident", memory.held,
                memory.resident);
  return text;
}

} // namespace backflow::test
