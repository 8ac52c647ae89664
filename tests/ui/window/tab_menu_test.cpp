// SPDX-License-Identifier: GPL-3.0-or-later
// Every view is one key or one menu away, whether or not its tab has room on the bar.
#include "ui/window/tab_menu.h"

#include "tests/ui/window/window_fixture.h"

#include <QAction>
#include <QApplication>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace backflow::test {
namespace {

class TabMenuTest : public WindowTest {
 protected:
  TabMenuTest() { showWindow(); }
  ~TabMenuTest() override { window.setLanguage(QStringLiteral("en")); }

  QTabWidget& tabs() const { return child<QTabWidget>("lowerTabs"); }
  TabMenu& menu() const { return child<TabMenu>("tabMenu"); }

  QAction& entry(const QString& text) const {
    for (QAction* action : menu().actions()) {
      if (action->text() == text) {
        return *action;
      }
    }
    throw std::invalid_argument("no such view in the menu: " + text.toStdString());
  }

  /// As the tabs are named, from the first on.
  void expectTabsInMenu() const {
    ASSERT_EQ(menu().actions().size(), tabs().count());
    for (int k = 0; k < tabs().count(); ++k) {
      EXPECT_EQ(menu().actions().at(k)->text(), tabs().tabText(k));
      EXPECT_EQ(menu().actions().at(k)->isChecked(), k == tabs().currentIndex()) << k;
    }
  }
};

TEST_F(TabMenuTest, NamesEveryTabInBothLanguagesAndTicksTheOneInSight) {
  expectTabsInMenu();
  EXPECT_EQ(entry(QStringLiteral("Phase diagram")).shortcut(), QKeySequence());
  tabs().setCurrentIndex(2);
  expectTabsInMenu();
  window.setLanguage(QStringLiteral("pt_BR"));
  QApplication::processEvents();
  EXPECT_EQ(menu().title(), QStringLiteral("Vistas"));
  EXPECT_EQ(menu().actions().first()->text(), QStringLiteral("Estados"));
  expectTabsInMenu();
}

TEST_F(TabMenuTest, AKeyOrAnEntryBringsAViewForward) {
  QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
  EXPECT_TRUE(child<QWidget>("gatesTab").isVisible());
  entry(QStringLiteral("Calculators")).trigger();
  EXPECT_TRUE(child<QWidget>("calculatorsTab").isVisible());
  expectTabsInMenu();
}

TEST_F(TabMenuTest, TheButtonBesideTheTabsOpensTheMenuWithinTheWindow) {
  window.resize(1024, 600); // where some tabs have no room
  QTest::qWait(50);
  auto& button = child<QToolButton>("allTabs");
  ASSERT_TRUE(button.isVisible());
  QTest::mouseClick(&button, Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return menu().isVisible(); }));
  EXPECT_LE(menu().geometry().right(), window.frameGeometry().right());
  menu().close();
}

TEST_F(TabMenuTest, InAClassAKeyOpensTheFoldedViews) {
  window.setProjector(true);
  ASSERT_FALSE(tabs().isVisible());
  QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier); // the one that is chosen already
  EXPECT_TRUE(child<QWidget>("states").isVisible());
  window.setProjector(false);
}

} // namespace
} // namespace backflow::test
