// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/curve_points.h"
#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

class QCPGraph;
class QCustomPlot;

namespace backflow {

/// The curves of a norm plot as graphs, with the points that can be told apart at its size.
class NormGraphs {
 public:
  /// Where they are looked at. A picture that leaves the window may be printed or enlarged, and
  /// nobody can bring back a curve that is hidden there.
  enum class Place { Window, Export };

  explicit NormGraphs(QCustomPlot& plot);

  void clear();
  /// Draws the picture's curves after clear(), pale those in `hidden`, by curveId().
  void draw(const NormPicture& picture, const Theme& theme, const QSet<QString>& hidden,
            Place place);
  /// Gives the graphs their points of the steps in sight: after drawing, and after every layout.
  void fill(const TimeStretch& inSight);
  /// Of the legend's entries, by curveId().
  const QHash<QString, QString>& details() const { return m_details; }

 private:
  struct DrawnCurve {
    NormCurve curve;
    QCPGraph* line;
    QCPGraph* dots; ///< of points that a line would not show; none if there are none
  };

  void drawCurve(const NormPicture& picture, const NormCurve& curve, const Theme& theme,
                 const QSet<QString>& hidden);
  double dotsOfPixel() const;

  QCustomPlot& m_plot;
  Place m_place = Place::Window;
  QHash<QString, QString> m_details;
  std::vector<DrawnCurve> m_drawn;
  QCPGraph* m_lowerQuartile = nullptr;
  double m_belowAll = 0; ///< a height that lies below the plot
  bool m_areRunsNamedAbove = false;
  PlotGrain m_filledFor{}; ///< what the graphs have their points for
};

} // namespace backflow
