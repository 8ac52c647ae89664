// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep_spec.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace backflow {
namespace {

std::string sweepText(const std::string& axes, const std::string& more = {}) {
  return R"({"format": "backflow-sweep", "version": 1,
    "scenario": {"format": "backflow-scenario", "version": 1, "title": "base",
                 "network": {"cell": "rnn", "hidden": 8}}, "axes": )" +
         axes + more + "}";
}

SweepSpec sweepOf(const std::string& text) {
  auto read = readSweep(text, {});
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    ADD_FAILURE() << describe(*problems);
    return {};
  }
  return std::get<SweepSpec>(std::move(read));
}

std::string problemOf(const std::string& text, const std::filesystem::path& folder = {}) {
  const auto read = readSweep(text, folder);
  const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
  return problems == nullptr ? "" : describe(*problems);
}

TEST(SweepSpec, ReadsAxesSeedsAndPrecision) {
  const SweepSpec spec = sweepOf(
      sweepText(R"([{"field": "weights.gain", "from": 0.5, "to": 2, "count": 3, "scale": "log"},
                    {"field": "unroll.horizon", "from": 10, "to": 21, "count": 3}])",
                R"(, "seeds": 4, "precision": ["float16"])"));
  ASSERT_EQ(spec.axes.size(), 2U);
  EXPECT_EQ(spec.axes[0].values, (std::vector<double>{0.5, 1, 2}));
  EXPECT_EQ(spec.axes[1].values, (std::vector<double>{10, 16, 21})) << "whole numbers";
  EXPECT_EQ(spec.seeds, 4);
  EXPECT_EQ(spec.scenario.precisions, std::vector{Precision::Float16});
}

TEST(SweepSpec, TakesFieldsThatTheFileLeavesOut) {
  const SweepSpec spec = sweepOf(sweepText(R"([{"field": "clip.threshold", "values": [1, 2]},
                            {"field": "weights.input_gain", "values": [0, 3]}])"));
  const auto cell = scenarioOf(spec, cellAt(spec, 3));
  const auto& scenario = std::get<Scenario>(cell);
  EXPECT_EQ(scenario.clip->threshold, 2);
  EXPECT_EQ(scenario.weights.inputGain, 3);
}

TEST(SweepSpec, SaysWhatIsWrongAndWhatWouldBeRight) {
  const auto axis = [](const std::string& field, const std::string& values) {
    return sweepText("[{\"field\": \"" + field + "\", \"values\": [" + values + "]}]");
  };
  EXPECT_EQ(problemOf(axis("weights.gian", "1, 2")),
            "axes[1].field: \"weights.gian\" is not a field of a scenario; write \"weights.gain\" "
            "instead");
  EXPECT_EQ(problemOf(axis("wieghts.gain", "1, 2")),
            "axes[1].field: \"wieghts.gain\" is not a field of a scenario; write \"weights.gain\" "
            "instead");
  EXPECT_EQ(problemOf(axis("input.period", "1, 2")),
            "axes[1].field: \"input.period\" is not a key for \"noise\"; give a field that this "
            "scenario has");
  EXPECT_EQ(problemOf(axis("network.cell", "1, 2")),
            "axes[1].field: \"network.cell\" does not name a number of the scenario; give a field "
            "that holds one, such as \"weights.gain\"");
  EXPECT_EQ(problemOf(axis("pins[2].value", "0, 1")),
            "axes[1].field: \"pins[2].value\" does not name a number of the scenario; give a field "
            "that holds one, such as \"weights.gain\"");
  EXPECT_EQ(problemOf(axis("weights.gain", "1, -2")),
            "axes[1], weights.gain: -2 is not a gain; give a number from 0 to 1000");
  EXPECT_EQ(problemOf(axis("network.hidden", "1.5, 2")),
            "axes[1], network.hidden: 1.5 is not a size; give a whole number from 1 to 4096");
  EXPECT_EQ(problemOf(axis("weights.gain", "1, 1")),
            "axes[1]: 1 comes twice among the values; give each value once, or a smaller count");
  EXPECT_EQ(problemOf(axis("training.batch", "1, 2")),
            "axes[1].field: \"training.batch\" does not act on a sweep's runs; give a field of "
            "another section");
  EXPECT_EQ(problemOf(sweepText("[]")),
            "axes: [] is not a list of one or two axes; give objects such as {\"field\": "
            "\"weights.gain\", \"values\": [0.5, 1, 2]}");
  EXPECT_EQ(
      problemOf(sweepText(R"([{"field": "weights.seed", "values": [1, 2]}])", R"(, "seeds": 2)")),
      "seeds: 2 does not go with an axis of weights.seed; give 1");
  EXPECT_EQ(problemOf(sweepText(R"([{"field": "weights.gain", "from": 0, "to": 1, "count": 3,
                                     "scale": "log"}])")),
            "axes[1].scale: \"log\" does not fit a range that holds 0; give ends above 0, or "
            "\"linear\"");
  EXPECT_EQ(
      problemOf(sweepText(R"([{"field": "weights.gain", "values": [1]}])", R"(, "sedes": 3)")),
      "sedes: \"sedes\" is not a known key; write \"seeds\" instead");
  EXPECT_NE(problemOf("{").find("line 1"), std::string::npos);
}

TEST(SweepSpec, WholeNumbersBetweenTwoEndsAreApart) {
  const auto axis = [](const std::string& range) {
    return sweepText(R"([{"field": "network.hidden", )" + range + "}]", R"(, "seeds": 1)");
  };
  EXPECT_EQ(problemOf(axis(R"("from": 1, "to": 2, "count": 5)")),
            "axes[1].count: 5 makes 1 come twice, the values being rounded to whole numbers; give "
            "at most 2");
  EXPECT_EQ(problemOf(axis(R"("from": 1, "to": 100, "count": 40, "scale": "log")")),
            "axes[1].count: 40 makes 1 come twice, the values being rounded to whole numbers; give "
            "a smaller one");
}

TEST(SweepSpec, MoreCellsThanCanBeKeptAreRefusedAtOnce) {
  const std::string axes = R"([{"field": "weights.gain", "from": 0.5, "to": 1.5, "count": 100000},
                               {"field": "input.std", "from": 0, "to": 1, "count": 100000}])";
  EXPECT_EQ(problemOf(sweepText(axes, R"(, "seeds": 1000)")),
            "axes: 10000000000000 cells (100000 × 100000 values, 1000 seeds) are too many; give "
            "fewer values or seeds, at most 100000000 cells");
}

TEST(SweepSpec, NanIsAValueOfItsOwn) {
  const auto axis = [](const std::string& field, const std::string& values) {
    return sweepText("[{\"field\": \"" + field + "\", \"values\": [" + values + "]}]",
                     R"(, "seeds": 1)");
  };
  for (const char* values : {R"("nan")", R"(0.1, "nan")", R"("nan", 0.1)"}) {
    EXPECT_EQ(problemOf(axis("input.std", values)),
              "axes[1], input.std: \"nan\" is not a standard deviation; give a number from 0 to "
              "1000000");
  }
  EXPECT_EQ(problemOf(axis("input.std", R"(0.1, "nan", 0.2, "nan")")),
            "axes[1]: nan comes twice among the values; give each value once, or a smaller count");
}

TEST(SweepSpec, ProposesOnlyWhatTheFieldTakes) {
  const auto axis = [](const std::string& field) {
    return sweepText("[{\"field\": \"" + field + "\", \"values\": [1, \"x\"]}]");
  };
  const std::string start = "axes[1].values[2]: \"x\" is not a number; ";
  EXPECT_EQ(problemOf(axis("input.std")), start + "give a number");
  EXPECT_EQ(problemOf(axis("network.hidden")), start + "give a whole number");
  EXPECT_EQ(problemOf(axis("thresholds.explode")), start + "give a number or \"inf\"");
  EXPECT_EQ(problemOf(R"({"format": "backflow-sweep", "version": 1,
    "scenario": {"format": "backflow-scenario", "version": 1,
      "network": {"cell": "rnn", "hidden": 1},
      "weights": {"init": "explicit", "parameters": {"W_h": [[0.5]]}}},
    "axes": [{"field": "weights.parameters.W_h[1][1]", "values": [1, "x"]}]})"),
            start + R"(give a number, "inf", "-inf" or "nan")");
}

TEST(SweepSpec, ExplicitWeightsHaveNeitherGainNorSeeds) {
  const std::string text = R"({"format": "backflow-sweep", "version": 1,
    "scenario": {"format": "backflow-scenario", "version": 1,
      "network": {"cell": "rnn", "hidden": 1},
      "weights": {"init": "explicit", "parameters": {"W_h": [[0.5]]}}},
    "axes": [{"field": "weights.gain", "values": [1, 2]}]})";
  EXPECT_EQ(problemOf(text),
            "axes[1].field: \"weights.gain\" has no effect on this scenario; give another field");
}

TEST(SweepSpec, ReadsTheScenarioOfAnotherFile) {
  const TemporaryFolder folder;
  folder.write("base.backflow.json",
               R"({"format": "backflow-scenario", "version": 1, "network": {"cell": "gru"}})");
  const std::string head = R"({"format": "backflow-sweep", "version": 1,
    "axes": [{"field": "weights.gain", "values": [1, 2]}], "scenario": )";
  const auto read = readSweep(head + "\"base.backflow.json\"}", folder.path());
  ASSERT_TRUE(std::holds_alternative<SweepSpec>(read));
  EXPECT_EQ(std::get<SweepSpec>(read).scenario.network.cell, CellKind::Gru);
  EXPECT_EQ(std::get<SweepSpec>(read).folder, folder.path());
  EXPECT_NE(problemOf(head + "\"bsae.json\"}", folder.path()).find("scenario: \"bsae.json\""),
            std::string::npos);
  EXPECT_NE(problemOf(head + R"({"format": "backflow-scenario", "version": 1,
                                 "network": {"cell": "rnn", "hidden": -3}}})")
                .find("scenario.network.hidden: -3 is not a size"),
            std::string::npos);
}

TEST(SweepSpec, IsTheSameHoweverItIsWritten) {
  const SweepSpec one =
      sweepOf(sweepText(R"([{"field": "weights.gain", "from": 0.5, "to": 1.5, "count": 3}])"));
  SweepSpec other = sweepOf(sweepText(R"([{"field": "weights.gain", "values": [0.5, 1, 1.5]}])"));
  other.scenario.title = "another title";
  EXPECT_EQ(identityOf(one), identityOf(other));
  EXPECT_EQ(identityOf(one).size(), 16U);
  other.seeds = 2;
  EXPECT_NE(identityOf(one), identityOf(other));
  other = one;
  other.axes[0].values[1] = std::nextafter(1.0, 2.0);
  EXPECT_NE(identityOf(one), identityOf(other));
  other = one;
  other.scenario.input.std = 0.2;
  EXPECT_NE(identityOf(one), identityOf(other));
}

TEST(SweepSpec, KnowsItsDataByTheirContents) {
  const TemporaryFolder folder;
  SweepSpec spec;
  spec.folder = folder.path();
  spec.scenario.input.kind = InputKind::Text;
  spec.scenario.input.text = "words.txt";
  spec.axes = {{"weights.gain", {1, 2}}};
  folder.write("words.txt", "abc");
  const std::string before = identityOf(spec);
  folder.write("words.txt", "abd");
  EXPECT_NE(identityOf(spec), before);
}

} // namespace
} // namespace backflow
