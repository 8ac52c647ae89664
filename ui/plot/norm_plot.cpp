// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_plot.h"

#include "ui/plot/axis_tickers.h"
#include "ui/plot/norm_decoration.h"
#include "ui/plot/plot_cursor.h"
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
      : m_widget(widget), m_kind(kind), m_plot(new QCustomPlot(&widget)), m_decoration(*m_plot),
        m_cursor(*m_plot) {
    auto* layout = new QVBoxLayout(&widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setObjectName(QStringLiteral("plot"));
    m_plot->setPlottingHints(QCP::phFastPolylines);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setMinimumSize(120, 80);
    makeHeader();
    makeAxes();
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] {
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
    redraw();
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
    m_plot->setBackground(theme.background);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->xAxis2, m_plot->yAxis, m_plot->yAxis2}) {
      const QPen pen(theme.mutedText, std::max(1.0, theme.lineWidth / 2));
      axis->setBasePen(pen);
      axis->setTickPen(pen);
      axis->setTickLabelFont(theme.font);
      axis->setTickLabelColor(theme.text);
      axis->setLabelFont(theme.font);
      axis->setLabelColor(theme.text);
      axis->setLabelPadding(3);
      axis->grid()->setPen(QPen(theme.grid, 1));
      axis->grid()->setZeroLinePen(QPen(theme.grid, 1));
    }
    // The same left margin for every plot keeps their time axes in one line.
    const QFontMetrics metrics(theme.font);
    const int left = metrics.horizontalAdvance(QStringLiteral("10⁻³⁰⁰")) + metrics.height() + 22;
    m_plot->axisRect()->setAutoMargins(QCP::msTop | QCP::msBottom);
    m_plot->axisRect()->setMargins({left, 0, metrics.averageCharWidth() * 2, 0});
    m_title->setFont(theme.titleFont());
    m_title->setTextColor(theme.text);
    m_caption->setFont(theme.smallFont());
    m_caption->setTextColor(theme.mutedText);
    m_plot->legend->setFont(theme.font);
    m_plot->legend->setTextColor(theme.text);
    m_plot->legend->setIconSize(metrics.averageCharWidth() * 5, metrics.height());
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
      m_title->setText(tr("Gradient flow"));
      m_plot->yAxis->setLabel(QStringLiteral("‖∂L/∂hₜ‖₂"));
      break;
    case PlotKind::States:
      m_title->setText(tr("States"));
      m_plot->yAxis->setLabel(QStringLiteral("‖hₜ‖₂"));
      break;
    case PlotKind::ParameterGradient:
      m_title->setText(tr("Parameter gradient"));
      m_plot->yAxis->setLabel(QStringLiteral("‖∂⁺L/∂θₜ‖₂"));
      break;
    }
    m_plot->xAxis2->setLabel(
        m_kind == PlotKind::GradientFlow ? tr("steps back from the loss, s = T − t") : QString());
    redraw();
  }

 private:
  static QString tr(const char* text) { return NormPlot::tr(text); }

  void makeHeader() {
    auto* header = new QCPLayoutGrid;
    m_title = new QCPTextElement(m_plot);
    m_title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_title->setMargins({8, 2, 8, 0});
    m_plot->legend->setVisible(true);
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, header);
    header->addElement(0, 0, m_title);
    m_plot->axisRect()->insetLayout()->take(m_plot->legend);
    header->addElement(0, 1, m_plot->legend);
    // Nothing at the end takes all the room, so that title and legend stand close together.
    header->addElement(0, 2, new QCPLayoutElement(m_plot));
    header->setColumnStretchFactor(0, 0.001);
    header->setColumnStretchFactor(1, 0.001);
    m_plot->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setMargins({4, 2, 4, 0});
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    m_plot->plotLayout()->setRowSpacing(0);
    m_caption = new QCPTextElement(m_plot);
    m_caption->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_caption->setMargins({8, 0, 8, 2});
    m_caption->setVisible(false);
  }

  void makeAxes() {
    m_plot->xAxis->setTicker(stepTicker());
    m_plot->xAxis2->setTicker(stepTicker());
    m_plot->yAxis->setTicker(decadeTicker());
    m_plot->xAxis2->setVisible(true);
    m_plot->xAxis2->setRangeReversed(true);
    m_plot->xAxis2->setTickLabels(m_kind == PlotKind::GradientFlow);
    m_plot->yAxis2->setVisible(true);
    m_plot->yAxis2->setTicks(false);
    m_plot->yAxis2->setTickLabels(false);
  }

  void redraw() {
    m_plot->clearGraphs();
    if (m_captionShown && m_trace) {
      m_caption->setText(ScenarioText::caption(m_trace->scenario));
      if (!m_caption->visible()) {
        m_caption->setVisible(true);
        m_plot->plotLayout()->insertRow(1);
        m_plot->plotLayout()->addElement(1, 0, m_caption);
        m_plot->plotLayout()->setRowStretchFactor(1, 0.001);
      }
    }
    const double horizon = m_picture.horizon;
    const double margin = std::max(0.5, 0.012 * horizon);
    m_plot->xAxis->setRange(1 - margin, horizon + margin);
    m_plot->xAxis2->setRange(-margin, horizon - 1 + margin);
    m_plot->yAxis->setRange(m_picture.lowest, m_picture.highest);
    for (const NormCurve& curve : m_picture.curves) {
      drawCurve(curve);
    }
    m_decoration.draw(m_picture, m_theme);
    placeCursor();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
  }

  void drawCurve(const NormCurve& curve) {
    QPen pen = m_theme.penOf(curve.precision);
    QString name = QString::fromUtf8(nameOf(curve.precision).data());
    QString id = name;
    if (curve.role == CurveRole::Reference) {
      pen = m_theme.referencePen();
      name = tr("reference (unbounded exponent)");
      id = QStringLiteral("reference");
    } else if (curve.role == CurveRole::BeforeClip) {
      pen = m_theme.beforeClipPen(curve.precision);
      name = tr("%1 before clipping").arg(name);
      id += QStringLiteral(".before");
    }
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
  NormDecoration m_decoration;
  PlotCursor m_cursor;
  Theme m_theme;
  std::shared_ptr<const Trace> m_trace;
  NormPicture m_picture;
  QCPTextElement* m_title = nullptr;
  QCPTextElement* m_caption = nullptr;
  int m_cursorTime = 1;
  bool m_captionShown = false;
  bool m_timeLabelShown = true;
};

NormPlot::NormPlot(PlotKind kind, QWidget* parent)
    : QWidget(parent), m_drawing(std::make_unique<Drawing>(*this, kind)) {
  m_drawing->retranslate();
}

NormPlot::~NormPlot() = default;

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
