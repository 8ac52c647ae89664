// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/plot/unroll_picture.h"

#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <optional>
#include <vector>

namespace backflow {

/// The words around the drawing.
struct UnrollWords {
  QString title;
  QString caption; ///< settings, in pictures that leave the window
  QString notes;   ///< what else has to be known to read the drawing
  QStringList legend;
};

/// What has to find room.
struct UnrollExtent {
  QSizeF size;
  int horizon = 1;
  int rows = 1;
  bool hasUpperPaths = false; ///< losses at every step, or attention, above the nodes
};

/// Where everything of the drawing of an unrolled network stands, in pixels. From top to bottom:
/// title and legend, the steps in sight with a row for each precision, and all steps as one strip
/// for each precision, on the time axis that the plots above have. Where the rows would lie over
/// each other there are the strips alone.
class UnrollLayout {
 public:
  UnrollLayout() = default;
  UnrollLayout(const UnrollExtent& extent, const UnrollWords& words, const Theme& theme);

  /// The height of a view that shows the strips alone.
  static int heightOfStrips(int rows, const Theme& theme);

  bool hasDetail() const { return m_hasDetail; }
  /// How many steps find room in the detail.
  int detailSteps() const { return m_detailSteps; }
  const QRectF& title() const { return m_title; }
  const QRectF& caption() const { return m_caption; }
  const QRectF& notes() const { return m_notes; }
  /// The mark of a legend entry; its words stand to the right of it.
  const std::vector<QRectF>& legend() const { return m_legend; }
  const QRectF& colorBar() const { return m_colorBar; }
  /// How far over the colour bar its title begins, in lines.
  static constexpr double liftOfBarTitle = 1.55;

  const QRectF& detail() const { return m_detail; }
  double nodeRadius() const { return m_radius; }
  double spacing(StepRange range) const;
  QPointF node(std::size_t row, int t, StepRange range) const;
  /// The line of labels over the first row; empty where there is no room.
  const QRectF& stateLabels() const { return m_stateLabels; }
  const QRectF& inputLabels() const { return m_inputLabels; }
  /// The line under the nodes of a row.
  QRectF underRow(std::size_t row) const;

  QRectF strip(std::size_t row) const;
  QRectF strips() const { return m_strips; }
  const QRectF& stripLabels() const { return m_stripLabels; }
  double timeToX(double t) const;
  /// The column to the left, with the precisions' names.
  double leftColumn() const { return m_left; }

  /// The step at a point of the detail, or of the strips.
  int stepInDetail(double x, StepRange range) const;
  int stepInStrips(double x) const;

 private:
  void placeStripsAlone();
  double placeHeader(const UnrollWords& words, const Theme& theme);

  UnrollExtent m_extent;
  bool m_hasDetail = true;
  double m_left = 0;
  double m_right = 0;
  int m_detailSteps = 1;
  double m_radius = 5;
  double m_rowHeight = 0;
  double m_nodeInRow = 0; ///< from a row's top to its nodes
  double m_stripHeight = 0;
  double m_widestSpacing = 0;
  double m_lineHeight = 0;
  QRectF m_title, m_caption, m_notes, m_colorBar, m_detail, m_strips, m_stripLabels;
  QRectF m_stateLabels, m_inputLabels;
  std::vector<QRectF> m_legend;
};

} // namespace backflow
