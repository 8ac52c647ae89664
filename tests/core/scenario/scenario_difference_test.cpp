// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_difference.h"

#include "tests/support/experiments.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

using Kind = FieldValue::Kind;

TEST(ScenarioDifference, EqualSettingsDoNotDifferWhateverTheTitle) {
  Scenario other;
  other.title = "the same under another name";
  EXPECT_TRUE(differencesOf(Scenario{}, other).empty());
}

TEST(ScenarioDifference, ComesInTheOrderOfTheFileWithBothValues) {
  Scenario other;
  other.unroll.horizon = 200;
  other.weights.gain = 1.1;
  const std::vector<FieldDifference> expected{
      {"weights.gain", {Kind::Number, "0.9"}, {Kind::Number, "1.1"}},
      {"unroll.horizon", {Kind::Number, "100"}, {Kind::Number, "200"}}};
  EXPECT_EQ(differencesOf(Scenario{}, other), expected);
}

TEST(ScenarioDifference, ASectionThatIsOnlyInOneDiffersInAllItsFields) {
  const Scenario other = clipped(Scenario{}, ClipMode::Norm, 2);
  const std::vector<FieldDifference> expected{{"clip.mode", {}, {Kind::Word, "norm"}},
                                              {"clip.threshold", {}, {Kind::Number, "2"}}};
  EXPECT_EQ(differencesOf(Scenario{}, other), expected);
  const auto back = differencesOf(other, Scenario{});
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0], (FieldDifference{"clip.mode", {Kind::Word, "norm"}, {}}));
}

TEST(ScenarioDifference, FieldsOfAnotherKindComeAndGo) {
  Scenario other;
  other.network.cell = CellKind::Gru;
  const std::vector<FieldDifference> expected{
      {"network.cell", {Kind::Word, "rnn"}, {Kind::Word, "gru"}},
      {"network.activation", {Kind::Word, "tanh"}, {}},
      {"network.variant", {}, {Kind::Word, "course"}}};
  EXPECT_EQ(differencesOf(Scenario{}, other), expected);
}

TEST(ScenarioDifference, ShortListsAreToldAndLongOnesAreTables) {
  Scenario other;
  other.precisions = {Precision::Float16};
  other.network.bidirectional = true;
  const auto found = differencesOf(Scenario{}, other);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].to, (FieldValue{Kind::Flag, "true"}));
  EXPECT_EQ(found[1].from, (FieldValue{Kind::List, "float32, float64"}));
  EXPECT_EQ(found[1].to, (FieldValue{Kind::List, "float16"}));

  const auto ofWeights =
      differencesOf(linear({{1, 2}, {3, 4}}, {1, 1}, 5), linear({{1, 2}, {3, 5}}, {1, 1}, 5));
  ASSERT_EQ(ofWeights.size(), 1U);
  EXPECT_EQ(ofWeights[0].field, "weights.parameters.W_h");
  EXPECT_EQ(ofWeights[0].from, (FieldValue{Kind::Table, ""}));
}

} // namespace
} // namespace backflow::test
