// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/aligned_array.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

namespace backflow {
namespace {

constexpr std::ptrdiff_t floatsOfALargePage = largePageBytes / sizeof(float);

std::uintptr_t addressOf(const void* memory) {
  return reinterpret_cast<std::uintptr_t>(memory);
}

TEST(AlignedArray, BeginsWhereAVectorDoes) {
  for (const std::ptrdiff_t size :
       {std::ptrdiff_t{1}, std::ptrdiff_t{17}, floatsOfALargePage - 1, floatsOfALargePage + 1}) {
    EXPECT_EQ(addressOf(AlignedArray<float>(size).data()) % 64, 0U) << size;
  }
}

TEST(AlignedArray, IsZeroAtFirstAndKeepsItsNumbersWhenCopiedOrMoved) {
  for (const std::ptrdiff_t size : {std::ptrdiff_t{3}, 2 * floatsOfALargePage + 5}) {
    AlignedArray<float> array(size);
    EXPECT_TRUE(std::all_of(array.data(), array.data() + size, [](float x) { return x == 0; }));
    array[0] = 1;
    array[size - 1] = 2;
    AlignedArray<float> copy(array);
    const AlignedArray<float> moved(std::move(array));
    copy[0] = 3;
    EXPECT_EQ(moved[0], 1);
    EXPECT_EQ(moved[size - 1], 2);
    EXPECT_EQ(copy[size - 1], 2);
    copy = moved;
    EXPECT_EQ(copy[0], 1);
  }
}

#ifdef __linux__
/// What the system notes of the memory that this address lies in, as /proc/self/smaps has it.
std::string flagsOfMemoryAt(std::uintptr_t address) {
  std::ifstream maps("/proc/self/smaps");
  bool inside = false;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream words(line);
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    char dash = 0;
    if (words >> std::hex >> begin >> dash >> end && dash == '-') {
      inside = begin <= address && address < end;
    } else if (inside && line.starts_with("VmFlags:")) {
      return line + ' ';
    }
  }
  return "";
}

TEST(AlignedArray, BeginsAtALargePageIfItFillsOne) {
  for (const std::ptrdiff_t more : {0, 1, 100'000}) {
    const AlignedArray<float> array(floatsOfALargePage + more);
    EXPECT_EQ(addressOf(array.data()) % largePageBytes, 0U) << more;
  }
}

TEST(AlignedArray, AsksForLargePagesWhereItFillsThem) {
  if (!std::ifstream("/sys/kernel/mm/transparent_hugepage/enabled")) {
    GTEST_SKIP() << "this system has none";
  }
  const AlignedArray<float> array(3 * floatsOfALargePage);
  const std::string flags = flagsOfMemoryAt(addressOf(array.data()) + largePageBytes);
  ASSERT_NE(flags, "");
  EXPECT_NE(flags.find(" hg "), std::string::npos) << flags;
}
#endif

} // namespace
} // namespace backflow
