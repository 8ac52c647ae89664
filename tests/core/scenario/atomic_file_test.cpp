// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/atomic_file.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace backflow {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> filesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(folder)) {
    names.push_back(file.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

TEST(AtomicFile, WhatAKilledProcessLeftOfItGoes) {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    ::_exit(0);
  }
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  const std::string gone = std::to_string(child);
  const std::string living = std::to_string(::getpid());
  const std::vector<std::string> kept{".a." + gone + "-x.partly", // no part of a file
                                      ".a." + gone + "-1.part",   // young
                                      ".a." + living + "-0.part", // of one that lives
                                      ".a.part",
                                      ".a.x-0.part",
                                      ".b." + gone + "-0.part"}; // of another file
  const std::string left = ".a." + gone + "-0.part";
  for (const std::string& name : kept) {
    folder.write(name, "half");
  }
  folder.write(left, "half");
  for (const std::string& name : filesIn(folder.path())) {
    if (name != kept[1]) {
      fs::last_write_time(folder.path() / name,
                          fs::file_time_type::clock::now() - std::chrono::hours(1));
    }
  }
  writeAtomically(folder.path() / "a", [](std::ostream& out) { out << "new"; });
  std::vector<std::string> expected = kept;
  expected.emplace_back("a");
  std::ranges::sort(expected);
  EXPECT_EQ(filesIn(folder.path()), expected);
}

} // namespace
} // namespace backflow
