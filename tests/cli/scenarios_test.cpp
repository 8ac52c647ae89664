// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/data_files.h"
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <sstream>
#include <string>

namespace backflow {
namespace {

TEST(Scenarios, ListsNamesAndTitlesInTheOrderOfTheLibrary) {
  const ProcessResult result = runProcess(BACKFLOW_CLI, {"scenarios"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  std::istringstream lines(result.out);
  for (const LibraryEntry& entry : libraryEntries()) {
    std::string line;
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(line.rfind(entry.name + " ", 0), 0U) << line;
    EXPECT_TRUE(line.ends_with(" " + entry.title.en)) << line;
  }
  EXPECT_EQ(lines.peek(), std::char_traits<char>::eof());
}

TEST(Scenarios, PrintsWhatRunsFromEveryFolder) {
  const TemporaryFolder folder;
  for (const LibraryEntry& entry : libraryEntries()) {
    SCOPED_TRACE(entry.name);
    const ProcessResult result = runProcess(BACKFLOW_CLI, {"scenarios", entry.name});
    EXPECT_EQ(result.status, 0);
    auto printed = std::get<Scenario>(readScenario(result.out));
    auto shipped = std::get<Scenario>(readScenarioFile(entry.file));
    const std::vector<std::string*> names = dataFilesOf(printed);
    for (std::string* name : names) {
      EXPECT_TRUE(std::filesystem::path(*name).is_absolute()) << *name;
      EXPECT_TRUE(std::filesystem::exists(*name)) << *name;
      name->clear();
    }
    for (std::string* name : dataFilesOf(shipped)) {
      name->clear();
    }
    EXPECT_EQ(printed, shipped);
    if (!names.empty()) {
      const auto file = folder.path() / (entry.name + ".backflow.json");
      std::ofstream(file) << result.out;
      EXPECT_EQ(runProcess(BACKFLOW_CLI, {"run", file.string()}).status, 0);
    }
  }
}

TEST(Program, TellsItsVersionAndItsUse) {
  const ProcessResult version = runProcess(BACKFLOW_CLI, {"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_EQ(version.out.rfind("backflow-cli ", 0), 0U) << version.out;
  EXPECT_EQ(version.err, "");
  for (const char* command : {"run", "scenarios", "render", "train", "pytorch"}) {
    EXPECT_NE(runProcess(BACKFLOW_CLI, {"--help"}).out.find(command), std::string::npos);
    const ProcessResult help = runProcess(BACKFLOW_CLI, {command, "--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_NE(help.out.find(command), std::string::npos) << help.out;
  }
}

} // namespace
} // namespace backflow
