// SPDX-License-Identifier: GPL-3.0-or-later
// How much the window does when a slider moves: counts, not times.
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/time_bar.h"
#include "ui/window/busy_note.h"

#include <QEvent>
#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

#include <map>

namespace backflow::test {
namespace {

/// Counts how often the layout of a widget is asked for again.
class LayoutCount : public QObject {
 public:
  int of(const QObject& widget) const {
    const auto found = m_counts.find(&widget);
    return found == m_counts.end() ? 0 : found->second;
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    m_counts[watched] += event->type() == QEvent::LayoutRequest ? 1 : 0;
    return false;
  }

 private:
  std::map<const QObject*, int> m_counts;
};

class SliderWork : public WindowTest {
 protected:
  static constexpr int moves = 10;

  /// Where the same things happen at other steps.
  void moveGain() {
    for (int k = 0; k < moves; ++k) {
      window.state().edit("weights.gain",
                          [k](Scenario& scenario) { scenario.weights.gain = 0.80 + 0.01 * k; });
      waitForTraceOfTheState();
      QTest::qWait(20); // what the trace has posted
    }
  }

  /// Until what else a new scenario starts has arrived, however slow the machine.
  void waitUntilQuiet(const LayoutCount& layouts) {
    for (int before = -1; before != layouts.of(window);) {
      before = layouts.of(window);
      QTest::qWait(200);
    }
  }
};

TEST_F(SliderWork, LeavesTheLayoutOfTheWindowAlone) {
  window.begin();
  showWindow();
  waitForTraceOfTheState();
  moveGain();
  auto& bar = *window.findChild<TimeBar*>();
  LayoutCount layouts;
  window.installEventFilter(&layouts);
  bar.installEventFilter(&layouts);
  moveGain();
  // The words of what happened may need another least height now and then.
  EXPECT_LE(layouts.of(window), moves / 4);
  EXPECT_EQ(layouts.of(bar), 0);
}

TEST_F(SliderWork, LeavesTheLayoutAloneThoughARunTakesLong) {
  window.begin();
  showWindow();
  waitForTraceOfTheState();
  auto& note = *window.findChild<BusyNote*>();
  const auto& words = child<QLabel>("busy");
  LayoutCount layouts;
  window.installEventFilter(&layouts);
  waitUntilQuiet(layouts);
  const int before = layouts.of(window);
  note.setBusy(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return words.isVisible(); }, 30000));
  note.setBusy(false);
  QTest::qWait(20);
  EXPECT_EQ(layouts.of(window), before);
}

} // namespace
} // namespace backflow::test
