// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/scenario_files.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace backflow::test {
namespace {

const std::string training =
    R"({"format": "backflow-training", "version": 1)" + std::string(300, ' ') + '}';

TEST(ScenarioFiles, ATrainingIsToldByItsNameOrByWhatItSaysItIs) {
  const TemporaryFolder folder;
  EXPECT_TRUE(isTrainingFile(folder.write("half.json", training)));
  EXPECT_TRUE(isTrainingFile(folder.write("damaged.training.json", "{")));
  EXPECT_FALSE(isTrainingFile(folder.write("short.json", "{}")));
  EXPECT_FALSE(isTrainingFile(folder.write("empty.json", "")));
  EXPECT_FALSE(isTrainingFile(folder.path() / "nowhere.json"));
  EXPECT_FALSE(isTrainingFile(folder.path()));
}

#ifndef _WIN32
TEST(ScenarioFiles, OfAPipeNothingIsReadBeforeItIsOpened) {
  const TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const int ends = open(pipe.c_str(), O_RDWR);
  ASSERT_GE(ends, 0);
  ASSERT_EQ(write(ends, training.data(), training.size()), static_cast<ssize_t>(training.size()));
  EXPECT_FALSE(isTrainingFile(pipe));
  int left = 0;
  EXPECT_EQ(ioctl(ends, FIONREAD, &left), 0);
  EXPECT_EQ(left, static_cast<int>(training.size()));
  close(ends);
}
#endif

} // namespace
} // namespace backflow::test
