// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace backflow {

/// Something to read over the middle of a window, as long as it is wanted. It blocks nothing, stays
/// in the middle when the window changes its size, and Escape closes it.
class Overlay : public QFrame {
  Q_OBJECT

 public:
  explicit Overlay(QWidget* window);

 protected:
  /// Its size in a window of that size.
  virtual QSize sizeIn(const QSize& room) = 0;
  /// Into the middle, at the size that it wants by now.
  void place();
  /// Shows it over everything else, with the keys.
  void bringUp();

  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace backflow
