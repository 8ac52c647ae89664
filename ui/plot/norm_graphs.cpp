// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_graphs.h"

#include "ui/plot/dense_dashes.h"
#include "ui/plot/norm_lines.h"
#include "ui/plot/plot_frame.h"

#include <qcustomplot.h>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

/// A plot that has not been laid out yet has no width.
constexpr double fewestColumns = 300;
/// A picture that leaves the window may be printed, or enlarged.
constexpr double exportedDots = 4;

/// Under the live curves.
QString behindLayer() {
  return QStringLiteral("behind");
}

/// Draws a curve whose points lie closer than pixels piece by piece, and its dashes by itself: Qt's
/// take tens of milliseconds there.
class CurveGraph : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

 protected:
  void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override {
    QPen pen = painter->pen();
    const QList<qreal> dashes = pen.dashPattern(); // in widths of the pen
    if (dashes.size() < 2 || lines.size() <= mKeyAxis->axisRect()->width()) {
      QCPGraph::drawLinePlot(painter, lines);
      return;
    }
    pen.setStyle(Qt::SolidLine);
    painter->setPen(pen);
    QCPGraph::drawLinePlot(
        painter, cutIntoDashes(lines, dashes[0] * pen.widthF(), dashes[1] * pen.widthF()));
  }
};

void fillGraph(QCPGraph& graph, const CurvePoints& points) {
  graph.setData({points.times.begin(), points.times.end()},
                {points.heights.begin(), points.heights.end()}, true);
}

} // namespace

NormGraphs::NormGraphs(QCustomPlot& plot) : m_plot(plot) {
  m_plot.setPlottingHints(QCP::phFastPolylines);
  m_plot.addLayer(behindLayer(), m_plot.layer(QStringLiteral("main")), QCustomPlot::limBelow);
}

void NormGraphs::clear() {
  m_plot.clearGraphs();
  m_drawn.clear();
  m_lowerQuartile = nullptr;
  m_details.clear();
  m_filledFor = {};
}

void NormGraphs::draw(const NormPicture& picture, const Theme& theme, const QSet<QString>& hidden,
                      Place place) {
  m_place = place;
  m_belowAll = 2 * picture.lowest - picture.highest;
  const auto has = [&](CurveRole role) {
    return std::ranges::find(picture.curves, role, &NormCurve::role) != picture.curves.end();
  };
  // The gradient flow, which has a reference, stands above in the same colours.
  m_areRunsNamedAbove =
      place == Place::Window && has(CurveRole::BeforeClip) && !has(CurveRole::Reference);
  for (const NormCurve& curve : picture.curves) {
    drawCurve(picture, curve, theme, hidden);
  }
}

void NormGraphs::drawCurve(const NormPicture& picture, const NormCurve& curve, const Theme& theme,
                           const QSet<QString>& hidden) {
  auto [pen, name, detail] = lineOf(picture, curve, theme);
  const QString id = curveId(picture, curve);
  const bool isHidden = hidden.contains(id);
  if (isHidden && m_place == Place::Export) {
    return; // nobody can bring it back in a picture that leaves the window
  }
  if (isHidden) {
    pen.setColor(theme.hiddenColor());
  }
  auto* graph = new CurveGraph(m_plot.xAxis, m_plot.yAxis); // the plot keeps it
  graph->setObjectName(id);
  graph->setName(m_place == Place::Window || detail.isEmpty() ? name : detail);
  m_details[id] = detail;
  graph->setPen(pen);
  graph->setAdaptiveSampling(false); // it loses a column that begins with a gap
  m_drawn.push_back({curve, graph, nullptr});
  graph->setVisible(!isHidden);
  if (curve.role == CurveRole::Pinned && m_place == Place::Window) {
    graph->removeFromLegend(); // the window's rows of pinned curves say more, and hide them
  } else if (isHidden) {
    m_plot.legend->itemWithPlottable(graph)->setTextColor(theme.hiddenColor());
  }
  if (curve.role == CurveRole::Run && m_areRunsNamedAbove && !isHidden) {
    nameElsewhereToo(*graph);
  }
  if (curve.role == CurveRole::SeedLower) {
    graph->setObjectName(id + QStringLiteral(".lower"));
    graph->removeFromLegend();
    m_lowerQuartile = graph;
  } else if (curve.role == CurveRole::SeedUpper) {
    graph->setBrush(isHidden ? QBrush(Qt::NoBrush) : QBrush(theme.seedBandColor()));
    graph->setChannelFillGraph(m_lowerQuartile);
  }
  if (curve.role >= CurveRole::SeedLower) {
    graph->setLayer(behindLayer());
  }
  if (curve.values->isolated.empty() || isHidden) {
    return;
  }
  QCPGraph* dots = m_plot.addGraph();
  dots->removeFromLegend();
  dots->setObjectName(id + QStringLiteral(".isolated"));
  dots->setLineStyle(QCPGraph::lsNone);
  dots->setScatterStyle({QCPScatterStyle::ssDisc, pen.color(), pen.color(), 5});
  m_drawn.back().dots = dots;
}

double NormGraphs::dotsOfPixel() const {
  return m_place == Place::Window ? m_plot.bufferDevicePixelRatio() : exportedDots;
}

void NormGraphs::fill(const TimeStretch& inSight) {
  const QRect room = m_plot.axisRect()->rect();
  const double columns = std::max(fewestColumns, room.width() * dotsOfPixel());
  const double rows = std::max(1.0, room.height() * dotsOfPixel());
  const PlotGrain grain{inSight, static_cast<std::size_t>(columns),
                        m_plot.yAxis->range().size() / rows};
  if (std::exchange(m_filledFor, grain) == grain) {
    return;
  }
  for (const DrawnCurve& drawn : m_drawn) {
    fillGraph(*drawn.line, linePoints(drawn.curve, grain, m_belowAll));
    if (drawn.dots != nullptr) {
      fillGraph(*drawn.dots, lonePoints(drawn.curve, grain));
    }
  }
}

} // namespace backflow
