// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/measurement.h"

#include "core/scenario/exercise_book.h"
#include "core/scenario/scenario_json.h"
#include "core/train/training_measurement.h"
#include "core/unroll/influence.h"
#include "core/unroll/run.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

/// What the experiments of the exercise book measure is what the exercises say.
namespace backflow::test {
namespace {

const ExerciseExperiment& experimentNamed(const std::string& scenario) {
  static const BookOrProblems book = readExerciseBook(BACKFLOW_RESOURCE_FOLDER);
  for (const Exercise& exercise : std::get<std::vector<Exercise>>(book)) {
    for (const ExerciseExperiment& experiment : exercise.experiments) {
      if (experiment.scenario == scenario) {
        return experiment;
      }
    }
  }
  throw std::out_of_range(scenario);
}

Scenario scenarioOf(const std::string& name) {
  return std::get<Scenario>(readScenarioFile(libraryEntry(name).value().file));
}

const std::filesystem::path scenarios = BACKFLOW_RESOURCE_FOLDER "/scenarios";

using Readings = std::map<std::string, Measured>;

/// All that the book measures of a scenario, run as the window runs it.
Readings readingsOf(const std::string& name) {
  const ExerciseExperiment& experiment = experimentNamed(name);
  const auto prepared = std::get<Experiment>(prepare(scenarioOf(name), scenarios));
  const Trace trace = run(prepared).value();
  std::optional<Eigen::MatrixXd> influence;
  if (experiment.view == ExerciseView::Influence) {
    influence = influenceOf(prepared);
  }
  Readings readings;
  for (const Measure& wanted : experiment.measures) {
    const auto measured = measure(wanted, trace, influence ? &*influence : nullptr);
    EXPECT_TRUE(measured) << name << ": " << wanted.name << " is not there";
    readings[wanted.name] = measured.value_or(Measured{});
  }
  return readings;
}

/// The value itself, whatever the form.
double numberIn(const Readings& readings, const std::string& name) {
  const Measured& measured = readings.at(name);
  return measured.form == Measured::Form::PowerOfTwo ? std::exp2(measured.number) : measured.number;
}

void expectCounts(const std::string& scenario, const std::map<std::string, int>& counts) {
  const Readings readings = readingsOf(scenario);
  for (const auto& [name, count] : counts) {
    EXPECT_EQ(readings.at(name).form, Measured::Form::Count);
    EXPECT_EQ(numberIn(readings, name), count) << scenario << ": " << name;
  }
}

/// Within `decades` of what the reference simulation found: one seed beside a median of ten.
void expectRatio(const std::string& scenario, double ratio, double decades) {
  const Readings readings = readingsOf(scenario);
  EXPECT_NEAR(std::log10(numberIn(readings, "ratio")), std::log10(ratio), decades) << scenario;
}

TEST(ExerciseMeasures, Exercise1CountsMultiplications) {
  expectCounts("halving", {{"below", 33},
                           {"subnormal32", 128},
                           {"zero32", 152},
                           {"subnormal64", 1024},
                           {"zero64", 1077}});
  expectCounts("doubling", {{"above", 30}, {"inf32", 127}, {"inf64", 1023}});
  expectCounts("halving-float16",
               {{"subnormal16", 16}, {"zero16", 27}, {"subnormalB", 128}, {"zeroB", 136}});
  expectCounts("doubling-float16", {{"inf16", 15}, {"infB", 127}});
  EXPECT_EQ(readingsOf("doubling").at("end").status, RunStatus::Overflow);
}

TEST(ExerciseMeasures, Exercise2FindsInfBeforeNan) {
  expectCounts("nan-zero-times-inf",
               {{"inf32", 47}, {"nan32", 48}, {"inf64", 366}, {"nan64", 367}});
  expectCounts("nan-inf-minus-inf", {{"inf32", 63}, {"nan32", 64}, {"inf64", 493}, {"nan64", 494}});
  EXPECT_EQ(readingsOf("nan-zero-times-inf").at("cause").event.cause.kind, CauseKind::ZeroTimesInf);
  EXPECT_EQ(readingsOf("nan-inf-minus-inf").at("cause").event.cause.kind, CauseKind::InfMinusInf);
  const Readings late = readingsOf("clipping-too-late");
  EXPECT_EQ(late.at("end32").status, RunStatus::Nan);
  EXPECT_TRUE(std::isnan(late.at("after32").number));
  EXPECT_GT(late.at("before64").number, 1e40);
  EXPECT_NEAR(late.at("after64").number, 1, 1e-12);
}

TEST(ExerciseMeasures, Exercise3MeasuresRatios) {
  expectRatio("orthogonal-0.9", 2.95e-5, 1e-3);
  expectRatio("orthogonal-1", 1, 1e-9);
  expectRatio("orthogonal-1.1", 1.25e4, 2e-3);
  expectRatio("tanh-gain-0.5", 4e-29, 1.5);
  expectRatio("tanh-gain-0.9", 5e-5, 0.5);
  expectRatio("tanh-gain-2", 8e5, 0.5);
  expectRatio("tanh-gain-3", 3e11, 0.5);
  expectRatio("saturation-input-0.1", 23, 1.5);
  expectRatio("saturation-input-1", 2e-6, 1.5);
  expectRatio("saturation-input-3", 3e-17, 1.5);
  const Readings hump = readingsOf("non-normal-hump");
  EXPECT_NEAR(numberIn(hump, "hump"), 26, 0.5);
  EXPECT_EQ(numberIn(hump, "top"), 64);
  const Readings clipped = readingsOf("clipping-does-not-revive");
  EXPECT_LT(numberIn(clipped, "after"), numberIn(clipped, "before"));
  EXPECT_EQ(numberIn(clipped, "ratio"), numberIn(readingsOf("tanh-gain-0.5"), "ratio"));
}

TEST(ExerciseMeasures, Exercise4SumsLocalLosses) {
  expectRatio("last-loss", 2.95e-5, 1e-3);
  expectRatio("every-loss", 2.4, 0.1);
  EXPECT_NEAR(numberIn(readingsOf("every-loss"), "direct"), 1, 1e-12);
  const Measured far = readingsOf("every-loss-gain-0.5").at("far");
  EXPECT_EQ(far.form, Measured::Form::Share);
  EXPECT_NEAR(far.number, 0.0009, 0.00005);
}

TEST(ExerciseMeasures, Exercise5CountsBytes) {
  const Readings readings = readingsOf("long-unroll");
  EXPECT_EQ(numberIn(readings, "wholeLarge"), 1024.0 * 64 * 10000 * 4);
  EXPECT_EQ(numberIn(readings, "cutLarge"), 1024.0 * 64 * 100 * 4);
  EXPECT_EQ(numberIn(readings, "whole"), 64.0 * 10000 * 4);
  EXPECT_EQ(numberIn(readings, "reach"), 99);
}

TEST(ExerciseMeasures, Exercise7HasTheShapeOfAU) {
  const Readings readings = readingsOf("bidirectional");
  EXPECT_GT(numberIn(readings, "first"), 1000 * numberIn(readings, "middle"));
  EXPECT_GT(numberIn(readings, "last"), 1000 * numberIn(readings, "middle"));
}

TEST(ExerciseMeasures, Exercise8ComparesGates) {
  expectRatio("lstm-forget-0", 3e-17, 1.5);
  expectRatio("lstm-forget-3", 2.1, 1.5);
  EXPECT_GT(numberIn(readingsOf("plain-beside-lstm"), "ratio"),
            1e4 * numberIn(readingsOf("lstm-forget-0"), "ratio"));
  const Readings carousel = readingsOf("lstm-carousel");
  EXPECT_NEAR(std::log10(numberIn(carousel, "alone")), 0, 0.5);
  EXPECT_GT(numberIn(carousel, "gates"), 100 * numberIn(carousel, "alone"));
}

TEST(ExerciseMeasures, Exercise9Carries) {
  const Readings pinned = readingsOf("gru-carry");
  EXPECT_EQ(numberIn(pinned, "ratio"), 1);
  EXPECT_EQ(numberIn(pinned, "first"), std::tanh(1.0));
  EXPECT_EQ(numberIn(pinned, "first"), numberIn(pinned, "last"));
  EXPECT_NEAR(numberIn(readingsOf("gru-keep-5"), "ratio"), 0.514, 5e-4);
  EXPECT_NEAR(numberIn(readingsOf("gru-keep-7"), "ratio"), 0.914, 5e-4);
  EXPECT_NEAR(numberIn(readingsOf("gru-keep-10"), "ratio"), 0.9955, 5e-5);
}

TEST(ExerciseMeasures, Exercise10MakesOneStep) {
  const Readings readings = readingsOf("gru-one-step");
  EXPECT_NEAR(numberIn(readings, "state64"), 0.999864, 5e-7);
  EXPECT_NEAR(numberIn(readings, "state32"), 0.999864, 5e-7);
}

TEST(ExerciseMeasures, Exercise11HasAPathOfLengthOne) {
  EXPECT_NEAR(numberIn(readingsOf("attention-uniform"), "direct"), 1e-2, 1e-12);
  EXPECT_NEAR(numberIn(readingsOf("attention-uniform"), "alpha"), 1e-2, 1e-12);
  EXPECT_NEAR(numberIn(readingsOf("recurrence-alone"), "ratio"), std::pow(0.5, 99), 1e-35);
  EXPECT_LT(numberIn(readingsOf("attention-saturated"), "direct"), 1e-100);
  EXPECT_EQ(numberIn(readingsOf("attention-saturated"), "direct32"), 0);
  EXPECT_GT(numberIn(readingsOf("attention"), "direct"), 1e-3);
}

TEST(ExerciseMeasures, NothingIsMeasuredOfWhatDidNotHappen) {
  const Trace trace = traceOf(scalar(0.5, 20));
  Measure wanted;
  wanted.kind = MeasureKind::StepsBack;
  wanted.event = EventKind::OverflowInf;
  EXPECT_FALSE(measure(wanted, trace));
  wanted.kind = MeasureKind::GradientNorm;
  wanted.step = 21;
  EXPECT_FALSE(measure(wanted, trace));
  wanted.step = 20;
  EXPECT_EQ(measure(wanted, trace).value().number, 3);
  wanted.precision = Precision::Float16;
  EXPECT_FALSE(measure(wanted, trace));
  wanted.kind = MeasureKind::FarShare;
  EXPECT_FALSE(measure(wanted, trace));
  wanted.precision = Precision::Float64;
  wanted.kind = MeasureKind::AttentionWeight;
  EXPECT_FALSE(measure(wanted, trace));
  wanted.kind = MeasureKind::HeldOutLoss;
  EXPECT_FALSE(measure(wanted, trace));
}

/// Makes all updates of a shipped training and reads what the book measures of it.
Readings trainedReadings(const std::string& name) {
  auto training = std::get<std::unique_ptr<Training>>(startTraining(scenarioOf(name), scenarios));
  while (training->status() == TrainingStatus::Running) {
    training->step();
  }
  Readings readings;
  for (const Measure& wanted : experimentNamed(name).measures) {
    const auto measured =
        measure(wanted, training->records(), training->events(), training->baselineLoss());
    EXPECT_TRUE(measured) << name << ": " << wanted.name;
    readings[wanted.name] = measured.value_or(Measured{});
  }
  return readings;
}

TEST(ExerciseMeasures, Exercise2DiesAtTheSecondUpdateUnlessClipped) {
  const Readings dead = trainedReadings("training-exercise-2");
  EXPECT_EQ(dead.at("death").number, 2);
  EXPECT_LE(dead.at("inf").number, dead.at("death").number);
  EXPECT_EQ(dead.at("cause").event.kind, EventKind::NanOnset);
  const Readings clipped = trainedReadings("training-exercise-2-clipped");
  EXPECT_EQ(clipped.at("updates").number, 300);
  EXPECT_LT(clipped.at("loss").number, 0.1);
  EXPECT_NEAR(clipped.at("guess").number, 1, 0.2);
}

TEST(ExerciseMeasures, Exercise5LearnsAgreementOrDoesNot) {
  EXPECT_EQ(trainedReadings("training-agreement-full").at("accuracy").number, 1);
  EXPECT_NEAR(trainedReadings("training-agreement-k5").at("accuracy").number, 0.5, 0.05);
  const Readings held = trainedReadings("training-agreement-k5-gain-1");
  EXPECT_GE(held.at("best").number, 0.99);
  EXPECT_GE(held.at("best").number, held.at("accuracy").number);
}

TEST(ExerciseMeasures, Exercise7LearnsTheMoodEitherWay) {
  for (const char* name : {"training-mood", "training-mood-bidirectional"}) {
    const Readings readings = trainedReadings(name);
    EXPECT_LT(readings.at("loss").number, readings.at("guess").number / 20) << name;
  }
}

TEST(ExerciseMeasures, NothingIsMeasuredBeforeTheFirstLook) {
  Measure wanted;
  wanted.kind = MeasureKind::HeldOutLoss;
  EXPECT_FALSE(measure(wanted, {}, {}, 1));
  std::vector<UpdateRecord> records(3);
  EXPECT_FALSE(measure(wanted, records, {}, 1));
  records[1].update = 2;
  records[1].heldOut = HeldOutScore{0.25, 0.5, {}};
  EXPECT_EQ(measure(wanted, records, {}, 1).value().number, 0.25);
  wanted.kind = MeasureKind::TrainedUpdates;
  EXPECT_EQ(measure(wanted, records, {}, 1).value().number, 2);
  wanted.kind = MeasureKind::DeathUpdate;
  EXPECT_FALSE(measure(wanted, records, {}, 1));
}

} // namespace
} // namespace backflow::test
