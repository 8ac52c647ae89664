// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that a command reads or has just written is lost to what it writes next.
#include "tests/support/command_line.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace backflow {
namespace {

class OutputFiles : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& contents) const {
    return m_folder.write(name, contents).string();
  }
  std::string inFolder(const std::string& name) const { return (m_folder.path() / name).string(); }
  static std::string head() {
    return R"({"format": "backflow-scenario", "version": 1,
               "network": {"cell": "rnn", "hidden": 2}, "unroll": {"horizon": 5})";
  }
  std::string plain() const { return write("plain.backflow.json", head() + "}"); }
  std::string trained() const {
    return write("trained.backflow.json",
                 head() + R"(, "training": {"task": {"kind": "recall"}, "updates": 3}})");
  }

 private:
  TemporaryFolder m_folder;
};

TEST_F(OutputFiles, DoNotTakeThePlaceOfTheScenario) {
  const std::string file = plain();
  const std::string before = readWholeFile(file);
  const std::string other = inFolder("./plain.backflow.json");
  for (const char* option : {"--out", "--csv", "--influence"}) {
    expectOneLine(cli({"run", file, option, other}), 2, {option, "would overwrite", file});
  }
  expectOneLine(cli({"pytorch", file, "--out", other}), 2, {"--out", "would overwrite"});
  const std::string training = trained();
  expectOneLine(cli({"train", training, "--out", training}), 2, {"--out", "would overwrite"});
  expectOneLine(cli({"train", training, "--state", training}), 2, {"--state", "would overwrite"});
  EXPECT_EQ(readWholeFile(file), before);
}

TEST_F(OutputFiles, DoNotTakeThePlaceOfDataThatTheScenarioReads) {
  const std::string data = write("data.csv", "a\n1\n2\n3\n4\n5\n6\n");
  const std::string before = readWholeFile(data);
  const std::string file =
      write("reads.backflow.json",
            head() + R"(, "input": {"kind": "csv", "file": "data.csv", "columns": ["a"]}})");
  ASSERT_EQ(cli({"run", file}).status, 0);
  expectOneLine(cli({"run", file, "--csv", data}), 2, {"--csv", "would overwrite", "data.csv"});
  expectOneLine(cli({"pytorch", file, "--out", data}), 2, {"--out", "would overwrite"});
  EXPECT_EQ(readWholeFile(data), before);
}

TEST_F(OutputFiles, DoNotTakeThePlaceOfOneAnother) {
  const std::string file = plain();
  const std::string a = inFolder("a");
  const std::string same = inFolder("./a");
  expectOneLine(cli({"run", file, "--out", a, "--csv", same}), 2, {"--csv", "is where --out goes"});
  expectOneLine(cli({"run", file, "--csv", a, "--influence", same}), 2,
                {"--influence", "is where --csv goes"});
  expectOneLine(cli({"run", file, "--csv", "-", "--influence", "-"}), 2, {"--influence", "--csv"});
  expectOneLine(cli({"train", trained(), "--out", a, "--state", same}), 2,
                {"--state", "is where --out goes"});
  EXPECT_FALSE(std::filesystem::exists(a));
}

TEST_F(OutputFiles, DoNotTakeThePlaceOfTheStateThatATrainingGoesOnFrom) {
  const std::string file = trained();
  const std::string state = inFolder("state.json");
  ASSERT_EQ(cli({"train", file, "--updates", "1", "--state", state}).status, 0);
  const std::string before = readWholeFile(state);
  expectOneLine(cli({"train", file, "--resume", state, "--out", state}), 2,
                {"--out", "would overwrite", "state.json"});
  EXPECT_EQ(readWholeFile(state), before);
  // To go on with the state where it was is what it is for.
  EXPECT_EQ(cli({"train", file, "--resume", state, "--updates", "3", "--state", state}).status, 0);
  EXPECT_NE(readWholeFile(state), before);
}

TEST_F(OutputFiles, AreInAFolderBeforeAnythingIsComputed) {
  const std::string file = plain();
  expectOneLine(cli({"run", file, "--csv", inFolder("none/a.csv")}), 2,
                {"--csv", "there is no folder", "none"});
  expectOneLine(cli({"run", file, "--csv", file + "/a.csv"}), 2, {"--csv", "is a file"});
  expectOneLine(cli({"run", file, "--csv", inFolder(".")}), 2, {"--csv", "is a folder"});
}

#ifndef _WIN32
TEST_F(OutputFiles, MayBeADeviceTwice) {
  EXPECT_EQ(cli({"run", plain(), "--out", "/dev/null", "--csv", "/dev/null"}).status, 0);
}
#endif

TEST_F(OutputFiles, AreAskedForByOptionsThatHaveAnEffect) {
  const std::string file = trained();
  expectOneLine(cli({"train", file, "--state-every", "5"}), 2, {"--state-every", "--state"});
  expectOneLine(
      cli({"render", file, "--plot", "states", "--compare-cells", "--out", inFolder("a.png")}), 2,
      {"--compare-cells", "states", "gradient-flow"});
}

} // namespace
} // namespace backflow
