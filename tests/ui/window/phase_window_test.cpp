// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "ui/plot/phase_plot.h"
#include "ui/window/export_bar.h"
#include "ui/window/lower_views.h"
#include "ui/window/main_window.h"
#include "ui/window/phase_lab.h"

#include <qcustomplot.h>

#include <QAction>
#include <QComboBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class PhaseWindowTest : public testing::Test {
 protected:
  PhaseWindowTest() : window(libraryGroups()) {
    window.resize(1280, 720);
    window.show();
    window.state().edit(QString(), [](Scenario& scenario) {
      scenario.network.hidden = 4;
      scenario.unroll.horizon = 10;
    });
    window.state().endEdit();
    auto& tabs = *window.findChild<QTabWidget*>(QStringLiteral("lowerTabs"));
    lab = window.findChild<PhaseLab*>(QStringLiteral("phaseTab"));
    tabs.setCurrentWidget(lab);
    EXPECT_TRUE(QTest::qWaitFor([this] { return window.trace() != nullptr; }, 30000));
  }

  MainWindow window;
  PhaseLab* lab = nullptr;
};

TEST_F(PhaseWindowTest, AClickOnACellIsOneStepOfUndo) {
  lab->run();
  ASSERT_TRUE(QTest::qWaitFor([this] { return lab->study()->done > 0; }, 60000));
  const Scenario before = window.state().scenario();
  emit static_cast<PhasePlot*>(lab->plot())->cellChosen(0, 0);
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5);
  EXPECT_EQ(window.state().scenario().input.std, 0);
  EXPECT_EQ(lab->study()->present, (std::vector{0.5, 0.0}));
  window.state().undoStack()->undo();
  EXPECT_EQ(window.state().scenario(), before);
}

TEST_F(PhaseWindowTest, TheDiagramIsWhatIsExported) {
  window.findChild<QAction*>(QStringLiteral("export"))->trigger();
  auto& bar = *window.findChild<ExportBar*>(QStringLiteral("exportBar"));
  EXPECT_EQ(bar.view(), ViewKind::PhaseDiagram);
  const QTemporaryDir folder;
  EXPECT_FALSE(bar.saveTo(folder.filePath(QStringLiteral("none.png")))) << "nothing is computed";
  lab->run();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !lab->isRunning(); }, 60000));
  QCustomPlot& plot = static_cast<PhasePlot*>(lab->plot())->plot();
  plot.replot();
  EXPECT_FALSE(plot.yAxis->label().isEmpty());
  for (const char* name : {"phase.png", "phase.svg", "phase.pdf"}) {
    EXPECT_TRUE(bar.saveTo(folder.filePath(QString::fromLatin1(name)))) << name;
  }
}

} // namespace
} // namespace backflow::test
