// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/caption_line.h"
#include "ui/panel/control_panel.h"
#include "ui/panel/control_row.h"
#include "ui/state/app_state.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {

/// The key of the choice of no task.
inline constexpr int noTask = -1;

/// The whole panel, driven through the controls that a user has.
class TrainingPanel : public testing::Test {
 protected:
  void SetUp() override {
    panel.resize(340, 2000);
    panel.show();
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
  }

  template <class Widget> Widget* find(const char* name) {
    auto* widget = panel.findChild<Widget*>(QString::fromLatin1(name));
    EXPECT_NE(widget, nullptr) << name;
    return widget;
  }

  bool isShown(const char* name) { return find<QWidget>(name)->isVisibleTo(&panel); }

  void enter(const char* name, const QString& text) {
    auto* field = find<QLineEdit>(name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  }

  void choose(const char* name, int key) {
    auto* box = find<QComboBox>(name);
    const int index = box->findData(key);
    ASSERT_GE(index, 0) << name << " " << key;
    box->setCurrentIndex(index);
    emit box->activated(index);
  }
  void choose(TaskKind task) { choose("taskCombo", static_cast<int>(task)); }
  void choose(OptimiserKind kind) { choose("optimiserCombo", static_cast<int>(kind)); }

  ControlRow* rowOf(const char* name) {
    QWidget* around = find<QWidget>(name);
    while (around != nullptr && qobject_cast<ControlRow*>(around) == nullptr) {
      around = around->parentWidget();
    }
    return qobject_cast<ControlRow*>(around);
  }
  /// What the row of a control says to be wrong.
  QString problemOf(const char* name) {
    auto* caption = rowOf(name)->findChild<CaptionLine*>();
    return caption->showsProblem() ? caption->text() : QString();
  }

  const TrainingSpec& training() { return state.scenario().training.value(); }

  AppState state;
  ControlPanel panel{state};
};

} // namespace backflow::test
