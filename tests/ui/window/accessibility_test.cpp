// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include <QAbstractSlider>
#include <QAccessible>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

/// What a screen reader says of the widget.
QString nameOf(QWidget* widget) {
  const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
  return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

bool isPartOfAnother(const QWidget* widget) {
  // Scroll bars, the viewports of lists and the like speak through what they belong to.
  const QString& name = widget->objectName();
  return name.startsWith(QStringLiteral("qt_"));
}

bool getsItsWordsWhenItIsShown(const QWidget* widget) {
  return widget->objectName() == QStringLiteral("messageAccept") ||
         widget->objectName() == QStringLiteral("messageDecline") ||
         widget->objectName() == QStringLiteral("messageOthers");
}

TEST(Accessibility, EveryControlThatTakesTheFocusHasAName) {
  MainWindow window(libraryGroups());
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.trace() != nullptr; }, 30000));
  int controls = 0;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if ((widget->focusPolicy() & Qt::TabFocus) == 0 || isPartOfAnother(widget) ||
        getsItsWordsWhenItIsShown(widget) || widget->window() != &window) {
      continue;
    }
    ++controls;
    EXPECT_FALSE(nameOf(widget).isEmpty())
        << widget->metaObject()->className() << " " << widget->objectName().toStdString() << " in "
        << widget->parentWidget()->objectName().toStdString();
  }
  EXPECT_GT(controls, 40);
}

TEST(Accessibility, TheWheelChangesNoControlWithoutTheFocus) {
  MainWindow window(libraryGroups());
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.trace() != nullptr; }, 30000));
  const Scenario before = window.state().scenario();
  window.setFocus();
  const int t = window.findChild<QAbstractSlider*>(QStringLiteral("timeSlider"))->value();
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (widget->isVisible() && !widget->hasFocus()) {
      const QPointF centre(widget->width() / 2.0, widget->height() / 2.0);
      QWheelEvent wheel(centre, widget->mapToGlobal(centre), {}, {0, -120}, Qt::NoButton, {},
                        Qt::NoScrollPhase, false);
      QCoreApplication::sendEvent(widget, &wheel);
    }
  }
  EXPECT_EQ(window.state().scenario(), before);
  EXPECT_EQ(window.findChild<QAbstractSlider*>(QStringLiteral("timeSlider"))->value(), t);
}

} // namespace
} // namespace backflow::test
