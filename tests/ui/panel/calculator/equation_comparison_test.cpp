// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/equation_comparison.h"

#include "tests/ui/child.h"
#include "ui/panel/calculator/equation_view.h"
#include "ui/panel/choice_box.h"
#include "ui/text/equation_markup.h"

#include <QLabel>
#include <QToolButton>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

TEST(EquationMarkup, SetsIndicesLowAndMarksRoles) {
  const auto runs = equationRuns(QStringLiteral("⟦wΓ_u⟧ ⊙ c_{t−1}"));
  const std::vector<EquationRun> expected{{QStringLiteral("Γ"), false, GateRole::WriteNew},
                                          {QStringLiteral("u"), true, GateRole::WriteNew},
                                          {QStringLiteral(" ⊙ c"), false, {}},
                                          {QStringLiteral("t−1"), true, {}}};
  EXPECT_EQ(runs, expected);
  EXPECT_EQ(plainEquation(QStringLiteral("⟦k(1 − Γ_u)⟧ ⊙ c_{t−1}")), "(1 − Γu) ⊙ ct−1");
}

class EquationComparisonTest : public testing::Test {
 protected:
  template <class Widget> Widget& child(const char* name) {
    return childOf<Widget>(comparison, name);
  }
  QStringList marked(const char* role, const char* view) {
    child<QToolButton>(role).click();
    QStringList different = child<EquationView>(view).markedText();
    different.removeDuplicates();
    return different;
  }
  void choosePyTorch() {
    auto& box = child<ChoiceBox>("equationVariant");
    box.setCurrent(Variant::PyTorch);
    emit box.activated(box.currentIndex());
  }

  EquationComparison comparison;
};

TEST_F(EquationComparisonTest, MarksTheGateOfEachPartInBothCells) {
  EXPECT_EQ(marked("roleWrite", "gruEquations"), QStringList{"Γu"});
  EXPECT_EQ(marked("roleWrite", "lstmEquations"), QStringList{"Γu"});
  EXPECT_EQ(marked("roleKeep", "gruEquations"), QStringList{"(1 − Γu)"});
  EXPECT_EQ(marked("roleKeep", "lstmEquations"), QStringList{"Γf"});
  EXPECT_EQ(marked("roleHide", "gruEquations"), QStringList{"Γr"});
  EXPECT_TRUE(marked("roleHide", "lstmEquations").isEmpty());
  EXPECT_TRUE(marked("roleOutput", "gruEquations").isEmpty());
  EXPECT_EQ(marked("roleOutput", "lstmEquations"), QStringList{"Γo"});
  EXPECT_TRUE(marked("roleNone", "lstmEquations").isEmpty());
}

TEST_F(EquationComparisonTest, TurnsTheUpdateGateRoundInPyTorch) {
  choosePyTorch();
  EXPECT_EQ(marked("roleWrite", "gruEquations"), QStringList{"(1 − zt)"});
  EXPECT_EQ(marked("roleKeep", "gruEquations"), QStringList{"zt"});
  EXPECT_EQ(marked("roleKeep", "lstmEquations"), QStringList{"ft"});
  EXPECT_EQ(marked("roleOutput", "lstmEquations"), QStringList{"ot"});
}

TEST_F(EquationComparisonTest, SaysWhereTheLikenessEnds) {
  const auto sentence = [this](const char* role) {
    child<QToolButton>(role).click();
    return child<QLabel>("likeness").text();
  };
  EXPECT_TRUE(sentence("roleWrite").contains("independent"));
  EXPECT_TRUE(sentence("roleOutput").contains("Γo ⊙ tanh c"));
  choosePyTorch();
  EXPECT_TRUE(sentence("roleHide").contains("after the product"));
}

TEST_F(EquationComparisonTest, StandsSideBySideOnlyWhereThereIsRoom) {
  comparison.resize(1400, 600);
  comparison.show();
  const auto& gru = child<EquationView>("gruEquations");
  const auto& lstm = child<EquationView>("lstmEquations");
  EXPECT_EQ(gru.y(), lstm.y());
  EXPECT_GT(lstm.x(), gru.x());
  comparison.resize(400, 900);
  EXPECT_EQ(gru.x(), lstm.x());
  EXPECT_GT(lstm.y(), gru.y());
}

} // namespace
} // namespace backflow::test
