// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement with PyTorch's autograd on the cases in tests/golden.
#include "tests/support/compare.h"
#include "tests/support/experiments.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace backflow::test {
namespace {

WideTable wide(const Rows& rows) {
  WideTable table;
  for (const auto& row : rows) {
    table.emplace_back(row.begin(), row.end());
  }
  return table;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, AgreesWithPyTorch) {
  const GoldenCase golden = goldenCase(GetParam());
  ASSERT_EQ(golden.expected.size(), 2U);
  const Trace trace = traceOf(golden.scenario);
  for (const auto& [precision, expected] : golden.expected) {
    SCOPED_TRACE(precision);
    const bool wideFormat = precision == "float64";
    const double tolerance = wideFormat ? 1e-12 : 2e-5;
    const RunTrace& run = runOf(trace, wideFormat ? Precision::Float64 : Precision::Float32);
    EXPECT_EQ(run.status, RunStatus::Finite);
    EXPECT_LE(errorByLargest({run.loss}, WideVector{expected.loss}), tolerance);
    EXPECT_LE(errorByLargest({run.clip.normBefore}, WideVector{expected.normBefore}), tolerance);
    EXPECT_LE(errorByLargest(run.steps.gradientNorm,
                             {expected.gradientNorm.begin(), expected.gradientNorm.end()}),
              tolerance);
    EXPECT_LE(errorByLargest(run.stateGradients.transpose(), wide(expected.stateGradients)),
              tolerance);
    ASSERT_EQ(run.parameterGradients.size(), expected.parameterGradients.size());
    for (const auto& [name, rows] : expected.parameterGradients) {
      EXPECT_LE(errorByLargest(parameter(run.parameterGradients, name), wide(rows)), tolerance)
          << name;
    }
  }
}

TEST_P(Golden, IsExactlyZeroWherePyTorchIs) {
  const GoldenCase golden = goldenCase(GetParam());
  const Trace trace = traceOf(golden.scenario);
  const auto& expected = golden.expected.at("float64").gradientNorm;
  const auto& found = runOf(trace, Precision::Float64).steps.gradientNorm;
  for (std::size_t k = 0; k < expected.size(); ++k) {
    EXPECT_EQ(found[k] == 0, expected[k] == 0) << k + 1;
  }
}

INSTANTIATE_TEST_SUITE_P(EveryCell, Golden, testing::ValuesIn(goldenNames("")),
                         [](const auto& made) {
                           std::string name = made.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(GoldenCases, CoverEveryCellFiveTimes) {
  EXPECT_GE(goldenNames("rnn-").size(), 20U);
  EXPECT_GE(goldenNames("gru-").size(), 10U);
  EXPECT_GE(goldenNames("lstm-").size(), 10U);
}

} // namespace
} // namespace backflow::test
