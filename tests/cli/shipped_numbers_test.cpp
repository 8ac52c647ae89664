// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "tests/support/process.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/// The shipped scenarios show what the exercises say of them.
namespace backflow {
namespace {

nlohmann::json traceOf(const std::string& name) {
  return nlohmann::json::parse(
      runProcess(BACKFLOW_CLI, {"run", libraryEntry(name)->file.string(), "--out", "-"}).out);
}

const nlohmann::json& runIn(const nlohmann::json& trace, const std::string& precision) {
  return *std::ranges::find_if(trace.at("runs"),
                               [&](const auto& run) { return run.at("precision") == precision; });
}

/// Steps back of the first such event in ∂L/∂h; −1 if there is none.
int stepsBack(const nlohmann::json& trace, const std::string& precision, const std::string& kind) {
  for (const auto& event : runIn(trace, precision).at("events")) {
    if (event.at("kind") == kind && event.at("quantity") == "dL/dh") {
      return event.at("steps_back").get<int>();
    }
  }
  return -1;
}

std::vector<double> norms(const std::string& name) {
  return runIn(traceOf(name), "float64").at("steps").at("gradient_norm").get<std::vector<double>>();
}

/// log₁₀ of ‖∂L/∂h_1‖ over ‖∂L/∂h_T‖.
double ratioLog10(const std::string& name) {
  const std::vector<double> norm = norms(name);
  return std::log10(norm.front() / norm.back());
}

TEST(ShippedNumbers, Halving) {
  const auto trace = traceOf("halving");
  for (const char* precision : {"float32", "float64"}) {
    EXPECT_EQ(runIn(trace, precision).at("status"), "finite");
    EXPECT_EQ(stepsBack(trace, precision, "threshold.vanish"), 33);
  }
  EXPECT_EQ(stepsBack(trace, "float32", "underflow.subnormal"), 128);
  EXPECT_EQ(stepsBack(trace, "float32", "underflow.zero"), 152);
  EXPECT_EQ(stepsBack(trace, "float64", "underflow.subnormal"), 1024);
  EXPECT_EQ(stepsBack(trace, "float64", "underflow.zero"), 1077);
}

TEST(ShippedNumbers, DoublingOverflowsAndNeverMakesNan) {
  const auto trace = traceOf("doubling");
  for (const char* precision : {"float32", "float64"}) {
    EXPECT_EQ(runIn(trace, precision).at("status"), "overflow");
    EXPECT_EQ(stepsBack(trace, precision, "threshold.explode"), 30);
    for (const auto& event : runIn(trace, precision).at("events")) {
      EXPECT_NE(event.at("kind"), "nan.onset") << event;
    }
  }
  EXPECT_EQ(stepsBack(trace, "float32", "overflow.inf"), 127);
  EXPECT_EQ(stepsBack(trace, "float64", "overflow.inf"), 1023);
}

TEST(ShippedNumbers, NanComesOneStepAfterInf) {
  const auto zeroTimesInf = traceOf("nan-zero-times-inf");
  EXPECT_EQ(stepsBack(zeroTimesInf, "float32", "overflow.inf"), 47);
  EXPECT_EQ(stepsBack(zeroTimesInf, "float32", "nan.onset"), 48);
  EXPECT_EQ(stepsBack(zeroTimesInf, "float64", "overflow.inf"), 366);
  EXPECT_EQ(stepsBack(zeroTimesInf, "float64", "nan.onset"), 367);
  const auto infMinusInf = traceOf("nan-inf-minus-inf");
  EXPECT_EQ(stepsBack(infMinusInf, "float32", "overflow.inf"), 63);
  EXPECT_EQ(stepsBack(infMinusInf, "float32", "nan.onset"), 64);
  EXPECT_EQ(stepsBack(infMinusInf, "float64", "overflow.inf"), 493);
  EXPECT_EQ(stepsBack(infMinusInf, "float64", "nan.onset"), 494);
}

TEST(ShippedNumbers, OrthogonalIsAPowerOfTheGain) {
  EXPECT_NEAR(ratioLog10("orthogonal-0.9"), 99 * std::log10(0.9), 1e-9);
  EXPECT_NEAR(ratioLog10("orthogonal-1"), 0, 1e-9);
  EXPECT_NEAR(ratioLog10("orthogonal-1.1"), 99 * std::log10(1.1), 1e-9);
  EXPECT_NEAR(ratioLog10("last-loss"), 99 * std::log10(0.9), 1e-9);
  EXPECT_NEAR(ratioLog10("every-loss"), std::log10(2.4), 0.2);
}

/// Medians over ten seeds, with what one seed may differ from them.
TEST(ShippedNumbers, TanhIsOfTheOrderOfTheExercises) {
  EXPECT_NEAR(ratioLog10("tanh-gain-0.5"), std::log10(4e-29), 1.5);
  EXPECT_NEAR(ratioLog10("tanh-gain-0.9"), std::log10(5e-5), 1);
  EXPECT_NEAR(ratioLog10("tanh-gain-2"), std::log10(8e5), 1);
  EXPECT_NEAR(ratioLog10("tanh-gain-3"), std::log10(3e11), 1);
  EXPECT_NEAR(ratioLog10("saturation-input-0.1"), std::log10(23), 1.5);
  EXPECT_NEAR(ratioLog10("saturation-input-1"), std::log10(2e-6), 1.5);
  EXPECT_NEAR(ratioLog10("saturation-input-3"), std::log10(3e-17), 1.5);
}

TEST(ShippedNumbers, TheHumpGrowsTwentySixFoldAndFallsAgain) {
  const std::vector<double> norm = norms("non-normal-hump");
  const auto top = std::ranges::max_element(norm);
  EXPECT_NEAR(*top / norm.back(), 26, 0.5);
  EXPECT_NEAR(static_cast<double>(norm.end() - 1 - top), 64, 1);
  EXPECT_LT(norm.front(), *top / 20);
}

TEST(ShippedNumbers, WeatherRunsOnAYearAndStaysFinite) {
  const auto trace = traceOf("weather");
  EXPECT_EQ(runIn(trace, "float64").at("status"), "finite");
  EXPECT_GT(runIn(trace, "float64").at("loss").get<double>(), 0);
}

} // namespace
} // namespace backflow
