// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include <cstddef>
#include <cstdint>

/// The fuzzer's way into the entry that the program is built for. An exception ends the program,
/// which the fuzzer takes for a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) noexcept {
  for (const backflow::fuzz::Entry& entry : backflow::fuzz::entries()) {
    if (entry.name == BACKFLOW_FUZZ_ENTRY) {
      entry.take({reinterpret_cast<const char*>(data), size});
      return 0;
    }
  }
  __builtin_trap();
}
