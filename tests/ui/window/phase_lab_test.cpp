// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/phase_lab.h"

#include "core/unroll/sweep.h"
#include "ui/panel/choice_box.h"
#include "ui/plot/phase_plot.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace backflow::test {
namespace {

class PhaseLabTest : public testing::Test {
 protected:
  PhaseLabTest() {
    state.edit(QString(), [](Scenario& scenario) {
      scenario.network.hidden = 8;
      scenario.unroll.horizon = 20;
      scenario.title = "base";
    });
    state.endEdit();
    lab.resize(900, 560);
    lab.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&lab));
    choose("phaseCells", 16);
  }

  void choose(const char* name, int key) {
    auto* box = lab.findChild<ChoiceBox*>(QString::fromLatin1(name));
    ASSERT_NE(box, nullptr) << name;
    box->setCurrent(key);
    emit box->chosen(key);
  }
  void type(const char* field, const QString& text) {
    auto* edit = lab.findChild<QLineEdit*>(QString::fromLatin1(field));
    ASSERT_NE(edit, nullptr) << field;
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
  }
  void clickRun() {
    QTest::mouseClick(lab.findChild<QPushButton*>(QStringLiteral("phaseRun")), Qt::LeftButton);
  }
  void runToTheEnd() {
    clickRun();
    EXPECT_TRUE(QTest::qWaitFor([this] { return lab.study() && !lab.isRunning(); }, 60000));
  }
  QString words() { return lab.findChild<QLabel*>(QStringLiteral("phaseWords"))->text(); }

  AppState state;
  PhaseLab lab{state};
};

TEST_F(PhaseLabTest, ComputesWhatASweepComputes) {
  EXPECT_EQ(lab.study(), nullptr) << "nothing before Run";
  runToTheEnd();
  const PhaseStudy& study = *lab.study();
  ASSERT_EQ(study.done, cellCount(study.spec));
  EXPECT_EQ(study.done, 16 * 12 * 3);
  EXPECT_TRUE(runSweep(study.spec, cellsOfShard(study.done, 1, 1), 1, [&](const CellResult& cell) {
                const auto& drawn = study.cells[static_cast<std::size_t>(cell.cell.index)];
                ASSERT_TRUE(drawn);
                EXPECT_EQ(drawn->ratioLog10, cell.ratioLog10);
                EXPECT_EQ(drawn->fate, cell.fate);
              }).empty());
  EXPECT_EQ(study.present, (std::vector{0.9, 0.1}));
}

TEST_F(PhaseLabTest, StopKeepsWhatIsThereAndRunBeginsAnew) {
  state.edit(QString(), [](Scenario& scenario) { scenario.unroll.horizon = 3000; });
  clickRun();
  ASSERT_TRUE(QTest::qWaitFor([this] { return lab.study() && lab.study()->done > 0; }, 60000));
  clickRun();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !lab.isRunning(); }, 60000));
  const auto stopped = lab.study();
  EXPECT_LT(stopped->done, cellCount(stopped->spec));
  state.edit(QString(), [](Scenario& scenario) { scenario.unroll.horizon = 10; });
  runToTheEnd();
  EXPECT_NE(lab.study(), stopped);
  EXPECT_EQ(lab.study()->spec.scenario.unroll.horizon, 10);
  EXPECT_EQ(lab.study()->done, cellCount(lab.study()->spec));
}

TEST_F(PhaseLabTest, SaysThatTheDiagramBelongsToFormerSettings) {
  runToTheEnd();
  EXPECT_TRUE(words().contains(QStringLiteral("click")));
  state.edit(QString(), [](Scenario& scenario) { scenario.weights.gain = 1.5; });
  EXPECT_TRUE(lab.study()->present);
  EXPECT_EQ((*lab.study()->present)[0], 1.5) << "its place moves with the gain";
  const auto before = lab.study();
  state.edit(QString(), [](Scenario& scenario) { scenario.unroll.horizon = 30; });
  EXPECT_EQ(lab.study(), before) << "the diagram stays";
  EXPECT_FALSE(lab.study()->present);
  EXPECT_TRUE(words().contains(QStringLiteral("former")));
}

TEST_F(PhaseLabTest, TellsOfTheCellUnderTheMouseWhatIsKnownByNow) {
  auto* plot = lab.findChild<PhasePlot*>();
  ASSERT_NE(plot, nullptr);
  runToTheEnd();
  emit plot->cellPointed(2, 3);
  const QString reading = words();
  EXPECT_TRUE(reading.contains(QStringLiteral("median ratio of 3 seeds"))) << reading.toStdString();
  state.edit(QString(), [](Scenario& scenario) { scenario.weights.gain = 1.5; });
  EXPECT_EQ(words(), reading) << "the diagram is still this scenario's";
  state.edit(QString(), [](Scenario& scenario) { scenario.unroll.horizon = 30; });
  EXPECT_TRUE(words().contains(QStringLiteral("former"))) << words().toStdString();
  emit plot->cellPointed(2, 3);
  EXPECT_EQ(words(), reading);
  QEvent leave(QEvent::Leave);
  QCoreApplication::sendEvent(plot, &leave);
  EXPECT_TRUE(words().contains(QStringLiteral("former"))) << words().toStdString();
  emit plot->cellPointed(2, 3);
  runToTheEnd();
  EXPECT_FALSE(words().contains(QStringLiteral("not computed yet"))) << words().toStdString();
}

TEST_F(PhaseLabTest, AChangeDoesNotEndARunningDiagram) {
  state.edit(QString(), [](Scenario& scenario) { scenario.unroll.horizon = 400; });
  clickRun();
  ASSERT_TRUE(lab.isRunning());
  state.edit(QString(), [](Scenario& scenario) { scenario.network.hidden = 4; });
  EXPECT_TRUE(lab.isRunning());
  EXPECT_TRUE(words().contains(QStringLiteral("former")));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !lab.isRunning(); }, 60000));
  EXPECT_EQ(lab.study()->spec.scenario.network.hidden, 8);
  EXPECT_EQ(lab.study()->done, cellCount(lab.study()->spec));
}

TEST_F(PhaseLabTest, AClickWishesForTheScenarioWhoseRatioTheCellShows) {
  runToTheEnd();
  QList<Document> wished;
  QObject::connect(&lab, &PhaseLab::scenarioWished, &lab,
                   [&](const Document& document) { wished += document; });
  auto& plot = *static_cast<PhasePlot*>(lab.plot());
  std::set<std::uint64_t> seeds;
  for (int row = 0; row < 12; ++row) {
    emit plot.cellChosen(15, row);
    ASSERT_EQ(wished.size(), row + 1);
    Scenario expected = state.scenario();
    expected.weights.gain = 3;
    expected.input.std = row / 11.0;
    expected.weights.seed = wished[row].scenario.weights.seed;
    EXPECT_NEAR(wished[row].scenario.input.std, expected.input.std, 1e-12);
    expected.input.std = wished[row].scenario.input.std;
    EXPECT_EQ(wished[row].scenario, expected) << "title and all else stay";
    const std::uint64_t seed = expected.weights.seed - state.scenario().weights.seed;
    seeds.insert(seed);
    ASSERT_LT(seed, 3U);
    const auto& cell = lab.study()->cells[seed * 16 * 12 + static_cast<std::size_t>(row) * 16 + 15];
    EXPECT_EQ(cell->ratioLog10, plot.picture().at(15, row).ratioLog10);
  }
  EXPECT_GT(seeds.size(), 1U) << "the median is not always the same seed's";
}

TEST_F(PhaseLabTest, WhatCannotBeVariedIsNotOffered) {
  state.edit(QString(), [](Scenario& scenario) { scenario.input.kind = InputKind::Constant; });
  EXPECT_EQ(lab.settings().parameter, PhaseParameter::InputAmplitude);
  choose("phaseParameter", static_cast<int>(PhaseParameter::Horizon));
  EXPECT_EQ(lab.settings().least, 10);
  state.edit(QString(), [](Scenario& scenario) {
    scenario.network.hidden = 1;
    scenario.weights.init = WeightInit::Explicit;
    scenario.weights.parameters = {{"W_h", {{0.5}}}};
  });
  EXPECT_FALSE(lab.findChild<QPushButton*>(QStringLiteral("phaseRun"))->isEnabled());
  EXPECT_TRUE(words().contains(QStringLiteral("no gain")));
}

TEST_F(PhaseLabTest, RangesThatCannotBeAreTold) {
  type("phaseMostGainField", QStringLiteral("0,25"));
  clickRun();
  EXPECT_FALSE(lab.isRunning());
  EXPECT_TRUE(words().contains(QStringLiteral("range")));
  type("phaseMostGainField", QStringLiteral("5000"));
  clickRun();
  EXPECT_FALSE(lab.isRunning());
  EXPECT_TRUE(words().contains(QStringLiteral("1000"))) << words().toStdString();
  type("phaseMostGainField", QStringLiteral("2"));
  type("phaseMostField", QStringLiteral("much"));
  EXPECT_TRUE(words().contains(QStringLiteral("number")));
}

TEST(PhaseLab, StopsBeforeItHasBegun) {
  AppState state;
  PhaseLab lab(state);
  lab.run();
  lab.stop();
  EXPECT_FALSE(lab.isRunning());
  lab.run();
  EXPECT_TRUE(lab.isRunning());
  EXPECT_TRUE(QTest::qWaitFor([&] { return lab.study()->done > 0; }, 60000));
}

TEST(PhaseLab, MayGoWhileItComputes) {
  AppState state;
  state.edit(QString(), [](Scenario& scenario) { scenario.unroll.horizon = 5000; });
  auto lab = std::make_unique<PhaseLab>(state);
  lab->run();
  EXPECT_TRUE(lab->isRunning());
  lab.reset();
  QTest::qWait(100);
}

} // namespace
} // namespace backflow::test
