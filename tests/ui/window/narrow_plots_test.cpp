// SPDX-License-Identifier: GPL-3.0-or-later
// What is written in the plots of the lower tabs, where they are narrow and low.
#include "tests/ui/window/window_fixture.h"
#include "ui/text/language.h"
#include "ui/window/phase_lab.h"

#include <qcustomplot.h>

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QTabWidget>

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace backflow::test {
namespace {

constexpr QSize oldScreen(1024, 768);

/// Their words, and what they take.
struct Written {
  QString words;
  QRectF place;
  bool hasRoom = true; ///< where the layout has put it
};

class NarrowPlotsTest : public WindowTest {
 protected:
  NarrowPlotsTest() { showWindow(); }
  ~NarrowPlotsTest() override { window.setLanguage(QStringLiteral("en")); }

  void open(const char* scenario) {
    window.openFile(libraryEntry(scenario)->file);
    waitForTraceOfTheState();
  }

  void take(const QSize& screen, bool projected) {
    window.setProjector(projected);
    window.setWindowState({});
    for (int time = 0; time < 2; ++time) {
      window.resize(screen);
      QTest::qWait(50);
    }
    if (!child<QTabWidget>("lowerTabs").isVisible()) {
      QTest::keyClick(&window, Qt::Key_L);
      QTest::qWait(50);
    }
    ASSERT_TRUE(child<QTabWidget>("lowerTabs").isVisible());
  }

  QCustomPlot& plotOf(const char* view) const {
    auto* tabs = &child<QTabWidget>("lowerTabs");
    auto& widget = child<QWidget>(view);
    for (int tab = 0; tab < tabs->count(); ++tab) {
      if (tabs->widget(tab) == &widget || tabs->widget(tab)->isAncestorOf(&widget)) {
        tabs->setCurrentIndex(tab);
      }
    }
    QTest::qWait(100);
    auto* plot = widget.findChild<QCustomPlot*>();
    // A number that is still being computed has three dots in its place.
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
          return std::ranges::none_of(writtenIn(*plot), [](const Written& one) {
            return one.words.contains(QStringLiteral("= …"));
          });
        },
        60000));
    plot->replot();
    return *plot;
  }

  /// Titles, words and legends in the layout, level and upright axes' labels, and items.
  static std::vector<Written> writtenIn(const QCustomPlot& plot) {
    std::vector<Written> all;
    for (QCPLayoutElement* element : plot.plotLayout()->elements(true)) {
      if (const auto* text = qobject_cast<QCPTextElement*>(element)) {
        const QSize size = QFontMetrics(text->font()).size(0, text->text());
        all.push_back({text->text(), QRectF(text->rect().topLeft(), size),
                       text->rect().width() + 1 >= size.width() &&
                           text->rect().height() + 1 >= size.height()});
      } else if (auto* entry = qobject_cast<QCPPlottableLegendItem*>(element);
                 entry != nullptr && plot.legend->realVisibility()) {
        const QSize size = QFontMetrics(entry->font()).size(0, entry->plottable()->name()) +
                           QSize(plot.legend->iconSize().width(), 0);
        all.push_back({entry->plottable()->name(), QRectF(entry->rect().topLeft(), size),
                       entry->rect().width() + 1 >= size.width()});
      } else if (const auto* rect = qobject_cast<QCPAxisRect*>(element)) {
        for (const QCPAxis* axis : rect->axes()) {
          const bool isLevel = axis->orientation() == Qt::Horizontal;
          const double length = QFontMetricsF(axis->labelFont()).horizontalAdvance(axis->label());
          const QPointF middle = QRectF(rect->rect()).center();
          if (axis->realVisibility() && !axis->label().isEmpty()) {
            all.push_back(
                {axis->label(), isLevel ? QRectF(middle.x() - length / 2, middle.y(), length, 1)
                                        : QRectF(middle.x(), middle.y() - length / 2, 1, length)});
          }
        }
      }
    }
    for (int k = 0; k < plot.itemCount(); ++k) {
      if (const auto* text = qobject_cast<QCPItemText*>(plot.item(k));
          text != nullptr && text->realVisibility()) {
        all.push_back({text->text(),
                       QRectF(text->topLeft->pixelPosition(), text->bottomRight->pixelPosition())});
      }
    }
    return all;
  }

  void expectAllInside(const char* view, bool isUprightApart = false) {
    const QCustomPlot& plot = plotOf(view);
    const std::string where = std::string(view) + ", " + currentLanguage().toStdString() + " in " +
                              std::to_string(window.width()) + " x " +
                              std::to_string(window.height());
    for (const Written& one : writtenIn(plot)) {
      if (one.words.isEmpty()) {
        continue;
      }
      EXPECT_TRUE(QRectF(plot.rect()).adjusted(-1, -1, 1, 1).contains(one.place))
          << one.words.toStdString() << ", " << where << ": " << one.place.left() << " to "
          << one.place.right() << ", " << one.place.top() << " to " << one.place.bottom() << " of "
          << plot.width() << " x " << plot.height();
      EXPECT_TRUE(one.hasRoom) << one.words.toStdString() << ", " << where;
      EXPECT_FALSE(one.words.contains(QChar(u'…')) && plot.legend->realVisibility())
          << one.words.toStdString() << ", " << where;
      if (isUprightApart && one.place.width() == 1) {
        for (const QCPAxisRect* rect : plot.axisRects()) {
          EXPECT_LE(one.place.height(), std::max(1, rect->height()))
              << one.words.toStdString() << " runs into what stands above it, " << where;
        }
      }
    }
  }
};

TEST_F(NarrowPlotsTest, HintsInEmptyPlotsAreWhole) {
  open("halving");
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const bool projected : {false, true}) {
      for (const QSize& screen : {oldScreen, QSize(853, 640)}) {
        take(screen, projected);
        for (const char* view : {"gates", "attention", "influence"}) {
          expectAllInside(view);
        }
      }
    }
  }
}

TEST_F(NarrowPlotsTest, TheSpectrumIsWhole) {
  open("tanh-gain-0.5");
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const bool projected : {false, true}) {
      for (const QSize& screen : {oldScreen, QSize(1366, 768)}) {
        take(screen, projected);
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return plotOf("spectrum").plottableCount() > 0; }, 30000));
        expectAllInside("spectrum", true);
        const QCustomPlot& plot = plotOf("spectrum");
        EXPECT_GE(plot.axisRect()->height(), 2 * QFontMetrics(plot.legend->font()).height());
      }
    }
  }
}

TEST_F(NarrowPlotsTest, ThePhaseDiagramIsWhole) {
  open("tanh-gain-0.5");
  auto& lab = child<PhaseLab>("phaseTab");
  plotOf("phaseTab");
  lab.run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !lab.isRunning(); }, 240000));
  const auto& progress = child<QProgressBar>("phaseProgress");
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const bool projected : {false, true}) {
      take(oldScreen, projected);
      expectAllInside("phaseTab", true);
      EXPECT_LE(progress.fontMetrics().horizontalAdvance(progress.format()), progress.width());
    }
  }
}

TEST_F(NarrowPlotsTest, TitlesAreNotCutInTheMiddle) {
  open("halving");
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    take(oldScreen, false);
    for (const char* view : {"influence", "cliff", "phaseTab"}) {
      for (const Written& one : writtenIn(plotOf(view))) {
        EXPECT_FALSE(one.words.contains(QChar(u'…')) && !one.words.endsWith(QChar(u'…')))
            << one.words.toStdString();
      }
    }
  }
}

} // namespace
} // namespace backflow::test
