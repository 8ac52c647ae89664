// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that are full and folders that nobody may write to, root neither: small file systems in
// memory, which only the shell of the test sees.
#include "core/scenario/library.h"
#include "tests/support/command_line.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace backflow {
namespace {

class FullDisk : public testing::Test {
 protected:
  void SetUp() override {
    if (shell("tmpfs -o size=16k", "true", {}).status != 0) {
      GTEST_SKIP() << "no file system may be mounted here";
    }
  }

  std::string disk() const { return m_folder.path().string(); }

  /// Runs a script whose $0 is backflow-cli and $1 the disk, just mounted; the words are $2, ….
  ProcessResult shell(const std::string& mount, const std::string& script,
                      std::vector<std::string> words) const {
    words.insert(words.begin(),
                 {"-m", "-r", "/bin/sh", "-c",
                  "mount -t tmpfs " + mount + " \"$1\" 2>/dev/null || exit 99; " + script,
                  BACKFLOW_CLI, disk()});
    return runProcess("/usr/bin/unshare", words);
  }

  /// That nothing is left on the disk but `old`, with what was in it.
  static constexpr const char* expectOld = "status=$?; [ \"$(cat \"$1/old\")\" = old ] && [ \"$(ls "
                                           "-A \"$1\")\" = old ] || echo changed; "
                                           "exit $status";

 private:
  TemporaryFolder m_folder;
};

TEST_F(FullDisk, KeepsTheResultsThatWereThere) {
  const std::string run = libraryEntry("long-unroll")->file.string();
  const std::string training = libraryEntry("training-adding-rnn")->file.string();
  const std::string old = disk() + "/old";
  const std::string told = old + ": cannot be written: No space left on device";
  const auto write = [&](const std::string& command, const std::string& scenario) {
    return shell("tmpfs -o size=16k", "printf old >\"$1/old\"; " + command + "; " + expectOld,
                 {scenario});
  };
  expectOneLine(write(R"("$0" run "$2" --out "$1/old" --gradients)", run), 1, {told});
  expectOneLine(write(R"("$0" run "$2" --csv "$1/old")", run), 1, {told});
  expectOneLine(write(R"("$0" pytorch "$2" --out "$1/old")", run), 1, {told});
  expectOneLine(write(R"("$0" train "$2" --updates 1 --state "$1/old")", training), 1, {told});
}

TEST_F(FullDisk, OfAPictureIsTold) {
  const std::string run = libraryEntry("long-unroll")->file.string();
  for (const char* kind : {"png", "svg", "pdf"}) {
    const ProcessResult result = shell(
        "tmpfs -o size=4k",
        R"("$0" render "$2" --out "$1/a.$3"; status=$?; ls -A "$1"; exit $status)", {run, kind});
    expectOneLine(result, 2,
                  {disk() + "/a." + kind + " cannot be written: No space left on device"});
  }
}

TEST_F(FullDisk, OfASweepLosesNoFinishedCell) {
  const TemporaryFolder elsewhere;
  const std::string spec =
      elsewhere
          .write("grid.sweep.json", R"({"format": "backflow-sweep", "version": 1,
            "scenario": {"format": "backflow-scenario", "version": 1,
              "network": {"cell": "rnn", "hidden": 2}, "unroll": {"horizon": 3}},
            "axes": [{"field": "weights.gain", "from": 0.5, "to": 3, "count": 300}]})")
          .string();
  const std::string whole = (elsewhere.path() / "whole.csv").string();
  ASSERT_EQ(cli({"sweep", spec, "--out", whole}).status, 0);
  // The disk fills, is made larger, and the same command goes on.
  const ProcessResult result = shell("tmpfs -o size=16k", R"(
    "$0" sweep "$2" --out "$1/a.csv"; echo $?
    [ -e "$1/a.csv" ] && echo 'half a table'
    mount -o remount,size=1m "$1"
    "$0" sweep "$2" --out "$1/a.csv"; echo $?
    cmp "$1/a.csv" "$3"; ls -A "$1")",
                                     {spec, whole});
  EXPECT_EQ(result.out, "1\n0\na.csv\n") << result.err;
  EXPECT_NE(result.err.find("/a.csv.unfinished: cannot be written: No space left on device\n"),
            std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find("going on with "), std::string::npos) << result.err;
}

TEST_F(FullDisk, OrOneForReadingOnlyIsNamed) {
  const std::string run = libraryEntry("halving")->file.string();
  const std::string told = disk() + "/a: cannot be written: Read-only file system";
  for (const char* command : {R"("$0" run "$2" --out "$1/a")", R"("$0" run "$2" --csv "$1/a")",
                              R"("$0" pytorch "$2" --out "$1/a")"}) {
    expectOneLine(shell("tmpfs -o ro", command, {run}), 2, {told});
  }
  expectOneLine(shell("tmpfs -o ro", R"("$0" render "$2" --out "$1/a.png")", {run}), 2,
                {disk() + "/a.png"});
}

} // namespace
} // namespace backflow
