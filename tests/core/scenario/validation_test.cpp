// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/validation.h"

#include "core/scenario/parameter_shapes.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <ostream>

namespace backflow {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Case {
  std::function<void(Scenario&)> change;
  std::string problems; ///< empty if the scenario stays valid
};
void PrintTo(const Case& wrong, std::ostream* out) {
  *out << wrong.problems;
}

class Validation : public testing::TestWithParam<Case> {};

TEST_P(Validation, SaysWhatWouldBeRight) {
  Scenario scenario;
  GetParam().change(scenario);
  EXPECT_EQ(describe(validate(scenario)), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, Validation,
    testing::Values(
        Case{[](Scenario&) {}, ""}, Case{[](Scenario& s) { s.network.hidden = 4096; }, ""},
        Case{[](Scenario& s) { s.network.hidden = 4097; },
             "network.hidden: 4097 is not a size; give a whole number from 1 to 4096"},
        Case{[](Scenario& s) {
               s.network.cell = CellKind::Lstm;
               s.network.hidden = 4096;
             },
             ""},
        Case{[](Scenario& s) {
               s.network.cell = CellKind::Lstm;
               s.network.hidden = 4096;
               s.network.layers = 16;
             },
             "network.hidden: 4096 is too large for 16 layers of this cell: the weights alone "
             "would take 16645226496 bytes; give a whole number from 1 to 1040"},
        Case{[](Scenario& s) { s.weights.gain = nan; },
             "weights.gain: nan is not a gain; give a number from 0 to 1000"},
        Case{[](Scenario& s) { s.weights.gain = -1e-9; },
             "weights.gain: -1e-09 is not a gain; give a number from 0 to 1000"},
        Case{[](Scenario& s) { s.input.std = 2e6; },
             "input.std: 2000000 is not a standard deviation; give a number from 0 to 1000000"},
        Case{[](Scenario& s) {
               s.input.kind = InputKind::Impulse;
               s.input.step = 101;
             },
             "input.step: 101 is not a time step; give a whole number from 1 to 100"},
        Case{[](Scenario& s) { s.input.step = 101; }, ""},
        Case{[](Scenario& s) {
               s.input.kind = InputKind::Sine;
               s.input.period = 0;
             },
             "input.period: 0 is not a period; give a number from 1e-06 to 1000000000"},
        Case{[](Scenario& s) {
               s.input.size = 1000;
               s.unroll.horizon = 1'000'000;
             },
             "input.size: 1000 is too large for 1000000 steps: the inputs would take 8000000000 "
             "bytes; give a whole number from 1 to 268"},
        Case{[](Scenario& s) {
               s.network.hidden = 4096;
               s.unroll.horizon = 65536;
             },
             ""},
        Case{[](Scenario& s) {
               s.network.hidden = 4096;
               s.unroll.horizon = 65537;
               s.unroll.checkpointing = false;
             },
             "unroll.horizon: 65537 is too long for 4096 hidden units: what is held would take "
             "2147516416 bytes; give a whole number from 1 to 65536"},
        Case{[](Scenario& s) { s.unroll.horizon = 1000000; }, ""},
        Case{[](Scenario& s) {
               s.unroll.truncation = TruncationSpec{TruncationMode::Windows, 0};
             },
             "unroll.truncation.length: 0 is not a number of steps; "
             "give a whole number from 1 to 1000000"},
        Case{[](Scenario& s) {
               s.clip = ClipSpec{ClipMode::Norm, 0};
             },
             "clip.threshold: 0 is not a threshold; give a number from 1e-300 to 1e+300"},
        Case{[](Scenario& s) {
               s.thresholds = {0, inf};
             },
             ""},
        Case{[](Scenario& s) {
               s.thresholds = {nan, 0};
             },
             "thresholds.vanish: nan is not a threshold; give a number of at least 0 "
             "(also wrong: thresholds.explode)"},
        Case{[](Scenario& s) {
               s.thresholds = {inf, inf};
             },
             "thresholds.vanish: inf is not below the threshold of exploding; "
             "give a number below inf"},
        Case{[](Scenario& s) { s.precisions = {}; },
             "precision: [] names no precision; "
             "give \"float16\", \"bfloat16\", \"float32\" or \"float64\""}));

void makeExplicit(Scenario& s) {
  s.network.hidden = 2;
  s.weights.init = WeightInit::Explicit;
  s.weights.parameters = {{"W_h", {{1, 2}, {3, 4}}}};
}

void makeTarget(Scenario& s, LossPlace at, Rows target) {
  s.network.hidden = 2;
  s.unroll.horizon = 3;
  s.loss.kind = LossKind::SquaredError;
  s.loss.at = at;
  s.loss.target = std::move(target);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, Validation,
    testing::Values(
        Case{makeExplicit, ""},
        Case{[](Scenario& s) {
               makeExplicit(s);
               s.weights.gain = nan; // does not matter here
               s.weights.parameters["b"] = {{1}};
               s.weights.parameters["W_x"] = {{1}, {2, 3}};
             },
             "weights.parameters.W_x[2]: row 2 has 2 numbers; give 1 "
             "(also wrong: weights.parameters.b)"},
        Case{[](Scenario& s) {
               makeExplicit(s);
               s.weights.parameters["W_h"].pop_back();
             },
             "weights.parameters.W_h: 1 row does not fit 2 hidden units; "
             "give 2 rows of 2 numbers"},
        Case{[](Scenario& s) {
               makeExplicit(s);
               s.weights.parameters["W_y"] = {};
             },
             "weights.parameters.W_y: \"W_y\" is not a known key; write \"W_h\" instead"},
        Case{[](Scenario& s) {
               s.input.kind = InputKind::Explicit;
               s.input.values = {{1}, {2}};
             },
             "input.values: 2 rows do not fit 100 time steps; give 100 rows"},
        Case{[](Scenario& s) {
               s.unroll.horizon = 2;
               s.input.kind = InputKind::Explicit;
               s.input.values = {{}, {}};
             },
             "input.values[1]: row 1 has 0 numbers; give 1 to 4096"},
        Case{[](Scenario& s) {
               s.unroll.horizon = 2;
               s.input.kind = InputKind::Explicit;
               s.input.values = {{1, 2}, {3}};
             },
             "input.values[2]: row 2 has 1 number; give 2"},
        Case{[](Scenario& s) { makeTarget(s, LossPlace::Last, {{1}}); }, ""},
        Case{[](Scenario& s) { makeTarget(s, LossPlace::Last, {}); }, ""},
        Case{[](Scenario& s) {
               makeTarget(s, LossPlace::Last, {{1}, {2}});
             },
             "loss.target: 2 rows do not fit the last step; give 1 row"},
        Case{[](Scenario& s) { makeTarget(s, LossPlace::Every, {{1}}); },
             "loss.target: 1 row does not fit 3 time steps; give 3 rows"},
        Case{[](Scenario& s) {
               makeTarget(s, LossPlace::Last, {{1, 2, 3}});
             },
             "loss.target[1]: row 1 has 3 numbers; give 1 to 2"},
        Case{[](Scenario& s) {
               makeTarget(s, LossPlace::Last, {});
               s.loss.csvTarget = CsvTarget{{"", {"a", "b", "c"}, true}, -1};
             },
             "loss.target.file: is not given; give the name of a CSV file "
             "(also wrong: loss.target.columns, loss.target.ahead)"},
        Case{[](Scenario& s) { s.loss.gradient = {1}; },
             "loss.gradient: 1 number does not fit 64 hidden units; give 64 numbers"},
        Case{[](Scenario& s) {
               s.network.hidden = 0;
               s.loss.gradient = {1};
               s.initialState.kind = InitialStateKind::Explicit;
             },
             "network.hidden: 0 is not a size; give a whole number from 1 to 4096"}));

TEST(ParameterShapes, FollowTheEquation) {
  Scenario scenario;
  scenario.network.hidden = 5;
  scenario.input.kind = InputKind::Csv;
  scenario.input.csv.columns = {"a", "b"};
  const auto shapes = parameterShapes(scenario);
  ASSERT_EQ(shapes.size(), 3U);
  EXPECT_EQ(shapes[0].name, "W_h");
  EXPECT_EQ(shapes[0].columns, 5);
  EXPECT_EQ(shapes[1].name, "W_x");
  EXPECT_EQ(shapes[1].columns, 2);
  EXPECT_EQ(shapes[2].name, "b");
  EXPECT_EQ(shapes[2].rows, 5);
}

} // namespace
} // namespace backflow
