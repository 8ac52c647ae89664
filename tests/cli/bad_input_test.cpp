// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "tests/support/command_line.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace backflow {
namespace {

namespace fs = std::filesystem;

std::string shipped(const std::string& name) {
  return libraryEntry(name)->file.string();
}

struct BadScenario {
  std::string json;
  std::vector<std::string> words;
};

std::string scenario(const std::string& members) {
  return R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "rnn", "hidden": 2})" +
         (members.empty() ? "" : ", " + members) + "}";
}

TEST(BadInput, ScenariosAreRefusedWithTheFieldAndWhatWouldBeRight) {
  const BadScenario cases[] = {
      {"", {"line 1"}},
      {"{\"format\": \"backflow-scenario\",\n oops", {"line 2"}},
      {"[]", {}},
      {"{}", {"format"}},
      {R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "rnn", "hidden": -3}})",
       {"network.hidden", "-3", "4096"}},
      {R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "rnn", "hiden": 3}})",
       {"network.hiden", "hidden"}},
      {R"({"format": "backflow-scenario", "version": 2, "network": {"cell": "rnn"}})",
       {"version", "2"}},
      {scenario(R"("weights": {"init": "gausian"})"), {"weights.init", "gausian", "gaussian"}},
      {scenario(R"("weights": {"init": "explicit", "parameters": {"W_h": [[1, 2]]}})"), {"W_h"}},
      {scenario(R"("unroll": {"horizon": 0})"), {"unroll.horizon", "0"}},
      {scenario(R"("unroll": {"horizon": 1.5})"), {"unroll.horizon", "1.5"}},
      {scenario(R"("precision": [])"), {"precision"}},
      {scenario(R"("precision": "float32")"), {"precision"}},
      {scenario(R"("loss": {"kind": "inject", "gradient": [1, 2, 3]})"), {"loss.gradient"}},
      {scenario(R"("clip": {"mode": "norm", "threshold": -1})"), {"clip.threshold", "-1"}},
      {scenario(R"("input": {"kind": "csv", "file": "none.csv", "columns": ["a"]})"),
       {"input", "none.csv"}},
      {scenario(R"("title": "a", "title": "b")"), {"title"}},
  };
  const TemporaryFolder folder;
  for (const BadScenario& bad : cases) {
    SCOPED_TRACE(bad.json);
    const std::string file = folder.write("bad.backflow.json", bad.json).string();
    std::vector<std::string> words = bad.words;
    words.push_back(file + ": ");
    expectOneLine(cli({"run", file}), 2, words);
    expectOneLine(cli({"render", file, "--out", (folder.path() / "a.png").string()}), 2, words);
    words.back() = "standard input: ";
    expectOneLine(cli({"run", "-"}, bad.json), 2, words);
    EXPECT_FALSE(fs::exists(folder.path() / "a.png"));
  }
}

TEST(BadInput, AShippedNameIsNoFileButThePersonIsHelped) {
  expectOneLine(cli({"run", "halving"}), 2,
                {"halving: ", "backflow-cli scenarios halving", shipped("halving")});
  expectOneLine(cli({"run", "no-such-file.json"}), 2, {"no-such-file.json: "});
  expectOneLine(cli({"run", BACKFLOW_RESOURCE_FOLDER}), 2, {BACKFLOW_RESOURCE_FOLDER});
}

TEST(BadInput, DataIsNoScenario) {
  const std::string data = std::string(BACKFLOW_RESOURCE_FOLDER) + "/data/";
  for (const char* name : {"seattle-weather.csv", "alice-in-wonderland.txt"}) {
    expectOneLine(cli({"run", data + name}), 2, {name, "is data, not a scenario", "input"});
  }
}

TEST(BadInput, UnknownScenarioNamesGetTheNearest) {
  expectOneLine(cli({"scenarios", "halfing"}), 2, {"halfing: ", "halving?"});
  expectOneLine(cli({"scenarios", "something-else"}), 2, {"something-else: "});
  expectOneLine(cli({"scenarios", ""}), 2, {});
}

TEST(BadInput, UsageIsOneLineToo) {
  const std::string file = shipped("halving");
  expectOneLine(cli({}), 2, {"run", "scenarios", "render"});
  expectOneLine(cli({"sweeps", file}), 2, {"sweeps"});
  expectOneLine(cli({"rum", file}), 2, {"rum"});
  expectOneLine(cli({"--colour"}), 2, {"--colour"});
  expectOneLine(cli({"--"}), 2, {"run", "scenarios", "render"});
  expectOneLine(cli({"run"}), 2, {"FILE"});
  expectOneLine(cli({"run", file, "--colour"}), 2, {"--colour"});
  expectOneLine(cli({"run", file, "3"}), 2, {"3 is one word too many"});
  expectOneLine(cli({"run", file, "--steps", "3"}), 2, {"--steps is not an option of", "--help"});
  expectOneLine(cli({"run", file, "--out"}), 2, {"--out"});
  expectOneLine(cli({"run", file, "--out", ""}), 2, {"--out", "empty"});
  expectOneLine(cli({"run", file, "--csv", ""}), 2, {"--csv", "empty"});
  expectOneLine(cli({"run", ""}), 2, {"FILE", "empty"});
  expectOneLine(cli({"run", file, "--gradients"}), 2, {"--gradients", "--out"});
  expectOneLine(cli({"run", file, "--vectors"}), 2, {"--vectors", "--out"});
  expectOneLine(cli({"run", file, "--out", "-", "--csv", "-"}), 2, {"--csv", "--out"});
  expectOneLine(cli({"render", file}), 2, {"--out"});
  expectOneLine(cli({"run", "a\nb"}), 2, {"a b"});
}

TEST(BadInput, PicturesAreBounded) {
  const TemporaryFolder folder;
  const std::string file = shipped("halving");
  const std::string picture = (folder.path() / "a.png").string();
  const std::vector<std::vector<std::string>> cases = {{"--width", "159", "160", "16384"},
                                                       {"--width", "16385"},
                                                       {"--width", "12x"},
                                                       {"--width", ""},
                                                       {"--width", "1e3"},
                                                       {"--height", "-720"},
                                                       {"--height", "99999999999999999999"},
                                                       {"--dpi", "29", "30", "1200"},
                                                       {"--dpi", "1201"},
                                                       {"--font-scale", "0.4", "0.5", "4"},
                                                       {"--font-scale", "nan"},
                                                       {"--font-scale", "4.1"},
                                                       {"--font-scale", "0,5"},
                                                       {"--plot", "flow", "gradient-flow"},
                                                       {"--lang", "pt", "pt_BR"},
                                                       {"--theme", "solarized", "projector"}};
  for (const auto& words : cases) {
    SCOPED_TRACE(words[0] + " " + words[1]);
    expectOneLine(cli({"render", file, "--out", picture, words[0], words[1]}), 2, words);
  }
  for (const char* name : {"a.gif", "a", "a.png.txt", ".png"}) {
    expectOneLine(cli({"render", file, "--out", (folder.path() / name).string()}), 2,
                  {name, ".png, .svg or .pdf"});
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(BadInput, UnwritableFilesAreNamedAndNothingIsLeft) {
  const TemporaryFolder folder;
  const std::string file = shipped("halving");
  for (const char* option : {"--out", "--csv"}) {
    const std::string missing = (folder.path() / "missing" / "a.json").string();
    expectOneLine(cli({"run", file, option, missing}), 2, {missing});
    expectOneLine(cli({"run", file, option, folder.path().string()}), 2, {folder.path().string()});
    expectOneLine(cli({"run", file, option, "/dev/full"}), 1, {"/dev/full"});
  }
  const std::string missing = (folder.path() / "missing" / "a.png").string();
  expectOneLine(cli({"render", file, "--out", missing}), 2, {missing});
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(BadInput, AFolderWithoutPermissionStaysAsItWas) {
  if (::geteuid() == 0) {
    GTEST_SKIP() << "root may write everywhere";
  }
  const TemporaryFolder folder;
  const std::string old = folder.write("a.json", "old").string();
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  expectOneLine(cli({"run", shipped("halving"), "--out", old}), 2, {old});
  EXPECT_EQ(readWholeFile(old), "old");
  fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST(BadInput, AScenarioIsNotOverwrittenByItsOwnResult) {
  const TemporaryFolder folder;
  const std::string text = readWholeFile(shipped("halving"));
  const std::string file = folder.write("a.backflow.json", text).string();
  expectOneLine(cli({"run", file, "--out", file}), 2, {"--out", file});
  expectOneLine(cli({"run", file, "--csv", file}), 2, {"--csv", file});
  EXPECT_EQ(readWholeFile(file), text);
}

TEST(BadInput, AFullStandardOutputIsAFailure) {
  const std::string file = shipped("halving");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"run", file}, {"run", file, "--out", "-"}, {"scenarios"}}) {
    expectOneLine(runProcessInto("/dev/full", BACKFLOW_CLI, arguments), 1, {"standard output"});
  }
}

} // namespace
} // namespace backflow
