// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/app_state.h"

#include <QByteArray>
#include <QWidget>

class QSplitter;
class QToolButton;

namespace backflow {

class CompareRow;
class LowerViews;
class NormPlot;
class TimeBar;
class TimeZoomMenu;

/// The plots over one time axis: what is compared, the gradient flow, the views below it and the
/// time bar. A tab below that needs all the height takes the gradient flow's.
class PlotColumn : public QWidget {
  Q_OBJECT

 public:
  /// `compare` becomes a part of the column; `timeZoom` zooms its plots.
  PlotColumn(AppState& state, CompareRow* compare, TimeZoomMenu* timeZoom,
             QWidget* parent = nullptr);

  /// What is in sight: the flow, a tab that has taken its place, or the training.
  enum class Work { Flow, Below, Training };

  Work work() const { return m_work; }
  /// In a class, on a low screen: whether a tab that needs all the height is there.
  bool isHeightScarce() const { return m_isScarce; }

  NormPlot* flow() const { return m_flow; }
  LowerViews* lowerViews() const { return m_lower; }
  TimeBar* timeBar() const { return m_timeBar; }

  /// Hides the flow if the tab below wants its height and is not folded away, and brings it back.
  void makeRoom();
  /// In a class, with type as large as there, the lower views take a low screen's height too.
  void setForClass(bool isForClass);
  void toggleLowerViews();
  /// The flow keeps its height as far as can be: what comes below it to show the way back is low.
  void playBeforeClass();
  /// In a class, where the flow and the plots below it have no room together: the flow.
  void preferFlow();
  /// With another scenario the strips that playing brought go, if it has stopped.
  void endPlayBeforeClass();
  /// How high flow and lower views are.
  QByteArray heights() const;
  void setHeights(const QByteArray& heights);

 signals:
  /// In a class, on a low screen: a tab that needs all the height has come or gone.
  void heightBecameScarce();
  void workChanged();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  bool hasRoomForBoth() const;
  bool isOnLowScreen() const;
  bool isWindowLow() const;
  void connectTime(TimeZoomMenu* timeZoom);
  void retranslate();
  void nameFlow();

  const AppState& m_state;
  CompareRow* m_compare;
  TimeBar* m_timeBar;
  QSplitter* m_plots;
  NormPlot* m_flow;
  LowerViews* m_lower;
  bool m_isForClass = false;
  bool m_isScarce = false;
  Work m_work = Work::Flow;
  QToolButton* m_showFlow; ///< where the flow is hidden: brings it back
};

} // namespace backflow
