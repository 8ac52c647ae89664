// SPDX-License-Identifier: GPL-3.0-or-later
// Escape takes away what came over the window or between its parts, one thing at a time.
#include "tests/ui/window/window_fixture.h"
#include "ui/window/hints.h"
#include "ui/window/key_list.h"
#include "ui/window/message_bar.h"
#include "ui/window/projector_view.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTextBrowser>

#include <gtest/gtest.h>

#include <map>

namespace backflow::test {
namespace {

class EscapeTest : public WindowTest {
 protected:
  EscapeTest() { showWindow(); }

  QWidget& exportBar() { return child<QWidget>("exportBar"); }

  void openExport() {
    child<QAction>("export").trigger();
    ASSERT_TRUE(exportBar().isVisible());
  }

  void press() {
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Escape);
  }
};

TEST_F(EscapeTest, ClosesTheExportFromWithinItAndFromTheWindow) {
  for (const char* name : {"exportSave", "exportCaption", "exportPlot", "exportWidth", "gainSlider",
                           "gainField", "timeSlider", "eventList"}) {
    openExport();
    child<QWidget>(name).setFocus();
    press();
    EXPECT_FALSE(exportBar().isVisible()) << name;
    EXPECT_TRUE(window.focusWidget() == nullptr || window.focusWidget()->isVisible()) << name;
  }
}

TEST_F(EscapeTest, ANumberThatIsBeingTypedGoesFirst) {
  openExport();
  auto& width = child<QLineEdit>("exportWidth");
  const QString before = width.text();
  width.setFocus();
  width.selectAll();
  QTest::keyClicks(&width, QStringLiteral("12"));
  press();
  EXPECT_EQ(width.text(), before);
  EXPECT_TRUE(exportBar().isVisible());
  press();
  EXPECT_FALSE(exportBar().isVisible());
}

TEST_F(EscapeTest, ClosesTheGlossaryThatHasAllItsWordsInBothLanguages) {
  std::map<QString, QString> words;
  for (const char* language : {"en", "pt_BR"}) {
    window.setLanguage(QString::fromLatin1(language));
    child<QAction>("glossary").trigger();
    auto& page = child<QWidget>("glossaryPage");
    ASSERT_TRUE(page.isVisible());
    words[QString::fromLatin1(language)] = child<QTextBrowser>("glossaryWords").toPlainText();
    press();
    EXPECT_FALSE(page.isVisible());
  }
  window.setLanguage(QStringLiteral("en"));
  EXPECT_TRUE(words["en"].contains(QStringLiteral("1.175 × 10⁻³⁸ in float32")));
  EXPECT_TRUE(words["pt_BR"].contains(QStringLiteral("1,175 × 10⁻³⁸ em float32")));
  EXPECT_FALSE(words["pt_BR"].contains(QChar('%')));
}

TEST_F(EscapeTest, WhatIsMoreUrgentGoesFirst) {
  auto& message = child<MessageBar>("messageBar");
  auto& keys = child<KeyList>("keyList");
  auto& hints = child<Hints>("hints");
  openExport();
  child<QAction>("keys").trigger();
  hints.start();
  message.showProblem(QStringLiteral("no such file"));
  window.setFocus();
  const auto open = [&] {
    return int(!message.text().isEmpty()) + int(hints.isVisible()) + int(keys.isVisible()) +
           int(exportBar().isVisible());
  };
  for (int left = 3; left >= 0; --left) {
    ASSERT_EQ(open(), left + 1);
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_EQ(open(), left);
    EXPECT_EQ(exportBar().isVisible(), left > 0) << "it is the least urgent";
  }
}

TEST_F(EscapeTest, BeforeAClassTheExportGoesAndTheViewStays) {
  window.setProjector(true);
  openExport();
  press();
  EXPECT_FALSE(exportBar().isVisible());
  EXPECT_TRUE(child<ProjectorView>("projectorView").isOn());
  press();
  EXPECT_FALSE(child<ProjectorView>("projectorView").isOn());
}

} // namespace
} // namespace backflow::test
