// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

namespace backflow::fuzz {

void PrintTo(const Entry& entry, std::ostream* out) {
  *out << entry.name;
}

namespace {

namespace fs = std::filesystem;

class Corpus : public testing::TestWithParam<Entry> {
 protected:
  static fs::path folder() { return fs::path(BACKFLOW_FUZZ_FOLDER) / "corpus" / GetParam().name; }
};

TEST_P(Corpus, IsTakenFileByFile) {
  int files = 0;
  for (const auto& file : fs::directory_iterator(folder())) {
    SCOPED_TRACE(file.path().string());
    const std::string bytes = readWholeFile(file.path());
    EXPECT_NO_THROW(GetParam().take(bytes));
    ++files;
  }
  EXPECT_GT(files, 0) << "nothing in " << folder();
}

// What an editor, a network or a full disk does to a file: it ends anywhere.
TEST_P(Corpus, IsTakenUpToAnyByte) {
  for (const auto& file : fs::directory_iterator(folder())) {
    SCOPED_TRACE(file.path().string());
    const std::string bytes = readWholeFile(file.path());
    const std::size_t stride = 1 + bytes.size() / 8;
    for (std::size_t size = 0; size < bytes.size(); size += stride) {
      EXPECT_NO_THROW(GetParam().take(std::string_view(bytes).substr(0, size))) << size;
    }
  }
}

TEST(CorpusFolders, AreThoseOfTheEntries) {
  std::size_t folders = 0;
  for (const auto& folder : fs::directory_iterator(fs::path(BACKFLOW_FUZZ_FOLDER) / "corpus")) {
    const std::string name = folder.path().filename().string();
    folders += std::ranges::count(entries(), name, &Entry::name) == 1 ? 1 : 0;
  }
  EXPECT_EQ(folders, entries().size());
}

std::string testName(const testing::TestParamInfo<Entry>& entry) {
  std::string name(entry.param.name);
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, Corpus, testing::ValuesIn(entries().begin(), entries().end()),
                         testName);

} // namespace
} // namespace backflow::fuzz
