// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"
#include "tests/support/process.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <string>

namespace backflow {
namespace {

TEST(CheckCommand, SaysInASentenceAndALineEachThatAllIsWell) {
  const ProcessResult result = runProcess(BACKFLOW_CLI, {"check"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  std::istringstream lines(result.out);
  std::string summary;
  ASSERT_TRUE(std::getline(lines, summary));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, "");
  int checks = 0;
  while (std::getline(lines, line)) {
    EXPECT_TRUE(line.starts_with("passed  ")) << line;
    EXPECT_TRUE(line.ends_with(".")) << line;
    ++checks;
  }
  EXPECT_EQ(summary, "This computer computes as it should: " + std::to_string(checks) +
                         " checks passed (kernels: " + std::string(kernelName()) + ").");
}

TEST(CheckCommand, TakesNoArguments) {
  const ProcessResult result = runProcess(BACKFLOW_CLI, {"check", "this"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
}

#ifdef BACKFLOW_FLUSHING_LIBRARY
// A library may do so as it is loaded: one that was linked with -ffast-math does.
TEST(CheckCommand, FailsWhereALibraryFlushesSubnormalNumbers) {
  ASSERT_EQ(setenv("LD_PRELOAD", BACKFLOW_FLUSHING_LIBRARY, 1), 0);
  const ProcessResult result = runProcess(BACKFLOW_CLI, {"check"});
  const ProcessResult other = runProcess(BACKFLOW_CLI, {"scenarios"});
  ASSERT_EQ(unsetenv("LD_PRELOAD"), 0);
  EXPECT_EQ(result.status, 1);
  EXPECT_TRUE(result.out.starts_with("This computer does not compute as it should: "))
      << result.out;
  EXPECT_NE(result.out.find("FAILED  float32: a gradient of 3 that halves at every step never is "
                            "subnormal; it must be after 128 multiplications."),
            std::string::npos)
      << result.out;
  EXPECT_NE(result.out.find("passed  float16: "), std::string::npos)
      << "its operations are emulated";
  EXPECT_TRUE(result.err.starts_with("backflow-cli: check: ")) << result.err;
  EXPECT_EQ(result.err.find('\n'), result.err.size() - 1);
  EXPECT_EQ(other.status, 1) << "other commands refuse to run so";
}
#endif

} // namespace
} // namespace backflow
