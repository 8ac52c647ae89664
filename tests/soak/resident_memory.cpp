// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/resident_memory.h"

#include <unistd.h>

#include <fstream>

namespace backflow::test {

double residentMebibytes() {
  std::ifstream file("/proc/self/statm");
  double whole = 0;
  double resident = 0;
  file >> whole >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace backflow::test
