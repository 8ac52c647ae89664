// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/spectrum.h"
#include "ui/plot/theme.h"
#include "ui/state/findings.h"

#include <QString>

class QCPAxisRect;
class QCPItemEllipse;
class QCPLayoutGrid;
class QCustomPlot;

namespace backflow {

/// The two axes of a spectrum, side by side: eigenvalues in the complex plane with the unit circle,
/// and singular values by rank with 1/γ.
class SpectrumAxes {
 public:
  /// Takes the plot's own axes.
  explicit SpectrumAxes(QCustomPlot& plot);

  /// Of both, to be laid out by the plot, which owns it.
  QCPLayoutGrid* layout() const { return m_layout; }

  void setTheme(const Theme& theme);
  void setVisible(bool visible);

  /// Adds the points of W_h and of the step Jacobian, which the legend has to name.
  void draw(const SpectrumStudy& study);

  /// Within a replot: as many numbers, and as much of what the axes measure, as there is room for,
  /// and the same scale on both axes of the complex plane.
  void fit();

 private:
  void drawSpectrum(const Spectrum& spectrum, const QString& id, const QColor& color, bool filled);
  void beginInFull();
  void labelAxes();
  void keepCircleRound();
  void fitPlane();

  QCustomPlot& m_plot;
  QCPAxisRect* m_plane;
  QCPAxisRect* m_ranks;
  QCPItemEllipse* m_circle;
  QCPLayoutGrid* m_layout;
  Theme m_theme;
  double m_largest = 1; ///< the largest |eigenvalue| shown, at least 1
  double m_sigma = 1;   ///< the largest singular value, or 1/γ
};

} // namespace backflow
