// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"

#include "core/scenario/atomic_file.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <optional>
#include <ostream>
#include <set>
#include <stdexcept>
#include <system_error>

namespace backflow {
namespace {

namespace fs = std::filesystem;

/// Sets BACKFLOW_RESOURCES for as long as it lives.
class GivenResources {
 public:
  explicit GivenResources(const fs::path& folder) {
    ::setenv("BACKFLOW_RESOURCES", folder.c_str(), 1);
  }
  ~GivenResources() { ::unsetenv("BACKFLOW_RESOURCES"); }
  GivenResources(const GivenResources&) = delete;
  GivenResources& operator=(const GivenResources&) = delete;
};

std::size_t filesIn(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

TEST(Library, ListsEveryShippedScenarioOnce) {
  std::set<fs::path> files;
  for (const auto& file : fs::directory_iterator(BACKFLOW_RESOURCE_FOLDER "/scenarios")) {
    if (file.path().filename() != "index.json") {
      files.insert(file.path().filename());
    }
  }
  std::set<fs::path> listed;
  for (const LibraryEntry& entry : libraryEntries()) {
    EXPECT_TRUE(listed.insert(entry.file.filename()).second) << entry.name << " is listed twice";
  }
  EXPECT_EQ(listed, files);
  EXPECT_FALSE(listed.empty());
}

TEST(Library, HasGroupsAndTitlesInBothLanguages) {
  for (const LibraryGroup& group : libraryGroups()) {
    EXPECT_FALSE(group.title.en.empty());
    EXPECT_FALSE(group.title.ptBr.empty());
    for (const LibraryEntry& entry : group.entries) {
      EXPECT_FALSE(entry.title.en.empty()) << entry.name;
      EXPECT_FALSE(entry.title.ptBr.empty()) << entry.name;
    }
  }
}

TEST(Library, ScenariosAreValidAndCarryTheTitleOfTheIndex) {
  for (const LibraryEntry& entry : libraryEntries()) {
    const ScenarioOrProblems read = readScenarioFile(entry.file);
    if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
      ADD_FAILURE() << entry.name << ": " << describe(*problems);
      continue;
    }
    EXPECT_EQ(std::get<Scenario>(read).title, entry.title.en) << entry.name;
  }
}

TEST(Library, FindsByExactNameOnly) {
  ASSERT_TRUE(libraryEntry("halving"));
  EXPECT_EQ(libraryEntry("halving")->file.filename(), "halving.backflow.json");
  EXPECT_FALSE(libraryEntry("halvin"));
  EXPECT_FALSE(libraryEntry(""));
}

TEST(Library, TheEnvironmentSaysWhereTheResourcesAre) {
  const TemporaryFolder folder;
  const GivenResources given(folder.path());
  EXPECT_EQ(resourceFolder(), folder.path());
  EXPECT_TRUE(libraryEntries().empty());
}

TEST(Library, ADamagedIndexStillLeavesTheFilesByName) {
  const TemporaryFolder folder;
  const GivenResources given(folder.path());
  fs::create_directory(folder.path() / "scenarios");
  folder.write("scenarios/two.backflow.json", "{}");
  folder.write("scenarios/one.backflow.json", "{}");
  for (const char* index : {"[{", "[{\"group\": 1}]", "3"}) {
    folder.write("scenarios/index.json", index);
    const auto entries = libraryEntries();
    ASSERT_EQ(entries.size(), 2U) << index;
    EXPECT_EQ(entries[0].name, "one");
    EXPECT_EQ(entries[1].title.ptBr, "two");
  }
}

TEST(AtomicFile, ReplacesTheContentsAndKeepsThePermissions) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.txt", "old");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  writeAtomically(file, [](std::ostream& out) { out << "new"; });
  EXPECT_EQ(readWholeFile(file), "new");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(filesIn(folder.path()), 1U);
}

TEST(AtomicFile, ASymbolicLinkStaysOne) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.txt", "old");
  fs::create_symlink("a.txt", folder.path() / "link");
  writeAtomically(folder.path() / "link", [](std::ostream& out) { out << "new"; });
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
  EXPECT_EQ(readWholeFile(file), "new");
}

TEST(AtomicFile, DevicesAreWrittenToAndNotReplaced) {
  writeAtomically("/dev/null", [](std::ostream& out) { out << "gone"; });
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_THROW(writeAtomically("/dev/full", [](std::ostream& out) { out << "too much"; }),
               std::system_error);
}

TEST(AtomicFile, LeavesTheOldFileWhenWritingFails) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.txt", "old");
  EXPECT_THROW(writeAtomically(file,
                               [](std::ostream& out) {
                                 out << "half";
                                 throw std::runtime_error("the middle");
                               }),
               std::runtime_error);
  EXPECT_THROW(writeAtomically(file, [](std::ostream& out) { out.setstate(std::ios::badbit); }),
               std::runtime_error);
  EXPECT_EQ(readWholeFile(file), "old");
  EXPECT_EQ(filesIn(folder.path()), 1U);
}

TEST(AtomicFile, NamesTheFileThatCannotBeWritten) {
  const TemporaryFolder folder;
  for (const fs::path& file : {folder.path() / "missing" / "a.txt", folder.path()}) {
    try {
      writeAtomically(file, [](std::ostream& out) { out << "never"; });
      ADD_FAILURE() << file << " was written";
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos) << error.what();
    }
  }
  EXPECT_EQ(filesIn(folder.path()), 0U);
}

} // namespace
} // namespace backflow
