// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "tests/support/installation.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace backflow {
namespace {

const std::string manualFolder = BACKFLOW_RESOURCE_FOLDER "/man/";

/// A page's source as a reader would search it: "\-" is a hyphen.
std::string pageText(const std::string& name) {
  return std::regex_replace(readWholeFile(manualFolder + name), std::regex(R"(\\-)"), "-");
}

std::set<std::string> longOptionsIn(const std::string& text) {
  const std::regex option("--[a-z][a-z-]*[a-z]");
  std::set<std::string> found;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), option);
       it != std::sregex_iterator(); ++it) {
    found.insert(it->str());
  }
  return found;
}

std::string helpOf(const std::string& program, std::vector<std::string> arguments) {
  arguments.push_back("--help");
  const ProcessResult result = runProcess(program, arguments);
  EXPECT_EQ(result.status, 0) << result.err;
  return result.out;
}

/// The words that begin the indented lines after this heading of the program's help.
std::vector<std::string> entriesUnder(const std::string& heading, const std::string& help) {
  std::istringstream lines(help);
  std::vector<std::string> entries;
  bool isThere = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(' ')) {
      isThere = line == heading;
    } else if (isThere && line.size() > 2 && line[2] != ' ') {
      std::string entry;
      std::istringstream(line) >> entry;
      entries.push_back(entry);
    }
  }
  return entries;
}

/// What the page says of a command: from its heading to the next one.
std::string sectionOf(const std::string& command, const std::string& page) {
  const std::regex heading("\n\\.SS " + command + "[ \n]");
  std::smatch start;
  if (!std::regex_search(page, start, heading)) {
    return {};
  }
  const std::string rest = start.suffix();
  return rest.substr(0, std::min(rest.find("\n.SS "), rest.find("\n.SH ")));
}

/// The options that have an entry of their own, not those that another one's text speaks of.
std::set<std::string> describedOptions(const std::string& section) {
  const std::regex entry("\n\\.TP\n\\.[A-Z]+ [^\n]*");
  std::set<std::string> found;
  for (auto it = std::sregex_iterator(section.begin(), section.end(), entry);
       it != std::sregex_iterator(); ++it) {
    found.merge(longOptionsIn(it->str()));
  }
  return found;
}

TEST(Manual, DescribesEveryCommandAndItsOptionsAndNoOthers) {
  const std::string page = pageText("backflow-cli.1");
  const std::string help = helpOf(BACKFLOW_CLI, {});
  const std::vector<std::string> commands = entriesUnder("Subcommands:", help);
  ASSERT_GE(commands.size(), 4U) << help;
  for (const std::string& command : commands) {
    SCOPED_TRACE(command);
    const std::string section = sectionOf(command, page);
    EXPECT_NE(section, "") << "the page has no section on it";
    std::set<std::string> options;
    for (const std::string& entry : entriesUnder("Options:", helpOf(BACKFLOW_CLI, {command}))) {
      options.merge(longOptionsIn(entry));
    }
    ASSERT_EQ(options.erase("--help"), 1U);
    EXPECT_EQ(describedOptions(section), options);
    EXPECT_NE(page.find("\n.B backflow-cli " + command + "\n"), std::string::npos)
        << "the synopsis has no line on it";
  }
  for (const std::string& entry : entriesUnder("Options:", help)) {
    for (const std::string& option : longOptionsIn(entry)) {
      EXPECT_TRUE(longOptionsIn(page).contains(option)) << option;
    }
  }
}

/// What an option of `render` may say, as the complaint about a wrong word lists it.
std::set<std::string> wordsOf(const std::string& option) {
  const TemporaryFolder folder;
  const ProcessResult result =
      runProcess(BACKFLOW_CLI, {"render", libraryEntry("halving")->file.string(), "--out",
                                (folder.path() / "a.svg").string(), option, "nothing"});
  EXPECT_EQ(result.status, 2);
  const std::regex quoted("\"([A-Za-z_-]+)\"");
  std::set<std::string> found;
  for (auto it = std::sregex_iterator(result.err.begin(), result.err.end(), quoted);
       it != std::sregex_iterator(); ++it) {
    found.insert((*it)[1]);
  }
  return found;
}

TEST(Manual, NamesEveryViewThemeAndLanguage) {
  const std::string section = sectionOf("render", pageText("backflow-cli.1"));
  for (const std::string option : {"--plot", "--theme", "--lang"}) {
    const std::set<std::string> words = wordsOf(option);
    EXPECT_GE(words.size(), 2U) << option;
    for (const std::string& word : words) {
      EXPECT_TRUE(std::regex_search(section, std::regex("[ \n]" + word + "[ \n]")))
          << option << " " << word;
    }
  }
  for (const std::string& language : wordsOf("--lang")) {
    for (const std::string name : {"backflow.1", "pt_BR/backflow.1"}) {
      EXPECT_NE(pageText(name).find(language), std::string::npos) << name << " " << language;
    }
  }
}

TEST(Manual, DescribesEveryOptionOfTheWindowInBothLanguages) {
  const std::set<std::string> options = longOptionsIn(helpOf(BACKFLOW_WINDOW, {}));
  ASSERT_TRUE(options.contains("--lang"));
  for (const std::string name : {"backflow.1", "pt_BR/backflow.1"}) {
    SCOPED_TRACE(name);
    EXPECT_EQ(describedOptions(pageText(name)), options);
  }
}

TEST(Manual, PagesAreWellFormed) {
  const auto mandoc = programOnPath("mandoc");
  const auto man = programOnPath("man");
  if (!mandoc && !man) {
    GTEST_SKIP() << "neither mandoc nor man is installed";
  }
  for (const std::string name : {"backflow.1", "backflow-cli.1", "pt_BR/backflow.1"}) {
    SCOPED_TRACE(name);
    if (mandoc) {
      const ProcessResult result = runProcess(*mandoc, {"-T", "lint", manualFolder + name});
      EXPECT_EQ(result.out + result.err, "");
    }
    if (man) {
      const ProcessResult result = runProcess(
          *man, {"--warnings", "-E", "UTF-8", "-Tutf8", "-Z", "-l", manualFolder + name});
      EXPECT_EQ(result.status, 0);
      EXPECT_EQ(result.err, "");
    }
  }
}

} // namespace
} // namespace backflow
