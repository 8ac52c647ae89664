// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

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

TEST(Scenarios, PrintsTheFileAsItIs) {
  for (const LibraryEntry& entry : libraryEntries()) {
    const ProcessResult result = runProcess(BACKFLOW_CLI, {"scenarios", entry.name});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.out, readWholeFile(entry.file));
  }
}

TEST(Program, TellsItsVersionAndItsUse) {
  const ProcessResult version = runProcess(BACKFLOW_CLI, {"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_EQ(version.out.rfind("backflow-cli ", 0), 0U) << version.out;
  EXPECT_EQ(version.err, "");
  for (const char* command : {"run", "scenarios", "render"}) {
    EXPECT_NE(runProcess(BACKFLOW_CLI, {"--help"}).out.find(command), std::string::npos);
    const ProcessResult help = runProcess(BACKFLOW_CLI, {command, "--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_NE(help.out.find(command), std::string::npos) << help.out;
  }
}

} // namespace
} // namespace backflow
