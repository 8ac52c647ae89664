// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/cliff_lab.h"

#include "ui/plot/cliff_plot.h"
#include "ui/text/cliff_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

class CliffLabTest : public testing::Test {
 protected:
  CliffLabTest() {
    lab.resize(900, 560);
    lab.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&lab));
    waitForStudyOfTheSettings();
  }

  bool isStudied() const {
    const auto study = lab.study();
    const CliffSettings& settings = lab.settings();
    return study && study->rate == settings.rate && study->threshold == settings.threshold &&
           study->free.front().point == CliffPoint{settings.startW, settings.startB};
  }

  void waitForStudyOfTheSettings() {
    EXPECT_TRUE(QTest::qWaitFor([this] { return isStudied(); }, 30000));
  }

  void type(const char* field, const QString& text) {
    auto* edit = lab.findChild<QLineEdit*>(QString::fromLatin1(field));
    ASSERT_NE(edit, nullptr) << field;
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
  }

  QLabel& label(const char* name) { return *lab.findChild<QLabel*>(QString::fromLatin1(name)); }

  CliffLab lab;
};

TEST(CliffLab, ComputesNothingBeforeItIsShown) {
  CliffLab lab;
  QSignalSpy ready(&lab, &CliffLab::studyReady);
  EXPECT_FALSE(ready.wait(200));
  lab.show();
  EXPECT_TRUE(QTest::qWaitFor([&] { return ready.count() == 1; }, 30000));
  EXPECT_NE(lab.study(), nullptr);
}

TEST_F(CliffLabTest, TheDefaultsShowTheEffect) {
  const CliffStudy& study = *lab.study();
  const int updates = static_cast<int>(study.clipped.size()) - 1;
  const CliffJump free = longestJump(study.free, updates);
  const CliffJump clipped = longestJump(study.clipped, updates);
  EXPECT_GT(free.length, 10 * clipped.length);
  EXPECT_GT(free.length, 10) << "far out of the picture";
  EXPECT_LE(clipped.length, study.rate * study.threshold * (1 + 1e-9));
  EXPECT_LT(study.clipped.back().slope.error, 0.001);
  EXPECT_GT(study.free.back().slope.error, 50 * study.clipped.back().slope.error);
  for (const CliffStep& step : study.clipped) {
    EXPECT_GT(step.point.w, study.frame.least.w);
    EXPECT_LT(step.point.w, study.frame.most.w);
    EXPECT_GT(step.point.b, study.frame.least.b);
    EXPECT_LT(step.point.b, study.frame.most.b);
  }
  const double before = study.free[static_cast<std::size_t>(free.update) - 2].slope.norm();
  EXPECT_LT(before, study.threshold) << "the valley is flat until the cliff";
}

TEST_F(CliffLabTest, TheSentenceHasTheNumbersOfTheStudy) {
  const QString sentence = label("cliffSentence").text();
  EXPECT_EQ(sentence, cliffText(*lab.study()));
  const int updates = static_cast<int>(lab.study()->clipped.size()) - 1;
  const CliffJump free = longestJump(lab.study()->free, updates);
  EXPECT_TRUE(sentence.contains(QStringLiteral("update %1 jumps").arg(free.update)));
}

TEST_F(CliffLabTest, TypedNumbersChangeTheStudy) {
  type("cliffRateField", QStringLiteral("0,05"));
  EXPECT_EQ(lab.settings().rate, 0.05);
  type("cliffThresholdField", QStringLiteral("0.5"));
  type("cliffStartWField", QStringLiteral("4.8"));
  type("cliffStartBField", QStringLiteral("-2,1"));
  waitForStudyOfTheSettings();
  EXPECT_EQ(lab.study()->rate, 0.05);
  EXPECT_EQ(lab.study()->threshold, 0.5);
  EXPECT_EQ(lab.study()->clipped.front().point, (CliffPoint{4.8, -2.1}));
  EXPECT_TRUE(label("cliffProblem").isHidden());
}

TEST_F(CliffLabTest, WrongTextKeepsTheStudyAndSaysWhatWouldBeRight) {
  const auto before = lab.study();
  type("cliffRateField", QStringLiteral("fast"));
  EXPECT_TRUE(label("cliffProblem").isVisible());
  EXPECT_TRUE(label("cliffProblem").text().contains(QStringLiteral("Give a number")));
  type("cliffThresholdField", QStringLiteral("0"));
  EXPECT_TRUE(label("cliffProblem").text().contains(QStringLiteral("above 0")));
  type("cliffStartWField", QStringLiteral("17"));
  EXPECT_TRUE(label("cliffProblem").text().contains(QStringLiteral("from 4 to 5.25")));
  QTest::qWait(100);
  EXPECT_EQ(lab.study(), before);
  EXPECT_EQ(lab.settings(), CliffSettings());

  type("cliffStartBField", QStringLiteral("-2.1"));
  waitForStudyOfTheSettings();
  EXPECT_EQ(lab.findChild<QLineEdit*>(QStringLiteral("cliffRateField"))->text(),
            QStringLiteral("fast"))
      << "it stays for mending";
  type("cliffRateField", QStringLiteral("0.1"));
  EXPECT_FALSE(label("cliffProblem").text().contains(QStringLiteral("rate")));
  QTest::mouseClick(lab.findChild<QPushButton*>(QStringLiteral("cliffReset")), Qt::LeftButton);
  EXPECT_TRUE(label("cliffProblem").isHidden());
  EXPECT_EQ(lab.settings(), CliffSettings());
  EXPECT_EQ(lab.findChild<QLineEdit*>(QStringLiteral("cliffStartWField"))->text(),
            QStringLiteral("4.95"));
  waitForStudyOfTheSettings();
}

TEST_F(CliffLabTest, AChosenPointIsTheStart) {
  auto* plot = qobject_cast<CliffPlot*>(lab.plot());
  ASSERT_NE(plot, nullptr);
  emit plot->startChosen(4.712345, -2.054321);
  EXPECT_EQ(lab.settings().startW, 4.712);
  EXPECT_EQ(lab.settings().startB, -2.054);
  EXPECT_EQ(lab.findChild<QLineEdit*>(QStringLiteral("cliffStartBField"))->text(),
            QStringLiteral("-2.054"));
  waitForStudyOfTheSettings();
}

TEST_F(CliffLabTest, AThresholdThatNothingReachesIsTold) {
  type("cliffThresholdField", QStringLiteral("100000"));
  waitForStudyOfTheSettings();
  EXPECT_TRUE(label("cliffSentence").text().startsWith(QStringLiteral("No slope")));
}

TEST(CliffText, AnOverflowIsAJumpWithoutEnd) {
  CliffStep last;
  last.slope.byW = 1e300;
  const CliffJump jump = longestJump({CliffStep(), last}, 5);
  EXPECT_EQ(jump.update, 2);
  EXPECT_TRUE(std::isinf(jump.length));
  EXPECT_EQ(jump.slope, 1e300);
}

} // namespace
} // namespace backflow::test
