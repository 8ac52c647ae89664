// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/freed_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#ifdef __linux__
#include <sys/resource.h>
#endif

namespace backflow::test {

namespace {

#ifdef __linux__
/// How often the system had to lend a page since the program started.
long pagesLent() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_minflt;
}

long pagesLentTo(std::size_t bytes) {
  const long before = pagesLent();
  const auto memory = std::make_unique_for_overwrite<unsigned char[]>(bytes);
  std::fill_n(memory.get(), bytes, static_cast<unsigned char>(before | 1));
  // What is never read a compiler may leave unwritten.
  EXPECT_NE(memory[static_cast<std::size_t>(before) % bytes], 0);
  return pagesLent() - before;
}
#endif

TEST(FreedMemory, IsThereForTheNextRun) {
#if defined(__linux__) && !defined(__SANITIZE_THREAD__)
  if (!keepFreedMemory()) {
    GTEST_SKIP() << "this allocator cannot be asked";
  }
  constexpr std::size_t bytes = 16 << 20;
  pagesLentTo(bytes);
  EXPECT_LT(pagesLentTo(bytes), 64);
#else
  GTEST_SKIP() << "the system does not tell, or another allocator takes the place of its own";
#endif
}

} // namespace
} // namespace backflow::test
