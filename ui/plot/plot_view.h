// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/state/findings.h"

#include <QWidget>

#include <memory>

class QCustomPlot;

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
  Training,
  TrainingProfile,
  Cliff,
  PhaseDiagram
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
  virtual QCustomPlot& plot() const = 0;

 signals:
  /// The user pointed at time t with the mouse.
  void timePointed(int t);
};

std::unique_ptr<PlotView> makeView(ViewKind kind);

} // namespace backflow
