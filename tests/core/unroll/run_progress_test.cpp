// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/run_progress.h"

#include "core/unroll/run.h"

#include <gtest/gtest.h>

#include <stop_token>
#include <string>
#include <vector>

namespace backflow {
namespace {

struct Named {
  std::string name;
  Scenario scenario;
};

std::vector<Named> networks() {
  Scenario plain;
  plain.network.hidden = 4;
  plain.unroll.horizon = 200;
  plain.precisions = {Precision::Float32, Precision::Float64, Precision::Float16};
  std::vector<Named> all{{"plain", plain}};
  const auto add = [&](const char* name) -> Scenario& {
    return all.emplace_back(Named{name, plain}).scenario;
  };
  add("vanished").weights.gain = 1e-9;
  add("checkpointed").unroll.checkpointing = true;
  add("truncated").unroll.truncation = TruncationSpec{TruncationMode::FromLoss, 7};
  add("clipped").clip = ClipSpec{ClipMode::StateNorm, 1e-3};
  Scenario& stacked = add("stacked");
  stacked.network.layers = 3;
  stacked.network.bidirectional = true;
  add("attending").network.readout = Readout::Attention;
  add("float16 alone").precisions = {Precision::Float16};
  return all;
}

TEST(RunProgress, IsWholeAtTheEndOfEveryRun) {
  for (const auto& [name, scenario] : networks()) {
    const auto experiment = prepare(scenario, {});
    ASSERT_TRUE(std::holds_alternative<Experiment>(experiment)) << name;
    RunProgress progress;
    EXPECT_EQ(progress.share(), 0);
    ASSERT_TRUE(run(std::get<Experiment>(experiment), {.progress = &progress})) << name;
    for (const Precision precision : scenario.precisions) {
      EXPECT_EQ(progress.of(precision).share(), 1) << name;
    }
    EXPECT_EQ(progress.share(), 1) << name;
  }
}

TEST(RunProgress, IsThatOfTheSlowestPrecision) {
  RunProgress progress;
  progress.of(Precision::Float64).expect(10);
  progress.of(Precision::Float64).advance(9);
  progress.of(Precision::Float16).expect(100);
  progress.of(Precision::Float16).advance(25);
  EXPECT_EQ(progress.share(), 0.25);
}

TEST(RunProgress, StaysWhereARunIsStopped) {
  const auto experiment = prepare(networks().front().scenario, {});
  std::stop_source stop;
  stop.request_stop();
  RunProgress progress;
  EXPECT_FALSE(run(std::get<Experiment>(experiment), {.progress = &progress}, stop.get_token()));
  EXPECT_EQ(progress.share(), 0);
}

} // namespace
} // namespace backflow
