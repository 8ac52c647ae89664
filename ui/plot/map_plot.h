// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/map_picture.h"

#include <memory>

namespace backflow {

/// A heat map over time: units, gates, attention or the influence of each loss. It has the time
/// axis and cursor of its siblings; the cursor reads out the row that was pointed at last.
class MapPlot : public ChartView {
  Q_OBJECT

 public:
  explicit MapPlot(MapKind kind, QWidget* parent = nullptr);
  ~MapPlot() override;

  void setFindings(const Findings& findings) override;
  void setTimeCursor(int t) override;
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  void setCursorShown(bool shown) override;
  QCustomPlot& plot() const override;

  const MapPicture& picture() const;
  /// The sentence in the place of a picture; empty where there is one.
  QString absenceText() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  class Drawing;
  std::unique_ptr<Drawing> m_drawing;
};

} // namespace backflow
