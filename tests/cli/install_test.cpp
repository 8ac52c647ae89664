// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/installation.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace backflow {
namespace {

namespace fs = std::filesystem;

TEST(Install, RunsFromWhereItWasMovedTo) {
  const TemporaryFolder folder;
  const fs::path installed = installInto(folder.path() / "first");
  const fs::path moved = folder.path() / "a folder, moved";
  fs::rename(installed, moved);
  const std::string commandLine = (moved / "bin" / "backflow-cli").string();

  // The weather scenario reads a data file, whose whole name says which resources were found.
  const ProcessResult printed = runProcess(commandLine, {"scenarios", "weather"});
  ASSERT_EQ(printed.status, 0) << printed.err;
  EXPECT_NE(printed.out.find((moved / "share" / "backflow" / "data").string()), std::string::npos)
      << printed.out;
  const ProcessResult ran = runProcess(commandLine, {"run", "-"}, printed.out);
  EXPECT_EQ(ran.status, 0) << ran.err;

  const fs::path picture = folder.path() / "picture.png";
  const ProcessResult drawn = runProcess(
      commandLine, {"render", "-", "--out", picture.string(), "--lang", "pt_BR"}, printed.out);
  EXPECT_EQ(drawn.status, 0) << drawn.err;
  EXPECT_GT(fs::file_size(picture), 10000U);

  const ProcessResult version = runProcess((moved / "bin" / "backflow").string(), {"--version"});
  EXPECT_EQ(version.status, 0) << version.err;
  EXPECT_EQ(version.out, "backflow " BACKFLOW_VERSION "\n");
  // Which kernels it computes with may follow.
  const std::string words = runProcess(commandLine, {"--version"}).out;
  EXPECT_TRUE(words.starts_with("backflow-cli " BACKFLOW_VERSION ",") ||
              words == "backflow-cli " BACKFLOW_VERSION "\n")
      << words;
}

TEST(Install, HasWhatADesktopLooksFor) {
  const TemporaryFolder folder;
  const fs::path share = installInto(folder.path() / "usr") / "share";
  const std::string id = "org.backflow.Backflow";
  for (const std::string& file :
       {"applications/" + id + ".desktop", "metainfo/" + id + ".metainfo.xml",
        "mime/packages/" + id + ".xml", "icons/hicolor/16x16/apps/" + id + ".png",
        "icons/hicolor/scalable/apps/" + id + ".svg", std::string("doc/backflow/copyright"),
        std::string("doc/backflow/COPYING"), std::string("man/man1/backflow.1.gz"),
        std::string("man/man1/backflow-cli.1.gz"), std::string("man/pt_BR/man1/backflow.1.gz"),
        std::string("backflow/scenarios/index.json"), std::string("backflow/data/README.md")}) {
    EXPECT_TRUE(fs::is_regular_file(share / file)) << file;
  }
  EXPECT_FALSE(fs::exists(share / "backflow" / "pictures"));
  EXPECT_FALSE(fs::exists(share / "backflow" / "translations"));
}

TEST(Install, DesktopFileIsValid) {
  const auto validator = programOnPath("desktop-file-validate");
  if (!validator) {
    GTEST_SKIP() << "desktop-file-validate is not installed";
  }
  const ProcessResult result =
      runProcess(*validator, {BACKFLOW_RESOURCE_FOLDER "/desktop/org.backflow.Backflow.desktop"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out + result.err, "");
}

TEST(Install, AppStreamMetainfoIsValid) {
  const auto validator = programOnPath("appstreamcli");
  if (!validator) {
    GTEST_SKIP() << "appstreamcli is not installed";
  }
  const ProcessResult result =
      runProcess(*validator, {"validate", "--no-net",
                              BACKFLOW_BUILD "/packaging/org.backflow.Backflow.metainfo.xml"});
  EXPECT_EQ(result.status, 0) << result.out << result.err;
}

TEST(Install, ScenarioFilesHaveATypeOfTheirOwn) {
  const auto compiler = programOnPath("update-mime-database");
  if (!compiler) {
    GTEST_SKIP() << "update-mime-database is not installed";
  }
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "packages");
  fs::copy_file(BACKFLOW_RESOURCE_FOLDER "/desktop/org.backflow.Backflow.mime.xml",
                folder.path() / "packages" / "org.backflow.Backflow.xml");
  const ProcessResult result = runProcess(*compiler, {folder.path().string()});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(readWholeFile(folder.path() / "globs2")
                .find("80:application/x-backflow-scenario+json:*.backflow.json\n"),
            std::string::npos);
  EXPECT_NE(readWholeFile(folder.path() / "magic").find("\"backflow-scenario\""),
            std::string::npos);
  EXPECT_EQ(readWholeFile(folder.path() / "subclasses"),
            "application/x-backflow-scenario+json application/json\n");
  // What the desktop file opens is what this file describes.
  EXPECT_NE(readWholeFile(BACKFLOW_RESOURCE_FOLDER "/desktop/org.backflow.Backflow.desktop")
                .find("\nMimeType=application/x-backflow-scenario+json;\n"),
            std::string::npos);
}

} // namespace
} // namespace backflow
