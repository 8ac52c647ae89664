// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_plot.h"

#include "ui/plot/chart_drawing.h"
#include "ui/plot/curve_points.h"
#include "ui/plot/dense_dashes.h"
#include "ui/plot/legend_toggle.h"
#include "ui/plot/norm_decoration.h"
#include "ui/plot/norm_lines.h"
#include "ui/plot/plot_cursor.h"
#include "ui/plot/plot_frame.h"
#include "ui/plot/time_zoom.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"
#include "ui/text/scenario_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

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

/// How the values of a curve read at the cursor.
QString reading(const RunTrace& run, PlotKind kind, std::size_t index) {
  const auto& steps = run.steps;
  switch (kind) {
  case PlotKind::States:
    return formatReading(steps.stateNorm[index]);
  case PlotKind::ParameterGradient: {
    const QString before = formatReading(steps.parameterGradientNorm[index]);
    return steps.parameterGradientNormAfterClip.empty()
               ? before
               : before + QStringLiteral(" → ") +
                     formatReading(steps.parameterGradientNormAfterClip[index]);
  }
  case PlotKind::GradientFlow:
    break;
  }
  const QString after = formatReading(steps.gradientNorm[index]);
  return steps.gradientNormBeforeClip.empty()
             ? after
             : formatReading(steps.gradientNormBeforeClip[index]) + QStringLiteral(" → ") + after;
}

} // namespace

class NormPlot::Drawing final : public ChartDrawing {
 public:
  Drawing(NormPlot& widget, PlotKind kind)
      : ChartDrawing(widget), m_widget(widget), m_kind(kind), m_frame(*m_plot),
        m_decoration(*m_plot), m_cursor(*m_plot), m_legend(new LegendToggle(*m_plot)),
        m_zoom(new TimeZoom(*m_plot)) {
    m_plot->setPlottingHints(QCP::phFastPolylines);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->addLayer(behindLayer(), m_plot->layer(QStringLiteral("main")), QCustomPlot::limBelow);
    QObject::connect(m_legend, &LegendToggle::clicked, &widget, [this](const QString& id) {
      if (!m_hidden.remove(id)) {
        m_hidden.insert(id);
      }
      drawAll();
      emit m_widget.hiddenCurvesChanged();
    });
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { m_frame.fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] {
      m_frame.fitHeight();
      fillGraphs();
      m_decoration.placeLabels();
      placeReading();
    });
    QObject::connect(m_zoom, &TimeZoom::stretchWished, &widget, &PlotView::timeStretchWished);
    const auto point = [this](const QMouseEvent* event) {
      const bool isDown = (event->buttons() & Qt::LeftButton) != 0;
      if (isDown && m_findings.trace && !m_legend->isPressed()) {
        const double t = m_plot->xAxis->pixelToCoord(event->position().x());
        emit m_widget.timePointed(
            std::clamp(static_cast<int>(std::lround(t)), 1, m_picture.horizon));
      }
    };
    QObject::connect(m_plot, &QCustomPlot::mousePress, &widget, point);
    QObject::connect(m_plot, &QCustomPlot::mouseMove, &widget, point);
    setTheme(themeOf(ThemeKind::Light));
  }

  PlotKind kind() const { return m_kind; }
  const NormPicture& picture() const { return m_picture; }

  void setFindings(const Findings& findings) override {
    m_findings.trace = findings.trace;
    m_findings.pinned = findings.pinned;
    m_findings.seedBand = findings.seedBand;
    m_findings.pictures = findings.pictures;
    m_picture = m_findings.trace ? normPictureOf(m_findings, m_kind) : NormPicture{};
    m_zoom->setHorizon(m_picture.horizon);
    m_cursorTime = std::clamp(m_cursorTime, 1, m_picture.horizon);
    redraw();
  }

  void setTimeCursor(int t) override {
    m_cursorTime = std::clamp(t, 1, m_picture.horizon);
    placeCursor();
    if (m_widget.isVisible() && !isReplotQueued()) {
      m_cursor.replot();
    }
  }

  void setTheme(const Theme& theme) override {
    m_theme = theme;
    m_frame.setTheme(theme);
    m_cursor.setTheme(theme);
    drawAll();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void setCursorShown(bool shown) override {
    m_cursorShown = shown;
    drawAll();
  }

  void setHiddenCurves(const QSet<QString>& ids) {
    m_hidden = ids;
    drawAll();
  }

  const QSet<QString>& hiddenCurves() const { return m_hidden; }

  void setTimeStretch(const TimeStretch& stretch) {
    m_zoom->setShown(stretch);
    m_frame.setTimeStretch(m_zoom->shown(), m_picture.horizon);
    nameStepsBack();
    queueReplot();
  }

  void setTimeLabelShown(bool shown) {
    m_timeLabelShown = shown;
    redraw();
  }

  void redraw() override {
    m_plot->xAxis->setLabel(m_timeLabelShown ? tr("time step t") : QString());
    switch (m_kind) {
    case PlotKind::GradientFlow:
      m_frame.setTitle(m_findings.trace && !m_findings.trace->otherCells.empty()
                           ? tr("Gradient flow of the cells, same seed and input")
                           : tr("Gradient flow"));
      m_frame.setValueLabel(QStringLiteral("‖∂L/∂hₜ‖₂"));
      break;
    case PlotKind::States:
      m_frame.setTitle(tr("States"));
      m_frame.setValueLabel(QStringLiteral("‖hₜ‖₂"));
      break;
    case PlotKind::ParameterGradient:
      m_frame.setTitle(tr("Parameter gradient"));
      m_frame.setValueLabel(QStringLiteral("‖∂⁺L/∂θₜ‖₂"));
      break;
    }
    nameStepsBack();
    m_legend->setHint(tr("Click to hide the curve or to show it again."));
    drawAll();
  }

 private:
  struct DrawnCurve {
    NormCurve curve;
    QCPGraph* line;
    QCPGraph* dots; ///< of points that a line would not show; none if there are none
  };

  static QString tr(const char* text) { return NormPlot::tr(text); }

  /// Who has zoomed is told the way back.
  void nameStepsBack() {
    if (m_kind != PlotKind::GradientFlow) {
      m_frame.setStepsBackLabel({});
    } else if (m_zoom->showsAll()) {
      m_frame.setStepsBackLabel(tr("steps back from the loss, s = T − t"));
    } else {
      m_frame.setStepsBackLabel(tr("steps back, s = T − t (a double click shows all)"));
    }
  }

  void drawAll() {
    m_plot->clearGraphs();
    m_drawn.clear();
    if (m_captionShown && m_findings.trace) {
      m_frame.setCaption(ScenarioText::caption(m_findings.trace->scenario));
    }
    m_frame.setRanges(m_picture.horizon, m_picture.lowest, m_picture.highest);
    m_frame.setTimeStretch(m_zoom->shown(), m_picture.horizon);
    m_lowerQuartile = nullptr;
    m_details.clear();
    for (const NormCurve& curve : m_picture.curves) {
      drawCurve(curve);
    }
    m_filledFor = {};
    fillGraphs();
    m_legend->setDetails(m_details);
    m_frame.fitWidth();
    m_decoration.draw(withoutCurves(m_picture, m_hidden), m_theme);
    placeCursor();
    queueReplot();
  }

  /// How many dots that can be told apart a pixel of the widget has in a row.
  double dotsOfPixel() const {
    return m_cursorShown ? m_plot->bufferDevicePixelRatio() : exportedDots;
  }

  /// Gives the graphs the points that can be told apart at this size, of the steps in sight.
  void fillGraphs() {
    const QRect room = m_plot->axisRect()->rect();
    const double columns = std::max(fewestColumns, room.width() * dotsOfPixel());
    const double rows = std::max(1.0, room.height() * dotsOfPixel());
    const PlotGrain grain{m_zoom->shown(), static_cast<std::size_t>(columns),
                          m_plot->yAxis->range().size() / rows};
    if (std::exchange(m_filledFor, grain) == grain) {
      return;
    }
    const double belowAll = 2 * m_picture.lowest - m_picture.highest;
    for (const DrawnCurve& drawn : m_drawn) {
      fill(*drawn.line, linePoints(drawn.curve, grain, belowAll));
      if (drawn.dots != nullptr) {
        fill(*drawn.dots, lonePoints(drawn.curve, grain));
      }
    }
  }

  static void fill(QCPGraph& graph, const CurvePoints& points) {
    graph.setData({points.times.begin(), points.times.end()},
                  {points.heights.begin(), points.heights.end()}, true);
  }

  void drawCurve(const NormCurve& curve) {
    auto [pen, name, detail] = lineOf(m_picture, curve, m_theme);
    const QString id = curveId(m_picture, curve);
    const bool isHidden = m_hidden.contains(id);
    if (isHidden && !m_cursorShown) {
      return; // nobody can bring it back in a picture that leaves the window
    }
    if (isHidden) {
      pen.setColor(m_theme.hiddenColor());
    }
    auto* graph = new CurveGraph(m_plot->xAxis, m_plot->yAxis); // the plot keeps it
    graph->setObjectName(id);
    graph->setName(m_cursorShown || detail.isEmpty() ? name : detail);
    m_details[id] = detail;
    graph->setPen(pen);
    graph->setAdaptiveSampling(false); // it loses a column that begins with a gap
    m_drawn.push_back({curve, graph, nullptr});
    graph->setVisible(!isHidden);
    if (curve.role == CurveRole::Pinned && m_cursorShown) {
      graph->removeFromLegend(); // the window's rows of pinned curves say more, and hide them
    } else if (isHidden) {
      m_plot->legend->itemWithPlottable(graph)->setTextColor(m_theme.hiddenColor());
    }
    if (curve.role == CurveRole::SeedLower) {
      graph->setObjectName(id + QStringLiteral(".lower"));
      graph->removeFromLegend();
      m_lowerQuartile = graph;
    } else if (curve.role == CurveRole::SeedUpper) {
      graph->setBrush(isHidden ? QBrush(Qt::NoBrush) : QBrush(m_theme.seedBandColor()));
      graph->setChannelFillGraph(m_lowerQuartile);
    }
    if (curve.role >= CurveRole::SeedLower) {
      graph->setLayer(behindLayer());
    }
    if (curve.values->isolated.empty() || isHidden) {
      return;
    }
    QCPGraph* dots = m_plot->addGraph();
    dots->removeFromLegend();
    dots->setObjectName(id + QStringLiteral(".isolated"));
    dots->setLineStyle(QCPGraph::lsNone);
    dots->setScatterStyle({QCPScatterStyle::ssDisc, pen.color(), pen.color(), 5});
    m_drawn.back().dots = dots;
  }

  /// The values at the cursor, of the curves that are shown.
  QStringList readings(std::size_t index) const {
    QStringList lines;
    const Trace& trace = *m_findings.trace;
    const bool isFlow = m_kind == PlotKind::GradientFlow;
    const bool comparesCells = isFlow && !trace.otherCells.empty();
    for (const RunTrace& run : trace.runs) {
      const QString name = QString::fromUtf8(nameOf(run.precision).data());
      if (!comparesCells && !m_hidden.contains(name)) {
        lines += name + QStringLiteral(": ") + reading(run, m_kind, index);
      }
    }
    QStringList pinned;
    for (const NormCurve& curve : m_picture.curves) {
      if (m_hidden.contains(curveId(m_picture, curve))) {
        continue;
      }
      if (curve.role == CurveRole::OtherCell) {
        lines += displayText(curve.cell) + QStringLiteral(": ") +
                 formatReading(std::pow(10, curve.log10()[index]));
      } else if (curve.role == CurveRole::Pinned && isFlow) {
        const NormPin& pin = m_picture.pins[curve.pin];
        const auto t = static_cast<int>(index) + 1;
        pinned += pin.letter() + QStringLiteral(": ") +
                  (t >= pin.first && t <= pin.last ? formatReading(curve.values->norms[index])
                                                   : QStringLiteral("–"));
      }
    }
    // Six lines more would not fit a low plot.
    constexpr qsizetype mostBelow = 3;
    const qsizetype inALine = pinned.size() > mostBelow ? 2 : 1;
    for (qsizetype first = 0; first < pinned.size(); first += inALine) {
      lines += pinned.mid(first, inALine).join(QStringLiteral("   "));
    }
    return lines;
  }

  void placeCursor() {
    m_cursor.setVisible(m_findings.trace != nullptr && m_cursorShown);
    if (!m_findings.trace) {
      return;
    }
    QStringList lines{tr("t = %1, s = %2").arg(m_cursorTime).arg(m_picture.horizon - m_cursorTime)};
    lines += readings(static_cast<std::size_t>(m_cursorTime) - 1);
    m_cursor.moveTo(m_cursorTime, lines);
    if (placeReading()) {
      queueReplot();
    }
  }

  /// True if other words stand at the edges now.
  bool placeReading() {
    return m_decoration.giveWayTo(m_cursor.placeText(
        {m_decoration.labelPlaces(), m_decoration.curveTraces(), m_decoration.edgeWords()}));
  }

  NormPlot& m_widget;
  PlotKind m_kind;
  PlotFrame m_frame;
  NormDecoration m_decoration;
  PlotCursor m_cursor;
  LegendToggle* m_legend;
  TimeZoom* m_zoom;
  Theme m_theme;
  Findings m_findings; ///< those that this plot shows
  NormPicture m_picture;
  QSet<QString> m_hidden;            ///< by curveId()
  QHash<QString, QString> m_details; ///< of the legend's entries, by curveId()
  std::vector<DrawnCurve> m_drawn;
  PlotGrain m_filledFor{}; ///< what the graphs have their points for
  QCPGraph* m_lowerQuartile = nullptr;
  int m_cursorTime = 1;
  bool m_captionShown = false;
  bool m_cursorShown = true;
  bool m_timeLabelShown = true;
};

NormPlot::NormPlot(PlotKind kind, QWidget* parent)
    : ChartView(parent), m_drawing(keep(std::make_unique<Drawing>(*this, kind))) {
  m_drawing->redraw();
}

void NormPlot::setHiddenCurves(const QSet<QString>& ids) {
  m_drawing->setHiddenCurves(ids);
}

QSet<QString> NormPlot::hiddenCurves() const {
  return m_drawing->hiddenCurves();
}

void NormPlot::setTimeStretch(const TimeStretch& stretch) {
  m_drawing->setTimeStretch(stretch);
}

void NormPlot::setTimeLabelShown(bool shown) {
  m_drawing->setTimeLabelShown(shown);
}

PlotKind NormPlot::kind() const {
  return m_drawing->kind();
}

const NormPicture& NormPlot::picture() const {
  return m_drawing->picture();
}

} // namespace backflow
