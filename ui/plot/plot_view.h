// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/plot/time_stretch.h"
#include "ui/state/findings.h"

#include <QSet>
#include <QSize>
#include <QString>
#include <QWidget>

#include <memory>

class QPaintDevice;

namespace backflow {

/// Everything there is a picture of.
enum class ViewKind {
  GradientFlow,
  States,
  ParameterGradient,
  Units,
  Gates,
  Attention,
  Influence,
  Spectrum,
  Unroll,
  Training,
  TrainingProfile,
  Cliff,
  PhaseDiagram,
  Dashboard ///< several of them in one picture, for a report
};

/// One picture of findings, on the screen and in exported files.
class PlotView : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  virtual void setFindings(const Findings& findings) = 0;
  virtual void setTimeCursor(int t) = 0;
  virtual void setTheme(const Theme& theme) = 0;
  /// A line with the scenario's settings under the title, for pictures that leave the window.
  virtual void setCaptionShown(bool shown) = 0;
  /// Whether the time cursor travels by itself, with the backward pass.
  virtual void setPlaying(bool) {}

  /// The size of a picture that leaves the window, in units of 1/96 inch. To be called before the
  /// view gets what it shows.
  virtual void setPictureSize(const QSize& size) = 0;
  /// Paints that picture over `extent` pixels of the device.
  virtual void paintPicture(QPaintDevice& device, const QSizeF& extent) = 0;
  /// The cursor with its readings, where there is one; pictures that leave the window have none.
  virtual void setCursorShown(bool) {}
  /// Curves that are not drawn, by the names that their kind of plot gives them; they stay hidden
  /// while the findings change.
  virtual void setHiddenCurves(const QSet<QString>&) {}
  virtual QSet<QString> hiddenCurves() const { return {}; }
  /// Shows a part of the steps, where the view can: until a trace with another horizon comes.
  virtual void setTimeStretch(const TimeStretch&) {}

 signals:
  /// The user pointed at time t with the mouse.
  void timePointed(int t);
  /// The user hid a curve or brought one back.
  void hiddenCurvesChanged();
  /// The user zoomed or moved: this view and those beside it are to show this part of the steps.
  void timeStretchWished(const backflow::TimeStretch& stretch);
};

std::unique_ptr<PlotView> makeView(ViewKind kind);

} // namespace backflow
