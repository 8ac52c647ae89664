// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_plot.h"

#include "ui/plot/chart_drawing.h"
#include "ui/plot/legend_toggle.h"
#include "ui/plot/norm_decoration.h"
#include "ui/plot/norm_lines.h"
#include "ui/plot/plot_cursor.h"
#include "ui/plot/plot_frame.h"
#include "ui/plot/straight_stretches.h"
#include "ui/plot/time_zoom.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"
#include "ui/text/scenario_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace backflow {

namespace {

/// A plot that has not been laid out yet has no width.
constexpr int fewestColumns = 300;
/// Of a curve with so few points none is left out.
constexpr std::size_t fewPoints = 300;
constexpr double unseenPartOfPixel = 0.05;

/// Under the live curves.
QString behindLayer() {
  return QStringLiteral("behind");
}

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
      m_cursor.placeText(m_decoration.labelPlaces(), m_decoration.curvePixels());
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
    if (std::exchange(m_stretchHorizon, m_picture.horizon) != m_picture.horizon) {
      m_stretch = wholeStretch(m_picture.horizon);
    }
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
    m_stretch = moved(stretch, m_picture.horizon, 0);
    m_zoom->setShown(m_stretch, m_picture.horizon);
    m_frame.setTimeStretch(m_stretch, m_picture.horizon);
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
                           ? tr("Gradient flow of three cells, same seed and input")
                           : tr("Gradient flow"));
      m_plot->yAxis->setLabel(QStringLiteral("‖∂L/∂hₜ‖₂"));
      break;
    case PlotKind::States:
      m_frame.setTitle(tr("States"));
      m_plot->yAxis->setLabel(QStringLiteral("‖hₜ‖₂"));
      break;
    case PlotKind::ParameterGradient:
      m_frame.setTitle(tr("Parameter gradient"));
      m_plot->yAxis->setLabel(QStringLiteral("‖∂⁺L/∂θₜ‖₂"));
      break;
    }
    m_frame.setStepsBackLabel(
        m_kind == PlotKind::GradientFlow ? tr("steps back from the loss, s = T − t") : QString());
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

  void drawAll() {
    m_plot->clearGraphs();
    m_drawn.clear();
    if (m_captionShown && m_findings.trace) {
      m_frame.setCaption(ScenarioText::caption(m_findings.trace->scenario));
    }
    m_frame.setRanges(m_picture.horizon, m_picture.lowest, m_picture.highest);
    m_frame.setTimeStretch(m_stretch, m_picture.horizon);
    m_zoom->setShown(m_stretch, m_picture.horizon);
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

  /// Zero lies below every plot: a band that begins there has no lower edge.
  double heightOf(const NormCurve& curve, std::size_t index) const {
    if (curve.role == CurveRole::SeedLower) {
      const double log2 = curve.values->log2[index];
      if (log2 < 0 && std::isinf(log2)) {
        return 2 * m_picture.lowest - m_picture.highest;
      }
    }
    return curve.log10()[index];
  }

  /// Gives the graphs the points that can be told apart on this width, of the steps in sight: of a
  /// million steps some thousand.
  void fillGraphs() {
    const auto columns =
        static_cast<std::size_t>(std::max(fewestColumns, m_plot->axisRect()->width()));
    const std::tuple wanted(m_stretch, columns, m_plot->axisRect()->height());
    if (std::exchange(m_filledFor, wanted) == wanted) {
      return;
    }
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(m_stretch.first) - 1));
    const auto last = static_cast<std::size_t>(std::max(0.0, std::ceil(m_stretch.last) - 1));
    for (const DrawnCurve& drawn : m_drawn) {
      const NormCurve& curve = drawn.curve;
      const std::vector<std::size_t> points =
          curve.values->levels.pointsOf(curve.log10(), first, last, columns);
      std::vector<double> times;
      std::vector<double> heights;
      times.reserve(points.size());
      heights.reserve(points.size());
      for (const std::size_t point : points) {
        times.push_back(static_cast<double>(point) + 1);
        heights.push_back(heightOf(curve, point));
      }
      giveLine(*drawn.line, times, heights);
      if (drawn.dots != nullptr) {
        fillDots(drawn, static_cast<int>(first) + 1, static_cast<int>(last) + 1, columns);
      }
    }
  }

  /// A smooth curve has long straight stretches, and dashes along many short pieces take long.
  void giveLine(QCPGraph& line, const std::vector<double>& times,
                const std::vector<double>& heights) const {
    const double pixel = m_plot->yAxis->range().size() / std::max(1, m_plot->axisRect()->height());
    QVector<double> x;
    QVector<double> y;
    if (times.size() <= fewPoints) {
      x = {times.begin(), times.end()};
      y = {heights.begin(), heights.end()};
    } else {
      for (const std::size_t k :
           withoutStraightStretches(times, heights, unseenPartOfPixel * pixel)) {
        x.push_back(times[k]);
        y.push_back(heights[k]);
      }
    }
    line.setData(x, y, true);
  }

  /// Of points that stand alone. Where several would cover each other, the lowest and the highest.
  static void fillDots(const DrawnCurve& drawn, int first, int last, std::size_t columns) {
    const std::vector<int>& all = drawn.curve.values->isolated;
    const std::vector<double>& heights = drawn.curve.log10();
    const auto heightAt = [&](int t) {
      return heights[static_cast<std::size_t>(t) - 1];
    };
    const auto end = std::upper_bound(all.begin(), all.end(), last);
    const double column =
        std::max(1.0, static_cast<double>(last - first) / static_cast<double>(columns));
    QVector<double> times;
    QVector<double> values;
    for (auto next = std::lower_bound(all.begin(), all.end(), first); next != end;) {
      const auto columnEnd = std::lower_bound(next, end, static_cast<int>(*next + column));
      const auto [lowest, highest] = std::minmax_element(
          next, columnEnd, [&](int a, int b) { return heightAt(a) < heightAt(b); });
      for (const int t : {std::min(*lowest, *highest), std::max(*lowest, *highest)}) {
        if (times.isEmpty() || times.back() != t) {
          times.push_back(t);
          values.push_back(heightAt(t));
        }
      }
      next = columnEnd;
    }
    drawn.dots->setData(times, values, true);
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
    QCPGraph* graph = m_plot->addGraph();
    graph->setObjectName(id);
    graph->setName(m_cursorShown || detail.isEmpty() ? name : detail);
    m_details[id] = detail;
    graph->setPen(pen);
    graph->setAdaptiveSampling(false); // it loses a column that begins with a gap
    m_drawn.push_back({curve, graph, nullptr});
    graph->setVisible(!isHidden);
    if (isHidden) {
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
    m_cursor.placeText(m_decoration.labelPlaces(), m_decoration.curvePixels());
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
  TimeStretch m_stretch = wholeStretch(1);
  int m_stretchHorizon = 1; ///< of the trace that m_stretch belongs to
  /// The steps, columns and rows of pixels that the graphs have their points for.
  std::tuple<TimeStretch, std::size_t, int> m_filledFor;
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
