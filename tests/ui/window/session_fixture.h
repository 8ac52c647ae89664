// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/state/document_with_gain.h"
#include "ui/state/preferences.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QStandardPaths>
#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>

namespace backflow::test {

/// Where windows of this program keep their sessions.
inline std::filesystem::path windowSessions() {
  return std::filesystem::path(
             QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) /
         "sessions";
}

/// Begins with no session of another test.
class SessionTest : public testing::Test {
 protected:
  SessionTest() {
    Preferences::forgetAll();
    std::filesystem::remove_all(windowSessions());
  }
};

inline void waitForTrace(MainWindow& window) {
  EXPECT_TRUE(QTest::qWaitFor(
      [&] { return window.trace() && window.trace()->scenario == window.state().scenario(); },
      30000));
}

/// As the program starts, with the curves of its first scenario pinned.
inline void pinFirst(MainWindow& window) {
  window.begin();
  window.show();
  waitForTrace(window);
  window.findChild<QAction*>(QStringLiteral("pinCurves"))->trigger();
}

} // namespace backflow::test
