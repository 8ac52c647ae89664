// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <limits>
#include <ostream>

namespace backflow {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

/// A scenario file with a network of two units, and what is added to it.
std::string file(const std::string& more, const std::string& network = R"("hidden": 2)") {
  return R"({"format": "backflow-scenario", "version": 1, "network": {)" + network + "}" +
         (more.empty() ? "" : ", " + more) + "}";
}

std::string complaintAbout(std::string_view text) {
  const ScenarioOrProblems result = readScenario(text);
  const auto* problems = std::get_if<std::vector<FieldProblem>>(&result);
  return problems == nullptr ? "accepted" : describe(*problems);
}

Scenario accepted(std::string_view text) {
  const ScenarioOrProblems result = readScenario(text);
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&result)) {
    ADD_FAILURE() << describe(*problems) << "\n" << text;
    return {};
  }
  return std::get<Scenario>(result);
}

struct Wrong {
  std::string text;
  std::string complaint;
};
void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.text;
}

class WrongScenario : public testing::TestWithParam<Wrong> {};

TEST_P(WrongScenario, IsReportedInOneSentence) {
  EXPECT_EQ(complaintAbout(GetParam().text), GetParam().complaint);
}

const std::string deep = std::string(100000, '[');

INSTANTIATE_TEST_SUITE_P(
    NotJson, WrongScenario,
    testing::Values(
        Wrong{"", "line 1, column 1: the text is empty; give JSON"},
        Wrong{" \n\t", "line 1, column 1: the text is empty; give JSON"},
        Wrong{"[1, 2]", "line 1, column 1: [1,2] is not a scenario; "
                        "give keys and values in braces, {}"},
        Wrong{"{\n  \"é\": tru}", "line 2, column 8: \"tru\" is no value; write a number, true, "
                                  "false or null, or put a text in quotation marks"},
        Wrong{"{\"a\": 1,}", "line 1, column 9: found '}'; remove the comma before it"},
        Wrong{"[1, 2,]",
              "line 1, column 7: found ']'; remove the comma before it, or give a value"},
        Wrong{"{\"a\" 1}",
              "line 1, column 6: found a number; give a colon and a value after the key"},
        Wrong{"{\"a\": 1 \"b\": 2}",
              "line 1, column 11: found a text; separate keys by a comma, or end them with }"},
        Wrong{"[1 true]",
              "line 1, column 7: found true; separate values by a comma, or end them with ]"},
        Wrong{"{\"a\": }",
              "line 1, column 7: found '}'; give a value: a number, a text in quotation "
              "marks, true, false, null, [] or {}"},
        Wrong{"{a: 1}", "line 1, column 2: \"a\" is no value; write a number, true, false or null, "
                        "or put a text in quotation marks"},
        Wrong{"{} {}", "line 1, column 4: found '{'; remove what follows the last brace"},
        Wrong{"\x89PNG\r\n\x1A\n", "it is a PNG picture; give JSON"},
        Wrong{"%PDF-1.7", "it is a PDF document; give JSON"},
        Wrong{"<svg xmlns=''>", "it is an SVG picture; give JSON"},
        Wrong{"{\"a\": 1", "line 1, column 8: the text ends too early; end it with }"},
        Wrong{"{\"a\": 1e400}", "line 1, column 11: 1e400 is beyond the largest float64 number; "
                                "give a smaller one, or \"inf\""},
        Wrong{"nul", "line 1, column 1: \"nul\" is no value; write a number, true, false or null, "
                     "or put a text in quotation marks"},
        Wrong{"{\"a\": \"b\nc\"}", "line 1, column 9: \"\"b<U+000A>\" holds a line break or a tab; "
                                   "write \\n or \\t in its place"},
        Wrong{"{\"a\": not, \"b\": 1}",
              "line 1, column 7: \"not\" is no value; write a number, true, "
              "false or null, or put a text in quotation marks"},
        Wrong{"{\"a\": -x}", "line 1, column 7: \"-x\" is no number; write it as 0.5 or -1e-3"},
        Wrong{"{\"a\": 1.e5}", "line 1, column 7: \"1.e5\" is no number; write it as 0.5 or -1e-3"},
        Wrong{
            "{\"weights\": {\"gain\": NaN}}",
            "line 1, column 22 (weights.gain): NaN is no number in JSON; give a finite number, or "
            "\"nan\" in quotation marks where the field takes it"},
        Wrong{"{\"a\": [1, -Infinity, 2]}",
              "line 1, column 11 (a): -Infinity is no number in JSON; give a finite number, or "
              "\"-inf\" in quotation marks where the field takes it"},
        Wrong{"[\nInfinity]",
              "line 2, column 1: Infinity is no number in JSON; give a finite number, or "
              "\"inf\" in quotation marks where the field takes it"},
        Wrong{"{\"a\": Infinite}",
              "line 1, column 7: \"Infinite\" is no value; write a number, true, "
              "false or null, or put a text in quotation marks"},
        Wrong{"{\"\x80\": 1}", "line 1, column 3: the text is no UTF-8; save it as UTF-8"},
        Wrong{"{\"a\": 0,5}", "line 1, column 9: found a number; give a key in "
                              "quotation marks, or write decimals with a point, 0.5"},
        Wrong{std::string("{}\n\0{", 5),
              "line 2, column 1: the text holds a zero byte; give JSON in UTF-8"},
        Wrong{deep, "is nested more than 64 levels deep; give fewer levels"},
        Wrong{"{\"pins\": " + deep, "pins: is nested more than 64 levels deep; give fewer levels"},
        Wrong{"\xFF\xFE{", "line 1, column 1: the text is UTF-16; save it as UTF-8"}));

INSTANTIATE_TEST_SUITE_P(
    Head, WrongScenario,
    testing::Values(
        Wrong{"{}", "format: is missing; give \"backflow-scenario\" "
                    "(also wrong: version, network)"},
        Wrong{R"({"format": "backflow-trace", "version": 2, "network": {}})",
              "format: \"backflow-trace\" is not the format of a scenario; "
              "give \"backflow-scenario\" (also wrong: version)"},
        Wrong{R"({"format": "backflow-sweep", "version": 1, "axes": []})",
              "format: \"backflow-sweep\" is that of a sweep; run it with backflow-cli sweep"},
        Wrong{R"({"format": "backflow-training", "version": 1, "weights": {}})",
              "format: \"backflow-training\" is that of a saved training; go on with it by "
              "backflow-cli train --resume, or in the window"},
        Wrong{file(R"("titel": "x")"), "titel: \"titel\" is not a known key; "
                                       "write \"title\" instead"},
        Wrong{file(R"("xyzzy": 1)"), "xyzzy: \"xyzzy\" is not a known key; remove it"},
        Wrong{file(R"("title": 3)"), "title: 3 is not a text; give one in quotation marks"},
        Wrong{file(R"("title": "a", "title": "b")"),
              "title: \"title\" is given twice; remove one of them"},
        Wrong{file(R"("input": null)"),
              "input: null is not an object; give keys and values in braces, {}"},
        Wrong{file(R"("pins": [{"gate": "update"}])"),
              "pins[1].value: is missing; give a pin such as {\"gate\": \"update\", \"value\": 0, "
              "\"from\": 2, \"to\": 100} (also wrong: pins[1].from, pins[1].to, pins[1].gate)"},
        Wrong{file(R"("pins": 3)"),
              "pins: 3 is not a list of pins; give objects such as {\"gate\": \"update\", "
              "\"value\": 0, \"from\": 2, \"to\": 100}"},
        Wrong{file(R"("pins": [{"gate": "forget", "value": 0, "from": 1, "to": 2}])"),
              "pins[1].gate: \"forget\" is no gate of this cell; "
              "give [], or network.cell \"gru\" or \"lstm\""},
        Wrong{file(R"("precision": ["float12"])"),
              "precision[1]: \"float12\" is not a precision; "
              "give \"float16\", \"bfloat16\", \"float32\" or \"float64\""},
        Wrong{file(R"("precision": [])"),
              "precision: [] names no precision; "
              "give \"float16\", \"bfloat16\", \"float32\" or \"float64\""},
        Wrong{file(R"("precision": ["float32", "float32"])"),
              "precision[2]: \"float32\" is given twice; remove one of them"}));

INSTANTIATE_TEST_SUITE_P(
    Network, WrongScenario,
    testing::Values(
        Wrong{file("", R"("hidden": -3)"),
              "network.hidden: -3 is not a size; give a whole number from 1 to 4096"},
        Wrong{file("", R"("hidden": 3.5)"),
              "network.hidden: 3.5 is not a size; give a whole number from 1 to 4096"},
        Wrong{file("", R"("hidden": 1000000000)"),
              "network.hidden: 1000000000 is not a size: a recurrent matrix alone would take "
              "8e+18 bytes; give a whole number from 1 to 4096"},
        Wrong{file("", R"("hidden": 1e300)"),
              "network.hidden: 1e+300 is not a size; give a whole number from 1 to 4096"},
        Wrong{file("", R"("hidden": "4")"),
              "network.hidden: \"4\" is not a size; give a whole number from 1 to 4096"},
        Wrong{file("", R"("cell": "gru", "activation": "tanh")"),
              "network.activation: \"activation\" is not a key for \"gru\"; remove it"},
        Wrong{file("", R"("cell": "gur")"),
              "network.cell: \"gur\" is not a cell; give \"rnn\", \"gru\" or \"lstm\""},
        Wrong{file("", R"("cell": "lstm", "variant": "keras")"),
              "network.variant: \"keras\" is not a variant; give \"course\" or \"pytorch\""},
        Wrong{file("", R"("layers": 17)"),
              "network.layers: 17 is not a number of layers; give a whole number from 1 to 16"},
        Wrong{file("", R"("bidirectional": 1)"),
              "network.bidirectional: 1 is neither true nor false; give true or false"},
        Wrong{file("", R"("readout": "atention")"),
              "network.readout: \"atention\" is not a readout; give \"state\" or \"attention\""},
        Wrong{file("", R"("variant": "course")"),
              "network.variant: \"variant\" is not a key for \"rnn\"; remove it"},
        Wrong{file("", R"("hiden": 3)"),
              "network.hiden: \"hiden\" is not a known key; write \"hidden\" instead"},
        Wrong{file("", R"("hidden": 2, "hidden": 3)"),
              "network.hidden: \"hidden\" is given twice; remove one of them"},
        Wrong{file("", R"("activation": "tanhh")"),
              "network.activation: \"tanhh\" is not an activation; "
              "give \"tanh\", \"relu\", \"sigmoid\" or \"identity\""}));

INSTANTIATE_TEST_SUITE_P(
    Sections, WrongScenario,
    testing::Values(
        Wrong{file(R"("weights": {"gain": "inf"})"),
              "weights.gain: \"inf\" is not a gain; give a number from 0 to 1000"},
        Wrong{file(R"("weights": {"seed": 9007199254740992})"),
              "weights.seed: 9007199254740992 is not a seed; "
              "give a whole number from 0 to 9007199254740991"},
        Wrong{file(R"("weights": {"forget_bias": "x"})"),
              "weights.forget_bias: \"x\" is not a bias; give a number from -1000 to 1000"},
        Wrong{file(R"("weights": {"forget_bias": 1})"),
              "weights.forget_bias: 1 is for a gate that this cell has not; "
              "give 0, or network.cell \"lstm\""},
        Wrong{file(R"("weights": {"chrono": 100})"),
              "weights.chrono: 100 is for gates that this cell has not; "
              "give null, or network.cell \"gru\" or \"lstm\""},
        Wrong{file(R"("weights": {"chrono": 100, "forget_bias": 1})", R"("cell": "lstm")"),
              "weights.chrono: 100 takes the place of forget_bias and update_bias; "
              "give one or the other"},
        Wrong{file(R"("unroll": {"checkpointing": true})", R"("bidirectional": true)"),
              "unroll.checkpointing: true needs a network that reads forward, without attention; "
              "give false"},
        Wrong{file(R"("loss": {"scale": 0})"),
              "loss.scale: 0 is not a loss scale; give a number from 1e-09 to 1000000000"},
        Wrong{file(R"("weights": {"init": "gaussian", "parameters": {}})"),
              "weights.parameters: \"parameters\" is not a key for \"gaussian\"; remove it"},
        Wrong{file(R"("weights": {"init": "explicit"})"),
              "weights.parameters.W_h: is missing; give 2 rows of 2 numbers"},
        Wrong{file(R"("weights": {"init": "explicit", "parameters": {"W_h": [[1, 2], [3]]}})"),
              "weights.parameters.W_h[2]: row 2 has 1 number; give 2"},
        Wrong{file(R"("weights": {"init": "explicit", "parameters": {"W_h": [[1, "x"], [3]]}})"),
              "weights.parameters.W_h[1,2]: \"x\" is not a number; "
              "give a number, \"inf\", \"-inf\" or \"nan\""},
        Wrong{file(R"("weights": {"init": "explicit",
                   "parameters": {"W_h": [[1, 0], [0, 1]], "b": [[1], [2]], "W_hh": 3}})"),
              "weights.parameters.W_hh: 3 is not a list of rows; give rows of numbers in brackets, "
              "[[]] (also wrong: weights.parameters.b[1])"},
        Wrong{file(R"("input": {"kind": "text"})"),
              "input.file: is not given; give the name of a text file"},
        Wrong{file(R"("input": {"kind": "noise", "period": 3})"),
              "input.period: \"period\" is not a key for \"noise\"; remove it"},
        Wrong{file(R"("input": {"kind": "csv"})"),
              "input.file: is not given; give the name of a CSV file "
              "(also wrong: input.columns)"},
        Wrong{file(R"("initial_state": {"kind": "explicit", "values": [1]})"),
              "initial_state.values: 1 number does not fit 2 hidden units; give 2 numbers"},
        Wrong{file(R"("loss": {"kind": "cross_entropy"})"),
              "loss.kind: \"cross_entropy\" needs characters to foretell; "
              "give input.kind \"text\""},
        Wrong{file(R"("loss": {"kind": "squared_error", "target": 3})"),
              "loss.target: 3 is not a list of rows; give rows of numbers in brackets, [[]]"},
        Wrong{file(R"("loss": {"kind": "squared_error", "target": {"flie": "x.csv"}})"),
              "loss.target.flie: \"flie\" is not a known key; write \"file\" instead "
              "(also wrong: loss.target.file, loss.target.columns)"},
        Wrong{file(R"("unroll": {"horizon": 0}, "clip": {"mode": "norm", "threshold": 0})",
                   R"("hidden": 0)"),
              "network.hidden: 0 is not a size; give a whole number from 1 to 4096 "
              "(also wrong: unroll.horizon, clip.threshold)"},
        Wrong{file(R"("unroll": {"truncation": {"mode": "window", "length": 0}})"),
              "unroll.truncation.mode: \"window\" is not a mode of truncation; "
              "give \"windows\" or \"from_loss\" (also wrong: unroll.truncation.length)"},
        Wrong{file(R"("thresholds": {"vanish": 1, "explode": 0.5})"),
              "thresholds.vanish: 1 is not below the threshold of exploding; "
              "give a number below 0.5"},
        Wrong{file(R"("thresholds": {"vanish": true})"),
              "thresholds.vanish: true is not a threshold; give a number of at least 0"},
        Wrong{file(R"("thresholds": {"explode": "nan"})"),
              "thresholds.explode: nan is not a threshold; give a number above 0, or \"inf\""}));

TEST(ReadScenario, TakesDefaultsForWhatIsMissing) {
  EXPECT_EQ(accepted(file("", "")), Scenario{});
  EXPECT_EQ(accepted("\xEF\xBB\xBF" + file("", "")), Scenario{});
  EXPECT_EQ(accepted(file(R"("clip": null, "unroll": {"truncation": null}, "pins": [])", "")),
            Scenario{});
}

TEST(ReadScenario, TakesWholeNumbersWithAPoint) {
  EXPECT_EQ(accepted(file("", R"("hidden": 3.0, "layers": 1.0)")).network.hidden, 3);
}

TEST(ReadScenario, ReadsNonFiniteNumbersInLists) {
  const Scenario scenario =
      accepted(file(R"("loss": {"gradient": ["-inf", "nan"]}, "thresholds": {"explode": "inf"})"));
  EXPECT_EQ(scenario.loss.gradient[0], -inf);
  EXPECT_TRUE(std::isnan(scenario.loss.gradient[1]));
  EXPECT_EQ(scenario.thresholds.explode, inf);
}

TEST(ReadScenario, IgnoresGainAndSeedOfExplicitWeights) {
  const Scenario scenario = accepted(file(R"("weights": {"init": "explicit", "gain": 3, "seed": 9,
      "forget_bias": 1, "update_bias": 0, "parameters": {"W_h": [[0, 1], [1, 0]]}})"));
  EXPECT_EQ(scenario.weights.gain, WeightsSpec{}.gain);
  EXPECT_EQ(scenario.weights.seed, WeightsSpec{}.seed);
}

TEST(ReadScenario, DoesNotBlameTablesForAWrongSize) {
  EXPECT_EQ(complaintAbout(file(R"("loss": {"gradient": [3]}, "input": {"kind": "explicit",
                "values": [[1]]}, "unroll": {"horizon": 1})",
                                R"("hidden": 5000)")),
            "network.hidden: 5000 is not a size; give a whole number from 1 to 4096");
}

TEST(ReadScenario, SurvivesManyUnknownKeys) {
  std::string more = R"("k0": 0)";
  for (int i = 1; i < 20000; ++i) {
    more += ", \"k" + std::to_string(i) + "\": 0";
  }
  const ScenarioOrProblems result = readScenario(file(more));
  EXPECT_EQ(std::get<std::vector<FieldProblem>>(result).size(), 100U);
}

TEST(ReadScenario, NamesTheKindOfRemedy) {
  const ScenarioOrProblems result = readScenario(file("", R"("hiden": 3, "hidden": 0)"));
  const auto& problems = std::get<std::vector<FieldProblem>>(result);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(
      problems[0],
      (FieldProblem{"network.hidden", "0", "is not a size", Remedy::WholeNumber, 1, 4096, {}, {}}));
  EXPECT_EQ(problems[1], (FieldProblem{"network.hiden",
                                       "\"hiden\"",
                                       "is not a known key",
                                       Remedy::KnownKey,
                                       0,
                                       0,
                                       {"hidden"},
                                       {}}));
}

TEST(ReadScenarioFile, SaysWhatIsWrongWithTheFile) {
  const auto complaint = [](const std::filesystem::path& path) {
    return describe(std::get<std::vector<FieldProblem>>(readScenarioFile(path)));
  };
  EXPECT_EQ(complaint("/nowhere/x.json"), "does not exist; give the name of a file that does");
  EXPECT_EQ(complaint("/"), "is a directory; give the name of a file");
}

} // namespace
} // namespace backflow
