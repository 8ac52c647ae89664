// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_plot.h"

#include "ui/plot/axes_drag.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/legend_toggle.h"
#include "ui/plot/norm_decoration.h"
#include "ui/plot/norm_graphs.h"
#include "ui/plot/norm_lines.h"
#include "ui/plot/norm_readings.h"
#include "ui/plot/plot_cursor.h"
#include "ui/plot/plot_frame.h"
#include "ui/plot/time_zoom.h"
#include "ui/text/scenario_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

class NormPlot::Drawing final : public ChartDrawing {
 public:
  Drawing(NormPlot& widget, PlotKind kind)
      : ChartDrawing(widget), m_widget(widget), m_kind(kind), m_frame(*m_plot),
        m_decoration(*m_plot), m_cursor(*m_plot), m_legend(new LegendToggle(*m_plot)),
        m_zoom(new TimeZoom(*m_plot)), m_graphs(*m_plot) {
    m_plot->setNoAntialiasingOnDrag(true);
    QObject::connect(m_legend, &LegendToggle::clicked, &widget, [this](const QString& id) {
      if (!m_hidden.remove(id)) {
        m_hidden.insert(id);
      }
      drawAll();
      emit m_widget.hiddenCurvesChanged();
    });
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { m_frame.fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] {
      m_frame.fitAxes();
      m_graphs.fill(m_zoom->shown());
      m_decoration.layOut();
      arrangeWords();
    });
    QObject::connect(m_zoom, &TimeZoom::stretchWished, &widget, &PlotView::timeStretchWished);
    const auto point = [this](const QPointF& place) {
      if (m_findings.trace && !m_legend->isPressed()) {
        const double t = m_plot->xAxis->pixelToCoord(place.x());
        emit m_widget.timePointed(
            std::clamp(static_cast<int>(std::lround(t)), 1, m_picture.horizon));
      }
    };
    QObject::connect(new AxesDrag(*m_plot), &AxesDrag::moved, &widget, point);
    QObject::connect(m_plot, &QCustomPlot::mouseMove, &widget, [this](const QMouseEvent* event) {
      if (event->buttons() == Qt::NoButton) {
        tellMarkAt(event->position());
      }
    });
    setTheme(themeOf(ThemeKind::Light));
  }

  PlotKind kind() const { return m_kind; }
  const NormPicture& picture() const { return m_picture; }

  void setFindings(const Findings& findings) override {
    if (!isOfSameScenario(findings)) {
      m_decoration.forgetPlaces();
      m_cursor.forgetPlace();
    }
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
    moveCursor();
    // Before a layout nothing is known of what the reading should leave in sight.
    if (!isReplotQueued() && (placeReading() || m_cursor.wishedPlace(m_decoration.inSight()))) {
      queueReplot();
    }
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

  void setScenarioNamed(bool named) {
    m_scenarioNamed = named;
    redraw();
  }

  void setTimeLabelShown(bool shown) {
    m_timeLabelShown = shown;
    redraw();
  }

  void redraw() override {
    m_plot->xAxis->setLabel(m_timeLabelShown ? tr("time step t") : QString());
    switch (m_kind) {
    case PlotKind::GradientFlow:
      nameFlow();
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
  static QString tr(const char* text) { return NormPlot::tr(text); }

  bool isOfSameScenario(const Findings& findings) const {
    return m_findings.trace && findings.trace &&
           m_findings.trace->scenario.title == findings.trace->scenario.title;
  }

  /// Whether the legend of the gradient flow, which stands above, names all curves.
  bool isNamedByTheFlow() const {
    return m_kind != PlotKind::GradientFlow &&
           std::ranges::none_of(m_picture.curves, [](const NormCurve& curve) {
             return curve.role == CurveRole::BeforeClip;
           });
  }

  void nameFlow() {
    const bool compares = m_findings.trace && !m_findings.trace->otherCells.empty();
    const QString name =
        compares ? tr("Gradient flow of the cells, same seed and input") : tr("Gradient flow");
    if (m_scenarioNamed && m_findings.trace) {
      const QString scenario = ScenarioText::presentName(m_findings.trace->scenario);
      m_frame.setTitles({name + QStringLiteral(" · ") + scenario, scenario});
    } else {
      m_frame.setTitle(name);
    }
  }

  /// Who has zoomed is told the way back.
  void nameStepsBack() {
    if (m_kind != PlotKind::GradientFlow) {
      m_frame.setStepsBackLabel({});
    } else if (m_zoom->showsAll()) {
      // Who reads backwards is counted from the other end.
      const bool bothWays = m_findings.trace && m_findings.trace->scenario.network.bidirectional;
      m_frame.setStepsBackLabel(bothWays ? tr("steps back, reading forward: s = T − t")
                                         : tr("steps back from the loss, s = T − t"));
    } else {
      m_frame.setStepsBackLabel(tr("steps back, s = T − t (a double click shows all)"));
    }
  }

  void drawAll() {
    m_graphs.clear();
    if (m_captionShown && m_findings.trace) {
      m_frame.setCaption(ScenarioText::caption(m_findings.trace->scenario));
    }
    m_frame.setRanges(m_picture.horizon, m_picture.lowest, m_picture.highest);
    m_frame.setHeightsNamed(hasHeights(m_picture));
    m_frame.setTimeStretch(m_zoom->shown(), m_picture.horizon);
    m_graphs.draw(m_picture, m_theme, m_hidden,
                  m_cursorShown ? NormGraphs::Place::Window : NormGraphs::Place::Export);
    m_graphs.fill(m_zoom->shown());
    m_legend->setDetails(m_graphs.details());
    m_frame.setBriefName(referenceName(), briefReferenceName());
    m_frame.setLegendOptional(m_cursorShown && isNamedByTheFlow());
    m_frame.fitWidth();
    m_decoration.draw(withoutCurves(m_picture, m_hidden), m_theme);
    moveCursor();
    queueReplot();
  }

  /// Where there is no room for its label, the pointer still finds what a mark says.
  void tellMarkAt(const QPointF& place) {
    const QString words = m_decoration.wordsOfMarkAt(place);
    // What the legend's entries say is not taken away.
    if (words != m_markWords && (!words.isEmpty() || m_plot->toolTip() == m_markWords)) {
      m_plot->setToolTip(words);
    }
    m_markWords = words;
  }

  void moveCursor() {
    m_cursor.setVisible(m_findings.trace != nullptr && m_cursorShown);
    if (!m_findings.trace) {
      return;
    }
    QStringList lines{tr("t = %1, s = %2").arg(m_cursorTime).arg(m_picture.horizon - m_cursorTime)};
    lines += normReadings(*m_findings.trace, m_picture, m_kind, m_hidden,
                          static_cast<std::size_t>(m_cursorTime) - 1);
    m_cursor.moveTo(m_cursorTime, lines);
  }

  /// Labels and the reading make room for each other until none moves: a picture that is drawn
  /// again is the same.
  void arrangeWords() {
    constexpr int mostRounds = 4;
    for (int round = 0; round < mostRounds; ++round) {
      const std::vector<QRectF> labels = m_decoration.labelPlaces();
      const QRectF stood = m_reading;
      m_decoration.placeLabels();
      makeRoomForReading();
      placeReading();
      if (m_reading == stood && m_decoration.labelPlaces() == labels) {
        break;
      }
    }
  }

  /// In a low plot labels may leave the reading no place but on the curves.
  void makeRoomForReading() {
    if (const auto wished = m_cursor.wishedPlace(m_decoration.inSight())) {
      m_decoration.keepLabelsOff(*wished);
    }
  }

  /// True if other words stand at the edges now, or labels have room where it stood.
  bool placeReading() {
    if (!m_findings.trace) {
      return false;
    }
    m_reading = m_cursor.placeText(m_decoration.inSight());
    const bool freesLabels = m_decoration.setReading(m_reading);
    return m_decoration.giveWayTo({m_reading, m_cursor.lineBox()}) || freesLabels;
  }

  NormPlot& m_widget;
  PlotKind m_kind;
  PlotFrame m_frame;
  NormDecoration m_decoration;
  PlotCursor m_cursor;
  LegendToggle* m_legend;
  TimeZoom* m_zoom;
  NormGraphs m_graphs;
  Theme m_theme;
  Findings m_findings; ///< those that this plot shows
  NormPicture m_picture;
  QSet<QString> m_hidden; ///< by curveId()
  QRectF m_reading;       ///< where it stands, in pixels
  QString m_markWords;    ///< of the marks under the pointer
  int m_cursorTime = 1;
  bool m_captionShown = false;
  bool m_cursorShown = true;
  bool m_scenarioNamed = false;
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

void NormPlot::setScenarioNamed(bool named) {
  m_drawing->setScenarioNamed(named);
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
