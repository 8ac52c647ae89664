// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

namespace backflow {
namespace {

class Sweep : public ::testing::Test {
 protected:
  /// A sweep of 24 cells, of this many steps each.
  std::string specFile(int horizon = 50, const std::string& name = "grid.sweep.json") const {
    return m_folder
        .write(name, R"({"format": "backflow-sweep", "version": 1,
          "scenario": {"format": "backflow-scenario", "version": 1,
            "network": {"cell": "rnn", "hidden": 16}, "unroll": {"horizon": )" +
                         std::to_string(horizon) + R"(}},
          "axes": [{"field": "weights.gain", "from": 0.5, "to": 3, "count": 4, "scale": "log"},
                   {"field": "input.std", "values": [0, 0.1, 1]}],
          "seeds": 2})")
        .string();
  }
  std::string inFolder(const std::string& name) const { return (m_folder.path() / name).string(); }
  std::string contentsOf(const std::string& name) const {
    return readWholeFile(m_folder.path() / name);
  }
  bool exists(const std::string& name) const {
    return std::filesystem::exists(m_folder.path() / name);
  }
  static ProcessResult sweep(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "sweep");
    return runProcess(BACKFLOW_CLI, arguments);
  }
  /// Ended with SIGKILL after so many seconds, if it takes that long.
  static ProcessResult sweepKilledAfter(double seconds, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"-s", "KILL", std::to_string(seconds), BACKFLOW_CLI, "sweep"});
    return runProcess("/usr/bin/timeout", arguments);
  }
  static void expectRefused(const ProcessResult& result, const std::string& words) {
    EXPECT_EQ(result.status, 2) << result.err;
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    EXPECT_NE(result.err.find(words), std::string::npos) << result.err;
  }

 private:
  TemporaryFolder m_folder;
};

TEST_F(Sweep, WritesALineForEachCellInOrder) {
  const ProcessResult result = sweep({specFile(), "--out", inFolder("all.csv")});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(result.err.empty()) << "no progress where there is no terminal: " << result.err;
  const std::string csv = contentsOf("all.csv");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 25);
  EXPECT_EQ(csv.rfind("sweep,cell,weights.gain,input.std,weights.seed,log10_ratio,class,"
                      "mean_field_chi,critical_gain,float32_status,float32_subnormal,",
                      0),
            0U)
      << csv;
  std::size_t at = 0;
  for (int cell = 0; cell < 24; ++cell) {
    at = csv.find('\n', at) + 1;
    EXPECT_EQ(
        csv.compare(at + 16, 2 + std::to_string(cell).size(), "," + std::to_string(cell) + ","), 0);
  }
  EXPECT_NE(csv.find(",vanishing,0.25,"), std::string::npos) << "χ of the gain 0.5\n" << csv;
  EXPECT_FALSE(exists("all.csv.unfinished"));
  const ProcessResult onto = sweep({specFile(), "--out", "-", "--threads", "1"});
  EXPECT_EQ(onto.out, csv) << "neither threads nor the place matter";
}

TEST_F(Sweep, GoesOnAfterKillingWithoutLosingACell) {
  const std::string spec = specFile(20000);
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(sweep({spec, "--threads", "2", "--out", inFolder("whole.csv")}).status, 0);
  const double whole =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const unsigned seed = std::random_device()();
  RecordProperty("seed", std::to_string(seed));
  std::minstd_rand random(seed);
  // Of the time that a whole sweep takes here: the first is killed well before its end.
  std::uniform_real_distribution<double> seconds(0.05 * whole, 0.4 * whole);
  std::size_t rowsBefore = 0;
  int kills = 0;
  for (int attempt = 0; attempt < 500 && !exists("parts.csv"); ++attempt) {
    // Longer and longer, so that every machine comes to an end.
    const auto result = sweepKilledAfter(seconds(random) * (1 + attempt / 10.0),
                                         {spec, "--threads", "2", "--out", inFolder("parts.csv")});
    kills += result.status != 0 ? 1 : 0;
    if (!exists("parts.csv") && exists("parts.csv.unfinished")) {
      const std::string rows = contentsOf("parts.csv.unfinished");
      const auto finished = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), '\n'));
      EXPECT_GE(finished, rowsBefore) << "no finished cell is lost";
      rowsBefore = finished;
    }
  }
  EXPECT_GT(kills, 0) << "seed " << seed;
  EXPECT_EQ(contentsOf("parts.csv"), contentsOf("whole.csv")) << "seed " << seed;
  EXPECT_FALSE(exists("parts.csv.unfinished"));
}

TEST_F(Sweep, CutsOffATornLineAndComputesOnlyWhatIsLeft) {
  const std::string spec = specFile();
  ASSERT_EQ(sweep({spec, "--out", inFolder("all.csv")}).status, 0);
  const std::string all = contentsOf("all.csv");
  // The header, three rows of which one is marked, and half a row.
  std::size_t end = 0;
  for (int line = 0; line < 4; ++line) {
    end = all.find('\n', end) + 1;
  }
  std::string begun = all.substr(0, end);
  const std::size_t mark = begun.find("vanishing");
  const std::size_t living = begun.find("living");
  ASSERT_NE(std::min(mark, living), std::string::npos);
  begun.replace(std::min(mark, living), 3, "XXX");
  std::ofstream(inFolder("new.csv.unfinished")) << begun << all.substr(end, 30);
  const ProcessResult result = sweep({spec, "--out", inFolder("new.csv")});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.err.find("3 of 24 cells are done"), std::string::npos) << result.err;
  const std::string done = contentsOf("new.csv");
  EXPECT_NE(done.find("XXX"), std::string::npos) << "a finished cell is not computed again";
  EXPECT_EQ(done.size(), all.size());
  EXPECT_EQ(done.substr(end), all.substr(end));
}

TEST_F(Sweep, IsOnlyGoneOnWithByItsOwnSpec) {
  const std::string spec = specFile();
  ASSERT_EQ(sweep({spec, "--out", inFolder("all.csv")}).status, 0);
  const ProcessResult again = sweep({spec, "--out", inFolder("all.csv")});
  EXPECT_EQ(again.status, 0);
  EXPECT_NE(again.err.find("is complete already"), std::string::npos);
  const std::string other = specFile(51, "other.sweep.json");
  expectRefused(sweep({other, "--out", inFolder("all.csv")}), "not of this sweep");
  expectRefused(sweep({spec, "--out", inFolder("all.csv"), "--shard", "1/2"}), "other cells");
  std::filesystem::rename(inFolder("all.csv"), inFolder("all.csv.unfinished"));
  expectRefused(sweep({other, "--out", inFolder("all.csv")}), "is of another sweep");
  expectRefused(sweep({spec, "--out", inFolder("all.csv"), "--shard", "1/2"}), "another shard");
  std::ofstream(inFolder("all.csv")) << "my notes\n";
  expectRefused(sweep({spec, "--out", inFolder("all.csv")}), "not of this sweep");
  EXPECT_EQ(contentsOf("all.csv"), "my notes\n");
}

TEST_F(Sweep, MergesShardsAndProvesThatEveryCellIsThereOnce) {
  const std::string spec = specFile();
  ASSERT_EQ(sweep({spec, "--out", inFolder("all.csv")}).status, 0);
  for (const std::string shard : {"1", "2", "3"}) {
    ASSERT_EQ(sweep({spec, "--shard", shard + "/3", "--out", inFolder(shard + ".csv")}).status, 0);
  }
  const std::string one = inFolder("1.csv");
  const std::string two = inFolder("2.csv");
  const std::string three = inFolder("3.csv");
  const auto merge = [&](std::vector<std::string> files) {
    files.insert(files.begin(), "--merge");
    files.insert(files.end(), {"--out", inFolder("merged.csv"), spec});
    return sweep(files);
  };
  EXPECT_EQ(merge({three, one, two}).status, 0);
  EXPECT_EQ(contentsOf("merged.csv"), contentsOf("all.csv"));
  expectRefused(merge({one, three}), "cells 1, 4, 7, 10, 13 and 3 more are in none of the files");
  expectRefused(merge({one, two, three, two}), "cell 1 is also in");
  const std::string other = specFile(51, "other.sweep.json");
  ASSERT_EQ(sweep({other, "--shard", "2/3", "--out", inFolder("other.csv")}).status, 0);
  expectRefused(merge({one, inFolder("other.csv"), three}), "is of another sweep");
  EXPECT_EQ(contentsOf("merged.csv"), contentsOf("all.csv")) << "what fails replaces nothing";
}

TEST_F(Sweep, RunsInShardsUnderGnuParallel) {
  const ProcessResult version = runProcess("/bin/sh", {"-c", "parallel --version"});
  if (version.status != 0 || version.out.find("GNU parallel") == std::string::npos) {
    GTEST_SKIP() << "GNU parallel is not installed (apt-get install parallel)";
  }
  const std::string spec = specFile();
  ASSERT_EQ(sweep({spec, "--out", inFolder("all.csv")}).status, 0);
  const std::string command = "parallel --will-cite " BACKFLOW_CLI " sweep '" + spec +
                              "' --shard {}/2 --threads 1 --out '" + inFolder("part") +
                              "'{}.csv ::: 1 2";
  const ProcessResult parts = runProcess("/bin/sh", {"-c", command});
  ASSERT_EQ(parts.status, 0) << parts.err;
  ASSERT_EQ(sweep({"--merge", inFolder("part1.csv"), inFolder("part2.csv"), "--out",
                   inFolder("merged.csv"), spec})
                .status,
            0);
  EXPECT_EQ(contentsOf("merged.csv"), contentsOf("all.csv"));
}

TEST_F(Sweep, RefusesWhatItCannotDoInOneLine) {
  const std::string spec = specFile();
  const std::string out = inFolder("x.csv");
  expectRefused(sweep({spec, "--out", out, "--shard", "3/2"}), "--shard: 3/2 is not a shard");
  expectRefused(sweep({spec, "--out", out, "--shard", "half"}), "give I/N");
  expectRefused(sweep({spec, "--out", out, "--threads", "0"}), "--threads");
  expectRefused(sweep({spec, "--out", spec}), "would overwrite");
  expectRefused(sweep({inFolder("none.json"), "--out", out}), "does not exist");
  expectRefused(sweep({spec, "--out", inFolder("no/where.csv")}), "there is no folder");
  expectRefused(sweep({spec}), "--out is required");
  expectRefused(sweep({std::string(BACKFLOW_RESOURCE_FOLDER) + "/scenarios/halving.backflow.json",
                       "--out", out}),
                "is that of a scenario; run it with backflow-cli run");
  std::ofstream(inFolder("saved.training.json")) << R"({"format": "backflow-training"})";
  expectRefused(sweep({inFolder("saved.training.json"), "--out", out}),
                "is that of a saved training");
  std::ofstream(inFolder("bad.sweep.json"))
      << R"({"format": "backflow-sweep", "version": 1, "scenario": {"format": "backflow-scenario",
         "version": 1, "network": {"cell": "rnn"}},
         "axes": [{"field": "weights.gian", "values": [1, 2]}]})";
  expectRefused(sweep({inFolder("bad.sweep.json"), "--out", out}),
                "bad.sweep.json: axes[1].field: \"weights.gian\" is not a field of a scenario; "
                "write \"weights.gain\" instead");
  EXPECT_FALSE(exists("x.csv"));
  EXPECT_FALSE(exists("x.csv.unfinished"));
}

} // namespace
} // namespace backflow
