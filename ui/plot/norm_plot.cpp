// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_plot.h"

#include "ui/plot/norm_decoration.h"
#include "ui/plot/plot_cursor.h"
#include "ui/plot/plot_frame.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"
#include "ui/text/scenario_text.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <vector>

namespace backflow {

namespace {

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

class NormPlot::Drawing {
 public:
  Drawing(NormPlot& widget, PlotKind kind)
      : m_widget(widget), m_kind(kind), m_plot(new QCustomPlot(&widget)), m_frame(*m_plot),
        m_decoration(*m_plot), m_cursor(*m_plot) {
    auto* layout = new QVBoxLayout(&widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setObjectName(QStringLiteral("plot"));
    m_plot->setPlottingHints(QCP::phFastPolylines);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setMinimumSize(120, 80);
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { m_frame.fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] {
      m_frame.fitHeight();
      m_decoration.placeLabels();
      m_cursor.placeText(m_decoration.labelPlaces(), m_decoration.curvePixels());
    });
    const auto point = [this](const QMouseEvent* event) {
      if ((event->buttons() & Qt::LeftButton) != 0 && m_trace) {
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
  QCustomPlot& plot() const { return *m_plot; }

  void setTrace(std::shared_ptr<const Trace> trace) {
    m_trace = std::move(trace);
    m_picture = m_trace ? normPictureOf(*m_trace, m_kind) : NormPicture{};
    m_cursorTime = std::clamp(m_cursorTime, 1, m_picture.horizon);
    retranslate();
  }

  void setTimeCursor(int t) {
    m_cursorTime = std::clamp(t, 1, m_picture.horizon);
    placeCursor();
    if (m_widget.isVisible()) {
      m_cursor.replot();
    }
  }

  void setTheme(const Theme& theme) {
    m_theme = theme;
    m_frame.setTheme(theme);
    m_cursor.setTheme(theme);
    redraw();
  }

  void setCaptionShown(bool shown) {
    m_captionShown = shown;
    m_cursor.setVisible(!shown);
    retranslate();
  }

  void setTimeLabelShown(bool shown) {
    m_timeLabelShown = shown;
    retranslate();
  }

  void retranslate() {
    m_plot->xAxis->setLabel(m_timeLabelShown ? tr("time step t") : QString());
    switch (m_kind) {
    case PlotKind::GradientFlow:
      m_frame.setTitle(m_trace && !m_trace->otherCells.empty()
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
    redraw();
  }

 private:
  static QString tr(const char* text) { return NormPlot::tr(text); }

  void redraw() {
    m_plot->clearGraphs();
    if (m_captionShown && m_trace) {
      m_frame.setCaption(ScenarioText::caption(m_trace->scenario));
    }
    m_frame.setRanges(m_picture.horizon, m_picture.lowest, m_picture.highest);
    for (const NormCurve& curve : m_picture.curves) {
      drawCurve(curve);
    }
    m_frame.fitWidth();
    m_decoration.draw(m_picture, m_theme);
    placeCursor();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
  }

  struct Part {
    QString name;
    QString id;
    bool isFirst;
  };

  static Part partOf(CurveRole role) {
    switch (role) {
    case CurveRole::AlongCell:
      return {tr("∂L/∂c along the cell"), QStringLiteral(".along"), true};
    case CurveRole::ThroughGates:
      return {tr("∂L/∂c through the gates"), QStringLiteral(".gates"), false};
    case CurveRole::Direct:
      return {tr("direct path"), QStringLiteral(".direct"), true};
    case CurveRole::Recurrent:
      return {tr("through the recurrence"), QStringLiteral(".recurrent"), false};
    case CurveRole::ReadsForward:
      return {tr("forward direction"), QStringLiteral(".forward"), true};
    case CurveRole::ReadsBackward:
      return {tr("backward direction"), QStringLiteral(".backward"), false};
    case CurveRole::Run:
    case CurveRole::BeforeClip:
    case CurveRole::Reference:
    case CurveRole::Bound:
    case CurveRole::Asymptote:
    case CurveRole::OtherCell:
      break;
    }
    return {{}, {}, true};
  }

  struct Line {
    QPen pen;
    QString name; ///< in the legend
    QString id;
  };

  Line lineOf(const NormCurve& curve) const {
    const QString precision = QString::fromUtf8(nameOf(curve.precision).data());
    switch (curve.role) {
    case CurveRole::Run:
      return {m_theme.penOf(curve.precision), precision, precision};
    case CurveRole::BeforeClip:
      return {m_theme.beforeClipPen(curve.precision), tr("%1 before clipping").arg(precision),
              precision + QStringLiteral(".before")};
    case CurveRole::Reference:
      return {m_theme.referencePen(), tr("reference (unbounded exponent)"),
              QStringLiteral("reference")};
    case CurveRole::Bound:
      return {m_theme.theoryPen(true), tr("bound (σ₁γ)ˢ"), QStringLiteral("bound")};
    case CurveRole::Asymptote:
      return {m_theme.theoryPen(false), QStringLiteral("ρˢ"), QStringLiteral("asymptote")};
    case CurveRole::OtherCell:
      return {m_theme.cellPen(curve.cell), displayText(curve.cell),
              QStringLiteral("cell.") + displayText(curve.cell)};
    default:
      break;
    }
    const Part part = partOf(curve.role);
    return {m_theme.partPen(part.isFirst), part.name, precision + part.id};
  }

  void drawCurve(const NormCurve& curve) {
    const auto [pen, name, id] = lineOf(curve);
    const auto count = static_cast<qsizetype>(curve.log10.size());
    QVector<double> times(count);
    for (qsizetype k = 0; k < count; ++k) {
      times[k] = static_cast<double>(k) + 1;
    }
    QCPGraph* graph = m_plot->addGraph();
    graph->setObjectName(id);
    graph->setName(name);
    graph->setPen(pen);
    graph->setData(times, QVector<double>(curve.log10.begin(), curve.log10.end()), true);
    if (curve.isolated.empty()) {
      return;
    }
    QCPGraph* dots = m_plot->addGraph();
    dots->removeFromLegend();
    dots->setObjectName(id + QStringLiteral(".isolated"));
    dots->setLineStyle(QCPGraph::lsNone);
    dots->setScatterStyle({QCPScatterStyle::ssDisc, pen.color(), pen.color(), 5});
    for (const int t : curve.isolated) {
      dots->addData(t, curve.log10[static_cast<std::size_t>(t) - 1]);
    }
  }

  void placeCursor() {
    m_cursor.setVisible(m_trace != nullptr && !m_captionShown);
    if (!m_trace) {
      return;
    }
    const auto index = static_cast<std::size_t>(m_cursorTime) - 1;
    QStringList lines{tr("t = %1, s = %2").arg(m_cursorTime).arg(m_picture.horizon - m_cursorTime)};
    const bool comparesCells = m_kind == PlotKind::GradientFlow && !m_trace->otherCells.empty();
    if (comparesCells) {
      for (const NormCurve& curve : m_picture.curves) {
        lines += displayText(curve.cell) + QStringLiteral(": ") +
                 formatReading(std::pow(10, curve.log10[index]));
      }
      m_cursor.moveTo(m_cursorTime, lines);
      m_cursor.placeText(m_decoration.labelPlaces(), m_decoration.curvePixels());
      return;
    }
    for (const RunTrace& run : m_trace->runs) {
      lines += QString::fromUtf8(nameOf(run.precision).data()) + QStringLiteral(": ") +
               reading(run, m_kind, index);
    }
    m_cursor.moveTo(m_cursorTime, lines);
    m_cursor.placeText(m_decoration.labelPlaces(), m_decoration.curvePixels());
  }

  NormPlot& m_widget;
  PlotKind m_kind;
  QCustomPlot* m_plot;
  PlotFrame m_frame;
  NormDecoration m_decoration;
  PlotCursor m_cursor;
  Theme m_theme;
  std::shared_ptr<const Trace> m_trace;
  NormPicture m_picture;
  int m_cursorTime = 1;
  bool m_captionShown = false;
  bool m_timeLabelShown = true;
};

NormPlot::NormPlot(PlotKind kind, QWidget* parent)
    : ChartView(parent), m_drawing(std::make_unique<Drawing>(*this, kind)) {
  m_drawing->retranslate();
}

NormPlot::~NormPlot() = default;

void NormPlot::setFindings(const Findings& findings) {
  m_drawing->setTrace(findings.trace);
}

void NormPlot::setTrace(std::shared_ptr<const Trace> trace) {
  m_drawing->setTrace(std::move(trace));
}

void NormPlot::setTimeCursor(int t) {
  m_drawing->setTimeCursor(t);
}

void NormPlot::setTheme(const Theme& theme) {
  m_drawing->setTheme(theme);
}

void NormPlot::setCaptionShown(bool shown) {
  m_drawing->setCaptionShown(shown);
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

QCustomPlot& NormPlot::plot() const {
  return m_drawing->plot();
}

void NormPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_drawing) {
    m_drawing->retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
