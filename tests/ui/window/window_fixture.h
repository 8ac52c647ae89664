// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/child.h"
#include "ui/state/preferences.h"
#include "ui/window/data_reading.h"
#include "ui/window/main_window.h"

#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>

namespace backflow::test {

/// Opens a file as a user does, and waits until it is read.
inline void openAndWait(MainWindow& window, const std::filesystem::path& file) {
  window.openFile(file);
  const auto* data = window.findChild<DataReading*>();
  ASSERT_TRUE(QTest::qWaitFor([data] { return !data->isBusy(); }, 30000));
}

/// The real window, which remembers nothing of another test, and what tests do in it.
class WindowTest : public testing::Test {
 protected:
  WindowTest() : window((Preferences::forgetAll(), libraryGroups())) {}

  void showWindow() {
    window.resize(1280, 800);
    window.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
  }

  void waitForTraceOfTheState() {
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return window.trace() && window.trace()->scenario == window.state().scenario(); },
        30000));
  }

  template <class Widget> Widget& child(const char* name) const {
    return childOf<Widget>(window, name);
  }

  /// Replaces what stands in a field, and enters it.
  void type(const char* field, const QString& text) const {
    auto& edit = child<QLineEdit>(field);
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
    QTest::keyClick(&edit, Qt::Key_Return);
  }

  MainWindow window;
};

} // namespace backflow::test
