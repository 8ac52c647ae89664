// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/unroll_layout.h"
#include "ui/plot/unroll_marks.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace backflow {

/// The strip of one precision.
struct UnrollStrip {
  Precision precision = Precision::Float64;
  std::vector<UnrollCell> cells;
};

/// Paints an unrolled network: what stands still while the time cursor moves, and what does not.
class UnrollDrawing {
 public:
  UnrollDrawing() = default;
  UnrollDrawing(UnrollLayout layout, UnrollWords words, const Theme& theme, double decades);

  const UnrollLayout& layout() const { return m_layout; }

  /// Title, legend, colour bar and the strips of all steps.
  void paintStill(QPainter& painter, const std::vector<UnrollStrip>& strips, int horizon) const;
  /// The steps in sight, and the cursor in the strips. `readings` has the norm at the cursor in
  /// words for each row, `cursorWords` the time.
  void paintMoving(QPainter& painter, const UnrollPicture& picture, const QStringList& readings,
                   const QString& cursorWords, bool playing) const;

 private:
  void paintHeader(QPainter& painter) const;
  void paintColorBar(QPainter& painter) const;
  /// Below the strips.
  QRectF labelOfStep(int t, const QString& words) const;
  void paintPlaceInStrips(QPainter& painter, const UnrollPicture& picture,
                          const QString& cursorWords, bool playing) const;
  void paintFrameOfDetail(QPainter& painter, StepRange range) const;

  UnrollLayout m_layout;
  UnrollWords m_words;
  Theme m_theme;
  UnrollMarks m_marks;
  double m_decades = 4;
};

} // namespace backflow
