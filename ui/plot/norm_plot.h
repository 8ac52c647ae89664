// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/norm_picture.h"

namespace backflow {

/// A norm over time on a logarithmic scale: t below, steps back above. It has a time cursor in
/// common with its siblings, whose values it reads out. A click in the legend hides a curve.
class NormPlot : public ChartView {
  Q_OBJECT

 public:
  explicit NormPlot(PlotKind kind, QWidget* parent = nullptr);

  void setHiddenCurves(const QSet<QString>& ids) override;
  QSet<QString> hiddenCurves() const override;
  void setTimeStretch(const TimeStretch& stretch) override;

  /// The words at the time axis; plots that stand above another can do without.
  void setTimeLabelShown(bool shown);
  /// Beside the plot's name stands that of the scenario, where nothing else in sight says it.
  void setScenarioNamed(bool named);

  PlotKind kind() const;
  /// All there is to draw, hidden or not.
  const NormPicture& picture() const;

 private:
  class Drawing;
  Drawing* m_drawing; ///< the view keeps it
};

} // namespace backflow
