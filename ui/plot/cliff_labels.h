// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/cliff_picture.h"
#include "ui/plot/theme.h"

class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace backflow {

/// The words in the picture of the cliff: where the descents start, and the arrow at the border
/// where the free one leaves.
class CliffLabels {
 public:
  explicit CliffLabels(QCustomPlot& plot);

  void setTheme(const Theme& theme);
  void show(CliffPoint start, const QString& startWord, const std::optional<CliffExit>& exit,
            const QString& exitWords);
  void hide();
  /// To be called after the layout: in pixels, so that labels stay inside a picture of any size.
  void place();

 private:
  QCPItemText* text(const char* name);
  QPointF pixelOf(CliffPoint point) const;
  QRectF placeStart(const QRectF& room);
  void placeArrow();

  QCustomPlot& m_plot;
  QCPItemLine* m_arrowHalo;
  QCPItemLine* m_arrow;
  QCPItemText* m_startText;
  QCPItemText* m_exitText;
  double m_markerSize = 8;
  CliffPoint m_start;
  std::optional<CliffExit> m_exit;
};

} // namespace backflow
