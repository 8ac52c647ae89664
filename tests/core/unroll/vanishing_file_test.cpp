// SPDX-License-Identifier: GPL-3.0-or-later
// Data files that go, or change, while they are worked with.
#include "core/unroll/sweep.h"
#include "tests/support/experiments.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>

namespace backflow::test {
namespace {

namespace fs = std::filesystem;

Scenario readingTable() {
  Scenario scenario = drawn(Activation::Tanh, 3, 4, 0.9);
  scenario.input.kind = InputKind::Csv;
  scenario.input.csv = {"series.csv", {"a"}, false};
  return scenario;
}

std::string told(const ExperimentOrProblems& result) {
  const auto* problems = std::get_if<std::vector<FieldProblem>>(&result);
  return problems == nullptr ? "" : describe(*problems);
}

TEST(VanishingFile, IsMissedAtTheNextRunAndReadAgainWhenItIsBack) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("series.csv", "a\n1\n2\n3\n4\n");
  ExperimentBuilder builder;
  ASSERT_EQ(told(builder.prepare(readingTable(), folder.path())), "");
  fs::remove(file);
  EXPECT_EQ(told(builder.prepare(readingTable(), folder.path())),
            "input.file: \"series.csv\" does not exist; give the name of a file that does");
  folder.write("series.csv", "a\n5\n6\n7\n8\n");
  fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::seconds(5));
  const auto again = builder.prepare(readingTable(), folder.path());
  ASSERT_EQ(told(again), "");
  EXPECT_EQ(std::get<Experiment>(again).input, (Eigen::MatrixXd(1, 4) << 5, 6, 7, 8).finished());
}

TEST(VanishingFile, EndsASweepWithItsNameAndKeepsTheCellsBefore) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("series.csv", "a\n1\n2\n3\n4\n");
  SweepSpec spec;
  spec.scenario = readingTable();
  spec.folder = folder.path();
  spec.axes = {{"weights.gain", evenlySpaced(0.5, 2, 50, false)}};
  int finished = 0;
  const std::vector<FieldProblem> problems =
      runSweep(spec, cellsOfShard(cellCount(spec), 1, 1), 1, [&](const CellResult&) {
        if (++finished == 3) {
          fs::remove(file);
        }
      });
  EXPECT_GE(finished, 3);
  EXPECT_LT(finished, 50);
  EXPECT_EQ(describe(problems),
            "input.file: \"series.csv\" does not exist; give the name of a file that does");
}

} // namespace
} // namespace backflow::test
