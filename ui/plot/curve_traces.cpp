// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_traces.h"

#include "ui/plot/line_clipping.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace backflow {

namespace {

constexpr double spacing = 6; ///< pixels between two points

} // namespace

std::size_t stepIndexAt(double time) {
  return static_cast<std::size_t>(std::max(0.0, std::floor(time) - 1));
}

std::vector<QPointF> curveTraces(const QCustomPlot& plot, const std::vector<NormCurve>& curves) {
  constexpr std::size_t columns = 200;
  const QRectF area(plot.axisRect()->rect());
  std::vector<QPointF> pixels;
  const auto pixelOf = [&](double t, double log10) {
    return QPointF(plot.xAxis->coordToPixel(t), plot.yAxis->coordToPixel(log10));
  };
  const auto add = [&](const QPointF& pixel) {
    if (area.contains(pixel)) {
      pixels.push_back(pixel);
    }
  };
  for (const NormCurve& curve : curves) {
    const std::size_t first = stepIndexAt(plot.xAxis->range().lower);
    const std::size_t end =
        std::min(curve.log10().size(), stepIndexAt(plot.xAxis->range().upper) + 1);
    const std::size_t stride = std::max<std::size_t>(1, (end - std::min(first, end)) / columns);
    std::optional<QPointF> former;
    for (std::size_t k = first; k < end; k += stride) {
      if (std::isnan(curve.log10()[k])) {
        former.reset();
        continue;
      }
      const QPointF pixel = pixelOf(static_cast<double>(k) + 1, curve.log10()[k]);
      // Where a curve is steep, its points lie far apart.
      if (former && (area.contains(*former) || area.contains(pixel))) {
        const QPointF way = pixel - *former;
        const int between = static_cast<int>(
            std::min(std::hypot(way.x(), way.y()), area.height() + area.width()) / spacing);
        for (int step = 1; step < between; ++step) {
          add(*former + way * step / between);
        }
      }
      add(pixel);
      former = pixel;
    }
  }
  return pixels;
}

void addStraightTraces(const QCustomPlot& plot, const std::vector<QLineF>& lines,
                       std::vector<QPointF>& pixels) {
  const QRectF area(plot.axisRect()->rect());
  for (const QLineF& line : lines) {
    addTrace({plot.xAxis->coordToPixel(line.x1()), plot.yAxis->coordToPixel(line.y1()),
              plot.xAxis->coordToPixel(line.x2()), plot.yAxis->coordToPixel(line.y2())},
             area, pixels);
  }
}

void addTrace(const QLineF& line, const QRectF& area, std::vector<QPointF>& pixels) {
  // Zoomed in, most of it is out of sight.
  if (const std::optional<QLineF> shown = clipped(line, area)) {
    const int count = 1 + static_cast<int>(shown->length() / spacing);
    for (int k = 0; k <= count; ++k) {
      pixels.push_back(shown->pointAt(static_cast<double>(k) / count));
    }
  }
}

} // namespace backflow
