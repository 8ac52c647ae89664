// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training.h"

#include "core/record/describe.h"
#include "core/scenario/validation.h"
#include "core/train/training_csv.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <sstream>

namespace backflow {
namespace {

Scenario exerciseTwo() {
  Scenario scenario;
  scenario.network.activation = Activation::Identity;
  scenario.network.hidden = 16;
  scenario.weights.init = WeightInit::Orthogonal;
  scenario.weights.gain = 1.2;
  scenario.unroll.horizon = 30;
  TrainingSpec& training = scenario.training.emplace();
  training.optimiser.rate = 0.05;
  training.updates = 200;
  return scenario;
}

Scenario adding() {
  Scenario scenario;
  scenario.network.hidden = 8;
  scenario.network.cell = CellKind::Lstm;
  scenario.network.variant = Variant::PyTorch;
  scenario.unroll.horizon = 12;
  scenario.clip = ClipSpec{};
  TrainingSpec& training = scenario.training.emplace();
  training.task.kind = TaskKind::Adding;
  training.optimiser.kind = OptimiserKind::Adam;
  training.batch = 8;
  training.updates = 20;
  training.evaluateEvery = 10;
  return scenario;
}

std::unique_ptr<Training> started(const Scenario& scenario) {
  return std::get<std::unique_ptr<Training>>(startTraining(scenario, {}));
}

void trainToTheEnd(Training& training) {
  while (training.status() == TrainingStatus::Running) {
    training.step();
  }
}

TEST(Training, OfExerciseTwoDiesByTheThirdUpdateAndSaysWhy) {
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
    Scenario scenario = exerciseTwo();
    scenario.weights.seed = seed;
    const auto training = started(scenario);
    trainToTheEnd(*training);
    EXPECT_EQ(training->status(), TrainingStatus::Dead);
    EXPECT_LE(training->update(), 3);
    ASSERT_EQ(training->events().size(), 2U);
    const TrainingEvent& inf = training->events()[0];
    const TrainingEvent& nan = training->events()[1];
    EXPECT_EQ(inf.event.kind, EventKind::OverflowInf);
    EXPECT_EQ(nan.event.kind, EventKind::NanOnset);
    EXPECT_LE(inf.update, nan.update);
    // The chain of the exercise: inf first, then inf − inf or 0 · inf.
    EXPECT_TRUE(nan.event.cause.kind == CauseKind::InfMinusInf ||
                nan.event.cause.kind == CauseKind::ZeroTimesInf);
  }
}

constexpr double largest = std::numeric_limits<float>::max();

/// Four identity units without input whose states are their biases until they read one another.
Scenario fourUnits(const Rows& recurrent, const Rows& biases) {
  Scenario scenario;
  scenario.network.hidden = 4;
  scenario.network.activation = Activation::Identity;
  scenario.weights.init = WeightInit::Explicit;
  scenario.weights.parameters["W_h"] = recurrent;
  scenario.weights.parameters["b"] = biases;
  scenario.unroll.horizon = 4;
  scenario.training.emplace().batch = 4;
  return scenario;
}

// A batch gathers each entry as one sum, which leaves the range after two of these four addends;
// over several partial sums they would cancel.
TEST(Training, ReplaysTheSumsOfABatchInTheirOrder) {
  constexpr double m = 0.75 * largest;
  const Rows first{{m, m, -m, -m}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
  const auto training = started(fourUnits(first, {{1}, {1}, {1}, {1}}));
  training->step();
  ASSERT_FALSE(training->events().empty());
  const Event& inf = training->events().front().event;
  EXPECT_EQ(inf.phase, Phase::Forward);
  EXPECT_EQ(inf.t, 2);
  EXPECT_EQ(inf.cause.kind, CauseKind::SumOverflow);
  EXPECT_EQ(inf.cause.rightName, "W_h[1,2]*h_1[2]");
}

TEST(Training, ReplaysTheSumsOfABatchInTheirOrderOnTheWayBack) {
  // The error is large. ∂L/∂h_T is it times W_y, whose draw is seen here; the weights of the first
  // unit, which is zero, make four equal addends of it but for their signs. The smaller they are
  // the later their sum leaves the range.
  const Rows biases{{0}, {1000}, {1000}, {1000}};
  const Eigen::MatrixXd readout =
      parameter(started(fourUnits(Rows(4, {0, 0, 0, 0}), biases))->parameters(), "W_y");
  ASSERT_EQ(readout.cols(), 4);
  int sums = 0;
  for (double m = largest; m > 1e-4 * largest; m *= 0.9) {
    Rows column(4, {0, 0, 0, 0});
    for (std::size_t i = 0; i < 4; ++i) {
      column[i][0] = (i < 2 ? m : -m) * 0.01 / readout(0, static_cast<Eigen::Index>(i));
    }
    const auto training = started(fourUnits(column, biases));
    training->step();
    if (training->events().empty()) {
      continue;
    }
    const Event& inf = training->events().front().event;
    EXPECT_EQ(inf.phase, Phase::Backward);
    EXPECT_FALSE(inf.cause.leftName.empty()) << m / largest;
    sums += inf.cause.kind == CauseKind::SumOverflow ? 1 : 0;
  }
  EXPECT_GT(sums, 0);
}

TEST(Training, OfExerciseTwoLivesWithClipping) {
  Scenario scenario = exerciseTwo();
  scenario.clip = ClipSpec{ClipMode::Norm, 1};
  const auto training = started(scenario);
  trainToTheEnd(*training);
  EXPECT_EQ(training->status(), TrainingStatus::Done);
  EXPECT_LT(training->records().back().heldOut->loss, 0.2);
  EXPECT_GT(training->records().front().normBefore, 1e3);
  EXPECT_NEAR(training->records().front().normAfter, 1, 1e-5);
}

TEST(Training, IsReproducibleToTheLastBit) {
  const auto one = started(adding());
  const auto other = started(adding());
  trainToTheEnd(*one);
  trainToTheEnd(*other);
  for (std::size_t i = 0; i < one->parameters().size(); ++i) {
    EXPECT_EQ(one->parameters()[i].values, other->parameters()[i].values);
  }
  EXPECT_EQ(one->records().size(), 20U);
  EXPECT_TRUE(one->records()[9].heldOut.has_value());
  EXPECT_FALSE(one->records()[8].heldOut.has_value());
}

TEST(Training, GoesOnFromASavedStateToTheSameBits) {
  for (const OptimiserKind optimiser :
       {OptimiserKind::Sgd, OptimiserKind::Momentum, OptimiserKind::RmsProp, OptimiserKind::Adam}) {
    Scenario scenario = adding();
    scenario.training->optimiser.kind = optimiser;
    const auto whole = started(scenario);
    const auto half = started(scenario);
    for (int update = 0; update < 7; ++update) {
      half->step();
    }
    std::stringstream state;
    half->save(state);
    const auto rest = std::get<std::unique_ptr<Training>>(resumeTraining(state.str(), {}));
    EXPECT_EQ(rest->update(), 7);
    trainToTheEnd(*whole);
    trainToTheEnd(*rest);
    for (std::size_t i = 0; i < whole->parameters().size(); ++i) {
      EXPECT_EQ(whole->parameters()[i].values, rest->parameters()[i].values);
    }
    EXPECT_EQ(whole->records()[3].loss, rest->records()[3].loss);
  }
}

TEST(Training, KeepsInItsStateWhatItDiedOf) {
  const auto dead = started(exerciseTwo());
  trainToTheEnd(*dead);
  std::stringstream state;
  dead->save(state);
  const auto again = std::get<std::unique_ptr<Training>>(resumeTraining(state.str(), {}));
  EXPECT_EQ(again->status(), TrainingStatus::Dead);
  ASSERT_EQ(again->events().size(), dead->events().size());
  for (std::size_t i = 0; i < dead->events().size(); ++i) {
    EXPECT_EQ(again->events()[i].update, dead->events()[i].update);
    EXPECT_EQ(describe(again->events()[i].event), describe(dead->events()[i].event));
  }
}

TEST(Training, TakesAnotherRateAndClippingAtTheNextUpdate) {
  const auto training = started(adding());
  training->step();
  training->setRate(0.5);
  training->setClip(ClipSpec{ClipMode::Norm, 1e-3});
  training->step();
  EXPECT_EQ(training->records()[0].rate, 0.01);
  EXPECT_EQ(training->records()[1].rate, 0.5);
  EXPECT_EQ(training->records()[1].threshold, 1e-3);
  EXPECT_NEAR(training->records()[1].normAfter, 1e-3, 1e-8);
}

TEST(Training, LearnsWhatItIsGiven) {
  Scenario scenario = adding();
  scenario.training->updates = 400;
  scenario.training->optimiser.rate = 0.02;
  scenario.training->evaluateEvery = 400;
  const auto training = started(scenario);
  trainToTheEnd(*training);
  EXPECT_LT(training->records().back().heldOut->loss, 0.05); // 1/6 without memory
}

TEST(Training, OfADamagedStateIsAProblemAndNothingElse) {
  EXPECT_TRUE(std::holds_alternative<std::vector<FieldProblem>>(resumeTraining("{}", {})));
  EXPECT_TRUE(std::holds_alternative<std::vector<FieldProblem>>(resumeTraining("[1, 2", {})));
  std::stringstream state;
  started(adding())->save(state);
  std::string text = state.str();
  text.replace(text.find("\"weight_hh\""), 11, "\"weight_xx\"");
  const auto told = [](const std::string& saved) {
    return describe(std::get<std::vector<FieldProblem>>(resumeTraining(saved, {})));
  };
  EXPECT_EQ(told(text), "weights: is missing or damaged; give a file that train --state wrote");
  auto json = nlohmann::json::parse(state.str());
  json["records"] = {{{"update", "one"}}};
  EXPECT_EQ(told(json.dump()),
            "records: is missing or damaged; give a file that train --state wrote");
  json.erase("events");
  EXPECT_EQ(told(json.dump()),
            "events: is missing or damaged; give a file that train --state wrote");
}

TEST(Training, OfAStateOfAnotherVersionOrWithUnknownKeysIsAProblem) {
  const auto dead = started(exerciseTwo());
  trainToTheEnd(*dead);
  std::stringstream state;
  dead->save(state);
  const auto good = nlohmann::json::parse(state.str());
  const auto told = [&](const std::string& place, const nlohmann::json& value) {
    nlohmann::json changed = good;
    changed[nlohmann::json::json_pointer(place)] = value;
    return describe(std::get<std::vector<FieldProblem>>(resumeTraining(changed.dump(), {})));
  };
  EXPECT_EQ(told("/version", 9), "version: 9 is not a version that can be read; give 1");
  EXPECT_EQ(told("/version", "1"), "version: \"1\" is not a version that can be read; give 1");
  EXPECT_EQ(told("/foo", 1), "foo: \"foo\" is not a known key; remove it");
  EXPECT_EQ(told("/event", 1), "event: \"event\" is not a known key; write \"events\" instead");
  EXPECT_EQ(told("/records/1/los", 1),
            "records[2].los: \"los\" is not a known key; write \"loss\" instead");
  EXPECT_EQ(told("/events/0/cause/foo", 1),
            "events[1].cause.foo: \"foo\" is not a known key; remove it");
  EXPECT_EQ(told("/scenario/version", 2),
            "scenario.version: 2 is not a version that can be read; give 1");
  EXPECT_EQ(told("/scenario", 3),
            "scenario: 3 is not an object; give keys and values in braces, {} (also wrong: "
            "scenario.format, scenario.version, scenario.network)");
  EXPECT_EQ(told("/weights/foo", {{1}}),
            "weights: is missing or damaged; give a file that train --state wrote");
  std::string twice = state.str();
  twice.replace(0, 1, R"({"version": 1, )");
  EXPECT_EQ(describe(std::get<std::vector<FieldProblem>>(resumeTraining(twice, {}))),
            "version: \"version\" is given twice; remove one of them");
  nlohmann::json without = good;
  without.erase("version");
  EXPECT_EQ(describe(std::get<std::vector<FieldProblem>>(resumeTraining(without.dump(), {}))),
            "version: is missing; give 1");
}

TEST(Training, OfAStateThatDoesNotFitItselfIsAProblem) {
  const auto whole = started(adding());
  for (int update = 0; update < 3; ++update) {
    whole->step();
  }
  std::stringstream state;
  whole->save(state);
  const auto good = nlohmann::json::parse(state.str());
  const auto isProblem = [](const nlohmann::json& json) {
    return std::holds_alternative<std::vector<FieldProblem>>(resumeTraining(json.dump(), {}));
  };
  EXPECT_FALSE(isProblem(good));
  for (const char* key : {"weights", "first_moments", "second_moments"}) {
    auto bad = good;
    bad[key] = nlohmann::json::object();
    EXPECT_TRUE(isProblem(bad)) << key;
  }
  for (const auto& wrong : {nlohmann::json(-1), nlohmann::json(7), nlohmann::json("three")}) {
    auto bad = good;
    bad["optimiser_steps"] = wrong;
    EXPECT_TRUE(isProblem(bad)) << wrong;
  }
  auto profile = good;
  profile["records"][0]["profile"] = {1};
  EXPECT_TRUE(isProblem(profile));
  auto number = good;
  number["records"][1]["update"] = 9;
  EXPECT_TRUE(isProblem(number));
  auto format = good;
  format["format"] = 3;
  EXPECT_TRUE(isProblem(format));
}

TEST(Training, RegularisesAVanishingGradientInFloat32) {
  Scenario scenario;
  scenario.network.hidden = 16;
  scenario.weights.gain = 0.5;
  scenario.unroll.horizon = 200;
  TrainingSpec& training = scenario.training.emplace();
  training.task.kind = TaskKind::Adding;
  training.regulariser = 1;
  training.batch = 4;
  training.updates = 3;
  const auto run = started(scenario);
  trainToTheEnd(*run);
  EXPECT_EQ(run->status(), TrainingStatus::Done);
  EXPECT_TRUE(std::isfinite(run->records()[0].normBefore));
  EXPECT_GT(run->records()[0].omega, 0);
}

TEST(Training, RefusesNetworksThatWouldReadTheirTarget) {
  Scenario scenario = adding();
  scenario.network.bidirectional = true;
  EXPECT_TRUE(validate(scenario).empty());
  scenario.training->task.kind = TaskKind::Characters;
  scenario.training->task.file = "any.txt";
  EXPECT_FALSE(validate(scenario).empty());
}

TEST(Training, RefusesToTruncateFromTheLossInLayersThatReadBothWays) {
  Scenario scenario = adding();
  scenario.network.bidirectional = true;
  scenario.unroll.truncation = TruncationSpec{TruncationMode::FromLoss, 3};
  EXPECT_TRUE(validate(scenario).empty());
  scenario.network.layers = 2;
  EXPECT_FALSE(validate(scenario).empty());
}

TEST(Training, WritesALineForEachUpdate) {
  const auto training = started(adding());
  trainToTheEnd(*training);
  std::stringstream out;
  writeTrainingCsv(training->records(), out);
  std::string line;
  int lines = 0;
  while (std::getline(out, line)) {
    ++lines;
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), 12);
  }
  EXPECT_EQ(lines, 21);
}

} // namespace
} // namespace backflow
