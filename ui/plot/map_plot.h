// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/map_picture.h"

namespace backflow {

/// A heat map over time: units, gates, attention or the influence of each loss. It has the time
/// axis and cursor of its siblings; the cursor reads out the row that was pointed at last.
class MapPlot : public ChartView {
  Q_OBJECT

 public:
  explicit MapPlot(MapKind kind, QWidget* parent = nullptr);

  void setTimeStretch(const TimeStretch& stretch) override;

  const MapPicture& picture() const;
  /// The sentence in the place of a picture; empty where there is one.
  QString absenceText() const;

 private:
  class Drawing;
  Drawing* m_drawing; ///< the view keeps it
};

} // namespace backflow
