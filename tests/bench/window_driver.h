// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/window_picture_watch.h"
#include "ui/plot/plot_view.h"

#include <QPointF>

#include <memory>
#include <string>
#include <vector>

class QSlider;

namespace backflow::bench {

/// What a continuous drag gave.
struct DragResult {
  double picturesASecond = 0;
  Absence absence;
};

/// What opening a scenario took.
struct OpeningResult {
  double milliseconds = 0; ///< until all its pictures are on the screen
  Absence absence;
};

/// Uses the real window as a hand would: with the mouse on its sliders and plots.
class WindowDriver {
 public:
  /// Opens the window with a scenario, given as its file's text.
  explicit WindowDriver(WatchedApplication& application);
  ~WindowDriver();

  OpeningResult open(const std::string& scenario);
  /// Brings a view under the gradient flow forward, and waits until it shows the trace.
  void bringForward(ViewKind kind);

  /// Moves the recurrence gain's slider by one pixel back and forth between both ends of a range.
  /// Milliseconds from each change to the finished paint of what it gives.
  std::vector<double> changeGain(int changes);
  /// A new value every `interval` milliseconds for as long.
  DragResult dragGain(int interval, double seconds);

  /// Turns the wheel over the gradient flow until it shows a few steps, drags it along, and turns
  /// back; milliseconds from each event to the finished paint.
  std::vector<double> zoomAndPan(int frames, Absence& absence);

 private:
  void press();
  void moveToNext();
  void release();
  void wait();

  WatchedApplication& m_application;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<PictureWatch> m_watch;
  QSlider* m_slider;
  bool m_hasFinished = false;
  double m_finishedGain = 0;
  int m_pictures = 0;
  int m_lowX = 0;
  int m_highX = 0;
  int m_x = 0;
  int m_step = 1;
};

} // namespace backflow::bench
