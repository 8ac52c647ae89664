// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_ink.h"

#include "ui/plot/curve_traces.h"
#include "ui/plot/mark_symbols.h"

#include <qcustomplot.h>

namespace backflow {

namespace {

/// Which share of the curves lies under words need not be known so exactly.
constexpr double coarse = 4;

bool isOfTheRun(const NormCurve& curve) {
  return curve.role != CurveRole::Bound && curve.role != CurveRole::Asymptote &&
         curve.role < CurveRole::SeedLower;
}

} // namespace

NormInk inkOf(const QCustomPlot& plot, const NormPicture& picture,
              const std::vector<QLineF>& strokes, const MarkSymbols& symbols) {
  const QRectF area(plot.axisRect()->rect());
  std::vector<NormCurve> own;
  std::vector<NormCurve> others;
  for (const NormCurve& curve : picture.curves) {
    (isOfTheRun(curve) ? own : others).push_back(curve);
  }
  std::vector<QPointF> points = curveTraces(plot, own);
  NormInk ink{.all = {}, .curves = InkMap(area, points, coarse)};
  const std::vector<QPointF> faint = curveTraces(plot, others);
  points.insert(points.end(), faint.begin(), faint.end());
  addStraightTraces(plot, strokes, points);
  const QPointF across(symbols.radius(), 0);
  const QPointF down(0, symbols.radius());
  for (const QPointF& center : symbols.centers()) {
    points.insert(points.end(), {center - across, center + across, center - down, center + down});
  }
  ink.all = InkMap(area, points);
  return ink;
}

} // namespace backflow
