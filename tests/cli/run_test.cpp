// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>

namespace backflow {
namespace {

ProcessResult cli(const std::vector<std::string>& arguments, const std::string& input = {}) {
  return runProcess(BACKFLOW_CLI, arguments, input);
}

constexpr const char* stepKeys[] = {
    "t",     "state_norm", "gradient_norm", "parameter_gradient_norm",
    "zeros", "subnormals", "infinities",    "nans"};

TEST(Run, EveryShippedScenarioGivesATrace) {
  for (const LibraryEntry& entry : libraryEntries()) {
    SCOPED_TRACE(entry.name);
    const ProcessResult result = cli({"run", entry.file.string(), "--out", "-"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    const auto trace = nlohmann::json::parse(result.out);
    EXPECT_EQ(trace.at("format"), "backflow-trace");
    EXPECT_EQ(trace.at("version"), 1);
    const std::size_t horizon = trace.at("scenario").at("unroll").at("horizon");
    EXPECT_EQ(trace.at("reference").at("gradient_log2").size(), horizon);
    ASSERT_EQ(trace.at("runs").size(), trace.at("scenario").at("precision").size());
    for (const auto& run : trace.at("runs")) {
      for (const char* key : {"precision", "status", "loss", "clip", "events"}) {
        EXPECT_TRUE(run.contains(key)) << key;
      }
      for (const char* key : stepKeys) {
        EXPECT_EQ(run.at("steps").at(key).size(), horizon) << key;
      }
      EXPECT_FALSE(run.contains("parameter_gradients"));
      EXPECT_FALSE(run.contains("state_gradients"));
    }
  }
}

TEST(Run, GradientsAndVectorsComeWhenAskedFor) {
  const std::string file = libraryEntry("tanh-gain-0.9")->file.string();
  const auto trace =
      nlohmann::json::parse(cli({"run", file, "--out", "-", "--gradients", "--vectors"}).out);
  for (const auto& run : trace.at("runs")) {
    EXPECT_EQ(run.at("parameter_gradients").at("W_h").size(), 64U);
    EXPECT_EQ(run.at("parameter_gradients").at("W_h").at(0).size(), 64U);
    ASSERT_EQ(run.at("state_gradients").size(), 100U);
    EXPECT_EQ(run.at("state_gradients").at(0).size(), 64U);
  }
}

TEST(Run, StandardInputIsReadAsAFile) {
  const std::string file = libraryEntry("halving")->file.string();
  const ProcessResult fromFile = cli({"run", file, "--out", "-"});
  const ProcessResult fromInput = cli({"run", "-", "--out", "-"}, readWholeFile(file));
  EXPECT_EQ(fromInput.status, 0);
  EXPECT_EQ(fromInput.out, fromFile.out);
}

TEST(Run, FilesHoldWhatStandardOutputShows) {
  const TemporaryFolder folder;
  const std::string file = libraryEntry("last-loss")->file.string();
  const std::string json = (folder.path() / "trace.json").string();
  const std::string csv = (folder.path() / "steps.csv").string();
  const ProcessResult result = cli({"run", file, "--out", json, "--csv", csv});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(readWholeFile(json), cli({"run", file, "--out", "-"}).out);
  EXPECT_EQ(readWholeFile(csv), cli({"run", file, "--csv", "-"}).out);
}

TEST(Run, CsvHasAHeaderAndALineForEveryStep) {
  const std::string file = libraryEntry("halving")->file.string();
  std::istringstream lines(cli({"run", file, "--csv", "-"}).out);
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line.rfind("t,steps_back,reference_gradient_log2,float32.", 0), 0U) << line;
  const auto commas = std::ranges::count(line, ',');
  int count = 0;
  while (std::getline(lines, line)) {
    ++count;
    EXPECT_EQ(std::ranges::count(line, ','), commas) << line;
  }
  EXPECT_EQ(count, 1100);
}

TEST(Run, TheTableShowsEveryEventAndTheStepsItHappenedAt) {
  const std::string file = libraryEntry("halving")->file.string();
  const ProcessResult result = cli({"run", file});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  for (const char* words :
       {"Halving", "float32    finite", "exact", "steps", "‖dL/dh_t‖", "Euclidean", "coefficient",
        // Multiplications and values up to each limit, from 3.
        "33      34", "128     129", "152     153", "1024    1025", "1077    1078"}) {
    EXPECT_NE(result.out.find(words), std::string::npos) << words << "\n" << result.out;
  }
}

TEST(Run, TheTableSaysWhereRoundingKeepsAGradientFromZero) {
  const auto withGain = [](double gain) {
    nlohmann::json scenario = nlohmann::json::parse(
        R"({"format": "backflow-scenario", "version": 1,
            "network": {"hidden": 1, "activation": "identity"},
            "weights": {"init": "identity"}, "loss": {"kind": "inject", "gradient": [3]},
            "unroll": {"horizon": 1100}, "precision": ["float32"]})");
    scenario["weights"]["gain"] = gain;
    return cli({"run", "-"}, scenario.dump()).out;
  };
  EXPECT_NE(withGain(0.9).find("back rounding holds ‖dL/dh_t‖ at 5.605e-45"), std::string::npos)
      << withGain(0.9);
  EXPECT_EQ(withGain(0.5).find("rounding holds"), std::string::npos);
}

TEST(Run, TheTableKeepsItsColumnsInPlace) {
  std::istringstream lines(cli({"run", libraryEntry("tanh-gain-0.9")->file.string()}).out);
  std::string line;
  std::size_t shown = 0;
  while (std::getline(lines, line)) {
    EXPECT_FALSE(line.ends_with(' ')) << line;
    ++shown;
  }
  EXPECT_GT(shown, 30U);
  EXPECT_LT(shown, 70U);
}

} // namespace
} // namespace backflow
