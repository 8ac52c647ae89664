// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/norm_picture.h"

#include <memory>

namespace backflow {

/// A norm over time on a logarithmic scale: t below, steps back above. It has a time cursor in
/// common with its siblings, whose values it reads out. A click in the legend hides a curve.
class NormPlot : public ChartView {
  Q_OBJECT

 public:
  explicit NormPlot(PlotKind kind, QWidget* parent = nullptr);
  ~NormPlot() override;

  void setFindings(const Findings& findings) override;
  void setTrace(std::shared_ptr<const Trace> trace);
  void setTimeCursor(int t) override;
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  void setCursorShown(bool shown) override;
  void setHiddenCurves(const QSet<QString>& ids) override;
  QSet<QString> hiddenCurves() const override;

  /// The words at the time axis; plots that stand above another can do without.
  void setTimeLabelShown(bool shown);

  PlotKind kind() const;
  /// All there is to draw, hidden or not.
  const NormPicture& picture() const;
  QCustomPlot& plot() const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  class Drawing;
  std::unique_ptr<Drawing> m_drawing;
};

} // namespace backflow
