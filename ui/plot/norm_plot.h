// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <QWidget>

#include <memory>

class QCustomPlot;

namespace backflow {

/// A norm over time on a logarithmic scale: t below, steps back above. It has a time cursor in
/// common with its siblings, whose values it reads out.
class NormPlot : public QWidget {
  Q_OBJECT

 public:
  explicit NormPlot(PlotKind kind, QWidget* parent = nullptr);
  ~NormPlot() override;

  void setTrace(std::shared_ptr<const Trace> trace);
  void setTimeCursor(int t);
  void setTheme(const Theme& theme);
  /// A line with the scenario's settings under the title, for pictures that leave the window.
  void setCaptionShown(bool shown);

  /// The words at the time axis; plots that stand above another can do without.
  void setTimeLabelShown(bool shown);

  PlotKind kind() const;
  const NormPicture& picture() const;
  QCustomPlot& plot() const;

 signals:
  /// The user pointed at time t with the mouse.
  void timePointed(int t);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  class Drawing;
  std::unique_ptr<Drawing> m_drawing;
};

} // namespace backflow
