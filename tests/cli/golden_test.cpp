// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

/// The program against PyTorch's numbers: see golden/README.md for the cases and tolerances.
namespace backflow {
namespace {

std::vector<double> flattened(const nlohmann::json& numbers) {
  if (numbers.is_number()) {
    return {numbers.get<double>()};
  }
  std::vector<double> result;
  for (const auto& part : numbers) {
    const auto inner = flattened(part);
    result.insert(result.end(), inner.begin(), inner.end());
  }
  return result;
}

void expectNear(const nlohmann::json& actual, const nlohmann::json& expected, double tolerance,
                const std::string& what) {
  const auto got = flattened(actual);
  const auto wanted = flattened(expected);
  ASSERT_EQ(got.size(), wanted.size()) << what;
  double largest = 0;
  for (const double number : wanted) {
    largest = std::max(largest, std::abs(number));
  }
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_NEAR(got[i], wanted[i], tolerance * largest) << what << ", entry " << i;
  }
}

void expectAgreement(const nlohmann::json& run, const nlohmann::json& expected) {
  const double tolerance = run.at("precision") == "float64" ? 1e-12 : 2e-5;
  expectNear(run.at("loss"), expected.at("loss"), tolerance, "loss");
  expectNear(run.at("steps").at("gradient_norm"), expected.at("gradient_norm"), tolerance,
             "gradient_norm");
  expectNear(run.at("state_gradients"), expected.at("state_gradients"), tolerance,
             "state_gradients");
  ASSERT_EQ(run.at("parameter_gradients").size(), expected.at("parameter_gradients").size());
  for (const auto& [name, gradient] : expected.at("parameter_gradients").items()) {
    expectNear(run.at("parameter_gradients").at(name), gradient, tolerance, name);
  }
  expectNear(run.at("clip").at("norm_before"), expected.at("norm_before"), tolerance,
             "norm_before");
}

TEST(Golden, TheProgramAgreesWithPyTorch) {
  const TemporaryFolder folder;
  int cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(BACKFLOW_GOLDEN)) {
    if (entry.path().extension() != ".json") {
      continue;
    }
    SCOPED_TRACE(entry.path().filename().string());
    const auto golden = nlohmann::json::parse(readWholeFile(entry.path()));
    const auto file = folder.write("case.backflow.json", golden.at("scenario").dump());
    const ProcessResult result =
        runProcess(BACKFLOW_CLI, {"run", file.string(), "--out", "-", "--gradients", "--vectors"});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto trace = nlohmann::json::parse(result.out);
    ASSERT_EQ(trace.at("runs").size(), golden.at("expected").size());
    for (const auto& run : trace.at("runs")) {
      SCOPED_TRACE(run.at("precision").get<std::string>());
      expectAgreement(run, golden.at("expected").at(run.at("precision").get<std::string>()));
    }
    ++cases;
  }
  EXPECT_GE(cases, 20);
}

} // namespace
} // namespace backflow
