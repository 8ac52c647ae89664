// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/trace_json.h"

#include "core/record/describe.h"
#include "core/scenario/scenario_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <sstream>

namespace backflow {
namespace {

using Json = nlohmann::ordered_json;

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Two units and two steps, with a number of every sort.
Trace smallTrace() {
  Trace trace;
  trace.scenario.title = "a \"title\"";
  trace.scenario.network.hidden = 2;
  trace.scenario.unroll.horizon = 2;
  trace.referenceLog2 = {-inf, 0.1};
  RunTrace& run = trace.runs.emplace_back();
  run.precision = Precision::Float32;
  run.status = RunStatus::Overflow;
  run.loss = inf;
  run.steps.stateNorm = {1.0 / 3, 5e-324};
  run.steps.gradientNorm = {nan, 1.7976931348623157e308};
  run.steps.parameterGradientNorm = {0, inf};
  run.steps.saturated = {3, 0};
  run.memory = {16, 8, 24, false};
  run.steps.zeros = {0, 1};
  run.steps.subnormals = {2, 0};
  run.steps.infinities = {0, 0};
  run.steps.nans = {1, 0};
  run.clip = {inf, 0, 0};
  run.parameterGradients = {{"W_h", (Eigen::MatrixXd(2, 2) << 1, 2, 3, -inf).finished()},
                            {"b", Eigen::Vector2d(5, 6)}};
  run.stateGradients = (Eigen::MatrixXd(2, 2) << 1, 2, 3, 4).finished();
  Event event;
  event.kind = EventKind::OverflowInf;
  event.precision = Precision::Float32;
  event.quantity = "dL/dh";
  event.t = 1;
  event.stepsBack = 1;
  event.element = 2;
  event.cause = {CauseKind::ZeroTimesInf, "l", 0, "r", inf, nan};
  run.events = {event, Event{}};
  return trace;
}

Json written(const Trace& trace, TraceJsonOptions options) {
  std::ostringstream out;
  writeTraceJson(trace, options, out);
  EXPECT_EQ(out.str().back(), '\n');
  return Json::parse(out.str());
}

TEST(TraceJson, HasTheKeysOfTheFormat) {
  const Trace trace = smallTrace();
  const Json json = written(trace, {});
  EXPECT_EQ(json, Json::parse(R"({
    "format": "backflow-trace", "version": 1, "scenario": )" +
                              toJson(trace.scenario).dump() + R"(,
    "reference": {"gradient_log2": ["-inf", 0.1]},
    "runs": [{"precision": "float32", "status": "overflow", "loss": "inf",
      "steps": {"t": [1, 2], "state_norm": [0.3333333333333333, 5e-324],
                "gradient_norm": ["nan", 1.7976931348623157e308],
                "parameter_gradient_norm": [0, "inf"],
                "saturated": [3, 0], "zeros": [0, 1], "subnormals": [2, 0], "infinities": [0, 0], "nans": [1, 0]},
      "clip": {"norm_before": "inf", "norm_after": 0, "coefficient": 0},
      "memory": {"full_bytes": 16, "truncated_bytes": 8, "checkpointed_bytes": 24,
                 "checkpointing": false},
      "events": [{"kind": "overflow.inf", "phase": "backward", "precision": "float32",
                  "quantity": "dL/dh", "t": 1, "steps_back": 1, "element": 2,
                  "cause": "l × r = 0 × inf = nan: zero times infinity has no value"},
                 {"kind": "threshold.vanish", "phase": "backward", "precision": "float64",
                  "quantity": "", "t": 0, "steps_back": 0, "cause": ")" +
                              describe(Cause{}, Precision::Float64) + R"("}]}]})"));
}

TEST(TraceJson, WritesGradientsOnRequest) {
  const Json run = written(smallTrace(), {true, true})["runs"][0];
  EXPECT_EQ(run["parameter_gradients"],
            Json::parse(R"({"W_h": [[1, 2], [3, "-inf"]], "b": [5, 6]})"));
  EXPECT_EQ(run["state_gradients"], Json::parse("[[1, 3], [2, 4]]"));
}

TEST(TraceJson, WritesWhatClippingRecordedWhereItDid) {
  Trace trace = smallTrace();
  trace.runs[0].steps.gradientNormBeforeClip = {3, 4};
  trace.runs[0].steps.parameterGradientNormAfterClip = {5, nan};
  const Json steps = written(trace, {})["runs"][0]["steps"];
  EXPECT_EQ(steps["gradient_norm_before_clip"], Json::parse("[3, 4]"));
  EXPECT_EQ(steps["parameter_gradient_norm_after_clip"], Json::parse(R"([5, "nan"])"));
}

TEST(TraceJson, HoldsAScenarioThatCanBeRead) {
  const Trace trace = smallTrace();
  const auto read = readScenario(written(trace, {})["scenario"].dump());
  ASSERT_TRUE(std::holds_alternative<Scenario>(read));
  EXPECT_EQ(std::get<Scenario>(read), trace.scenario);
}

TEST(TraceCsv, HasOneLineForEachStep) {
  std::ostringstream out;
  writeTraceCsv(smallTrace(), out);
  EXPECT_EQ(out.str(),
            "t,steps_back,reference_gradient_log2,float32.state_norm,float32.gradient_norm,"
            "float32.parameter_gradient_norm,float32.saturated,float32.zeros,float32.subnormals,"
            "float32.infinities,float32.nans\r\n"
            "1,1,-inf,0.3333333333333333,nan,0,3,0,2,0,1\r\n"
            "2,0,0.1,5e-324,1.7976931348623157e+308,inf,0,1,0,0,0\r\n");
}

TEST(Names, AreThoseOfTheFormat) {
  EXPECT_EQ(nameOf(RunStatus::Finite), "finite");
  EXPECT_EQ(nameOf(RunStatus::Nan), "nan");
  EXPECT_EQ(nameOf(EventKind::UnderflowZero), "underflow.zero");
  EXPECT_EQ(nameOf(EventKind::NanOnset), "nan.onset");
  EXPECT_EQ(nameOf(Phase::Clip), "clip");
}

} // namespace
} // namespace backflow
