// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/command_line.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace backflow {

ProcessResult cli(const std::vector<std::string>& arguments, const std::string& input) {
  return runProcess(BACKFLOW_CLI, arguments, input);
}

void expectOneLine(const ProcessResult& result, int status, const std::vector<std::string>& words) {
  EXPECT_EQ(result.status, status) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err.rfind("backflow-cli: ", 0), 0U) << result.err;
  EXPECT_EQ(std::ranges::count(result.err, '\n'), 1) << result.err;
  EXPECT_TRUE(result.err.ends_with('\n'));
  for (const std::string& word : words) {
    EXPECT_NE(result.err.find(word), std::string::npos) << word << " is not in: " << result.err;
  }
}

} // namespace backflow
