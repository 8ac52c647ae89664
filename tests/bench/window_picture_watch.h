// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/window_watched_application.h"
#include "ui/window/main_window.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QCustomPlot;

namespace backflow {
class LowerViews;
class PlotView;
} // namespace backflow

namespace backflow::bench {

/// Knows when every plot in sight has been painted with the trace that the window shows: a paint
/// that comes between the new trace and the plot's new drawing does not count, nor does a view that
/// still shows an earlier scenario's study.
class PictureWatch : public QObject {
  Q_OBJECT

 public:
  PictureWatch(MainWindow& window, WatchedApplication& application);
  ~PictureWatch() override;

  /// Called with the gain of each trace whose pictures are all on the screen.
  void setFinished(std::function<void(double gain)> finished) { m_finished = std::move(finished); }
  /// From now on a new drawing of what is shown is waited for: of all plots in sight.
  void expectNewDrawing();
  /// The views that are waited for, in words for a message.
  std::string missing() const;

 private:
  enum class Stage { WaitsForStudy, WaitsForDrawing, WaitsForPaint, Painted };
  struct Picture {
    QPointer<PlotView> view;
    QPointer<QCustomPlot> plot; ///< none for views that paint themselves
    Stage stage;
  };

  void begin();
  bool studyIsThere(const PlotView& view) const;
  void noteStudies();
  void noteDrawing(const QCustomPlot* plot);
  void notePaint(const QObject* widget);
  void tellIfFinished();

  /// Found once: to look for them is no part of what the window does at a change.
  std::vector<std::pair<QPointer<PlotView>, QPointer<QCustomPlot>>> m_views;
  QPointer<LowerViews> m_lower;
  MainWindow& m_window;
  WatchedApplication& m_application;
  std::vector<Picture> m_pictures; ///< none while nothing is waited for
  std::function<void(double)> m_finished;
};

} // namespace backflow::bench
