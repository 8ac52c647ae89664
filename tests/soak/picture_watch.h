// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/main_window.h"

#include <QStringList>

#include <map>

namespace backflow {
class LowerViews;
class TimeBar;
} // namespace backflow

namespace backflow::test {

/// Looks whether the window shows what it should: once it rests, the trace of the scenario that its
/// controls have, in every picture in sight.
class PictureWatch : public QObject {
  Q_OBJECT

 public:
  /// Pictures that differ are kept in `folder`.
  PictureWatch(MainWindow& window, QString folder);

  /// Waits for the window to rest, and compares.
  void look();

  int drawn() const { return m_drawn; }                                 ///< traces shown
  const std::map<QString, int>& compared() const { return m_compared; } ///< by picture
  int problemsTold() const { return m_problemsTold; } ///< scenarios that could not run, and said so
  const QStringList& failures() const { return m_failures; }

 private:
  bool waitForTrace();
  void comparePictureOfTheFlow();
  void comparePictures();
  void compare(PlotView& view, LowerViews& lower, TimeBar& time);
  QString where() const;
  void fail(const QString& what);

  MainWindow& m_window;
  QString m_folder;
  int m_drawn = 0;
  std::map<QString, int> m_compared;
  int m_problemsTold = 0;
  QStringList m_failures;
};

} // namespace backflow::test
