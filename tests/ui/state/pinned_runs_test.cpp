// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/pinned_runs.h"

#include "tests/support/experiments.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class PinnedRunsTest : public testing::Test {
 protected:
  void pin(const char* name) {
    runs.pin(std::make_shared<const Trace>(traceOf(scalar(0.5, 5))), {}, QString::fromUtf8(name));
  }

  QString names() const {
    QString all;
    for (const PinnedRun& run : runs.runs()) {
      all += QString(run.letter()) + QChar(u'=') + run.name + QChar(u' ');
    }
    return all.trimmed();
  }

  PinnedRuns runs;
};

TEST_F(PinnedRunsTest, LettersComeInOrderAndOnesThatAreFreeAgainAreTaken) {
  pin("one");
  pin("two");
  pin("three");
  EXPECT_EQ(names(), QStringLiteral("A=one B=two C=three"));
  runs.remove(runs.runs()[1].id);
  pin("four");
  EXPECT_EQ(names(), QStringLiteral("A=one C=three B=four"));
  EXPECT_NE(runs.runs()[2].id, 2);
}

TEST_F(PinnedRunsTest, HoldsSixAndNoMore) {
  for (int k = 0; k < mostPinnedRuns; ++k) {
    EXPECT_FALSE(runs.isFull());
    pin("one of six");
  }
  EXPECT_TRUE(runs.isFull());
  const QSignalSpy changed(&runs, &PinnedRuns::changed);
  pin("one too many");
  EXPECT_EQ(runs.runs().size(), 6U);
  EXPECT_EQ(changed.count(), 0);
}

TEST_F(PinnedRunsTest, WhatWasRemovedComesBackStepByStepInItsPlace) {
  pin("one");
  pin("two");
  pin("three");
  const QString all = names();
  runs.remove(runs.runs()[0].id);
  runs.removeAll();
  EXPECT_TRUE(runs.runs().empty());
  runs.undoRemove();
  EXPECT_EQ(names(), QStringLiteral("B=two C=three"));
  runs.undoRemove();
  EXPECT_EQ(names(), all);
  EXPECT_FALSE(runs.canUndoRemove());
}

TEST_F(PinnedRunsTest, ANewPinOrForgettingEndsTheWayBack) {
  pin("one");
  runs.removeAll();
  EXPECT_TRUE(runs.canUndoRemove());
  pin("two");
  EXPECT_FALSE(runs.canUndoRemove());
  runs.removeAll();
  runs.forgetRemoved();
  runs.undoRemove();
  EXPECT_TRUE(runs.runs().empty());
}

TEST_F(PinnedRunsTest, ChangesAreToldOnce) {
  pin("one");
  const int id = runs.runs()[0].id;
  const QSignalSpy changed(&runs, &PinnedRuns::changed);
  runs.rename(id, QStringLiteral("  gain 2 "));
  EXPECT_EQ(runs.runs()[0].name, QStringLiteral("gain 2"));
  runs.rename(id, QStringLiteral("gain 2"));
  runs.rename(id, QStringLiteral("  "));
  EXPECT_EQ(changed.count(), 1);
  runs.setShown(id, false);
  runs.setShown(id, false);
  EXPECT_EQ(changed.count(), 2);
}

} // namespace
} // namespace backflow::test
