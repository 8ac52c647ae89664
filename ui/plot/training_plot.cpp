// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_plot.h"

#include "ui/plot/axes_drag.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/training_colors.h"
#include "ui/plot/training_frame.h"
#include "ui/plot/training_marks.h"
#include "ui/text/training_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

class TrainingPlot::Drawing final : public ChartDrawing {
 public:
  explicit Drawing(TrainingPlot& widget)
      : ChartDrawing(widget), m_widget(widget), m_frame(*m_plot), m_losses(m_frame.losses()),
        m_norms(m_frame.norms()), m_marks(*m_plot, m_losses, m_norms),
        m_notice(new QCPItemText(m_plot)) {
    // Wide pens on noisy data would take a hundred times as long.
    m_plot->setPlottingHint(QCP::phFastPolylines, true);
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      auto* cursor = new QCPItemStraightLine(m_plot);
      cursor->setClipAxisRect(rect);
      for (QCPItemPosition* position : cursor->positions()) {
        position->setAxisRect(rect);
        position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
      }
      cursor->setVisible(false);
      m_cursors.push_back(cursor);
    }
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setClipToAxisRect(false);
    m_notice->position->setType(QCPItemPosition::ptViewportRatio);
    m_notice->position->setCoords(0.5, 0.55);
    const auto point = [this](const QPointF& place) {
      if (!m_picture.runs.empty()) {
        const double x = m_losses->axis(QCPAxis::atBottom)->pixelToCoord(place.x());
        emit m_widget.updatePointed(
            std::clamp(static_cast<int>(std::lround(x)), 1, std::max(1, mostMade())));
      }
    };
    QObject::connect(new AxesDrag(*m_plot), &AxesDrag::moved, &widget, point);
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { m_frame.fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] {
      m_frame.fitHeight();
      m_marks.placeWords();
    });
    setTheme(themeOf(ThemeKind::Light));
  }

  const TrainingPicture& picture() const { return m_picture; }

  void setFindings(const Findings& findings) override {
    m_trainings = findings.trainings;
    m_picture = trainingPictureOf(m_trainings);
    redraw();
  }

  void setTheme(const Theme& theme) override {
    m_theme = theme;
    m_frame.setTheme(theme);
    m_notice->setFont(theme.font);
    m_notice->setColor(theme.text);
    for (QCPItemStraightLine* cursor : m_cursors) {
      cursor->setPen(QPen(theme.cursor, 1));
    }
    redraw();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void setUpdateCursor(int update) {
    for (QCPItemStraightLine* cursor : m_cursors) {
      cursor->setVisible(update > 0 && !m_captionShown);
      cursor->point1->setCoords(update, 0);
      cursor->point2->setCoords(update, 1);
    }
    queueReplot();
  }

  void setBrief(bool brief) {
    m_isBrief = brief;
    m_frame.setTitleShown(!brief);
    redraw();
  }

  void redraw() override {
    m_plot->setLocale(QLocale());
    m_plot->clearPlottables();
    m_marks.restart(m_theme, m_picture.lastUpdate);
    const bool hasAny = !m_picture.runs.empty();
    m_frame.setPlotsShown(hasAny);
    m_notice->setVisible(!hasAny);
    m_notice->setText(tr("Choose a task among the controls, under Training, then press Play."));
    if (hasAny) {
      draw();
    }
    nameWhatIsShown();
    m_frame.fitWidth();
    queueReplot();
  }

 private:
  static QString tr(const char* text) { return TrainingPlot::tr(text); }

  int mostMade() const {
    int most = 0;
    for (const TrainingLines& lines : m_picture.runs) {
      most = std::max(most, lines.made);
    }
    return most;
  }

  QPen penOf(std::size_t run) const {
    return {colorOfTraining(run, m_theme), m_theme.lineWidth,
            run == 0 ? Qt::SolidLine : Qt::DashLine};
  }

  QPen faintPenOf(std::size_t run) const { return {faintColorOf(run, m_theme), 1}; }

  QCPGraph* addGraph(QCPAxisRect* rect, QCPAxis::AxisType side, const QString& id, std::size_t run,
                     const UpdateCurve& curve, const QPen& pen) {
    auto* graph = new QCPGraph(rect->axis(QCPAxis::atBottom), rect->axis(side));
    graph->setObjectName(id + QString::number(run + 1));
    graph->removeFromLegend();
    graph->setPen(pen);
    // A line through one point would be invisible.
    constexpr std::size_t few = 20;
    if (curve.updates.size() <= few) {
      graph->setScatterStyle({QCPScatterStyle::ssDisc, 0.5 * m_theme.markerSize});
    }
    graph->setData(QVector<double>(curve.updates.begin(), curve.updates.end()),
                   QVector<double>(curve.values.begin(), curve.values.end()), true);
    return graph;
  }

  void draw() {
    QCPAxis* lossAxis = m_losses->axis(QCPAxis::atLeft);
    QCPAxis* normAxis = m_norms->axis(QCPAxis::atLeft);
    m_frame.setLabel(*lossAxis,
                     TrainingText::lossLabel(m_trainings[0]->scenario.training->task.kind),
                     tr("loss"));
    m_frame.setLabel(*normAxis, tr("gradient ‖g‖₂"), QStringLiteral("‖g‖₂"));
    m_norms->axis(QCPAxis::atBottom)->setLabel(m_isBrief ? QString() : tr("update"));
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      rect->axis(QCPAxis::atBottom)->setRange(0.5, m_picture.lastUpdate + 0.5);
      rect->axis(QCPAxis::atTop)->setRange(0.5, m_picture.lastUpdate + 0.5);
    }
    lossAxis->setRange(m_picture.leastLoss, m_picture.mostLoss);
    normAxis->setRange(m_picture.leastNorm, m_picture.mostNorm);
    showRightAxis(m_losses, m_picture.hasAccuracy, tr("held-out accuracy, %"), QStringLiteral("%"));
    m_losses->axis(QCPAxis::atRight)->setRange(0, 105);
    showRightAxis(m_norms, m_picture.hasRadius, tr("ρ(Wₕ)"), tr("ρ(Wₕ)"));
    colorRadiusAxis();
    for (std::size_t run = 0; run < m_picture.runs.size(); ++run) {
      drawRun(run);
    }
    if (m_picture.baseline) {
      m_marks.addBaseline(*m_picture.baseline);
    }
    if (m_picture.hasRadius) {
      m_norms->axis(QCPAxis::atRight)->setRange(0, 1.1 * m_picture.mostRadius);
    }
  }

  void showRightAxis(QCPAxisRect* rect, bool used, const QString& label, const QString& brief) {
    QCPAxis* axis = rect->axis(QCPAxis::atRight);
    axis->setTicks(used);
    axis->setTickLabels(used);
    m_frame.setLabel(*axis, used ? label : QString(), used ? brief : QString());
  }

  /// Of two trainings it has no colour.
  void colorRadiusAxis() {
    const bool isOfOne = m_picture.hasRadius && m_picture.runs.size() == 1;
    const QColor color = isOfOne ? radiusColorOf(0, m_theme) : m_theme.text;
    QCPAxis* axis = m_norms->axis(QCPAxis::atRight);
    axis->setLabelColor(color);
    axis->setTickLabelColor(color);
  }

  void drawRun(std::size_t run) {
    const TrainingLines& lines = m_picture.runs[run];
    const Scenario& scenario = m_trainings[run]->scenario;
    const Scenario* other = m_trainings.size() > 1
                                ? &m_trainings[1 - std::min<std::size_t>(run, 1)]->scenario
                                : nullptr;
    addGraph(m_losses, QCPAxis::atLeft, QStringLiteral("loss"), run, lines.loss, faintPenOf(run));
    QCPGraph* heldOut = addGraph(m_losses, QCPAxis::atLeft, QStringLiteral("heldOutLoss"), run,
                                 lines.heldOutLoss, penOf(run));
    heldOut->setScatterStyle(
        {run == 0 ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssSquare, m_theme.markerSize * 0.6});
    heldOut->setName(TrainingText::name(scenario, other));
    heldOut->addToLegend();
    QPen dotted = penOf(run);
    dotted.setStyle(Qt::DotLine);
    if (!lines.accuracy.values.empty()) {
      QCPGraph* accuracy = addGraph(m_losses, QCPAxis::atRight, QStringLiteral("accuracy"), run,
                                    lines.accuracy, dotted);
      accuracy->setScatterStyle({QCPScatterStyle::ssDiamond, m_theme.markerSize * 0.7});
      accuracy->setName(tr("its accuracy"));
      accuracy->addToLegend();
    }
    addGraph(m_norms, QCPAxis::atLeft, QStringLiteral("normBefore"), run, lines.normBefore,
             faintPenOf(run));
    addGraph(m_norms, QCPAxis::atLeft, QStringLiteral("normAfter"), run, lines.normAfter,
             QPen(colorOfTraining(run, m_theme), std::max(1.0, m_theme.lineWidth * 0.75)));
    if (!lines.radius.values.empty()) {
      dotted.setColor(radiusColorOf(run, m_theme));
      QCPGraph* radius =
          addGraph(m_norms, QCPAxis::atRight, QStringLiteral("radius"), run, lines.radius, dotted);
      // A first point is all there is of either for a while.
      if (!radius->scatterStyle().isNone()) {
        radius->setScatterStyle({QCPScatterStyle::ssTriangle, dotted.color(), dotted.color(),
                                 m_theme.markerSize * 0.7});
      }
      radius->setName(tr("ρ(Wₕ)"));
      radius->addToLegend();
    }
    for (const SettingChange& change : lines.changes) {
      m_marks.addChange(run, change);
    }
    if (lines.isDead) {
      m_marks.addDeath(run, lines.made);
    }
  }

  void nameWhatIsShown() {
    if (m_trainings.empty()) {
      m_frame.setTitle(tr("Training"), QString());
      return;
    }
    const QString words = tr("faint: every batch, and the gradient before clipping · "
                             "strong: held-out sequences, and the gradient after clipping");
    m_widget.setToolTip(words);
    const QString caption = TrainingText::caption(m_trainings[0]->scenario);
    m_frame.setTitle(tr("Training: loss and gradient over the updates"),
                     m_captionShown ? caption + QStringLiteral(" · ") + words : caption);
  }

  TrainingPlot& m_widget;
  TrainingFrame m_frame;
  QCPAxisRect* m_losses;
  QCPAxisRect* m_norms;
  TrainingMarks m_marks;
  QCPItemText* m_notice;
  std::vector<QCPItemStraightLine*> m_cursors;
  Theme m_theme;
  Trainings m_trainings;
  TrainingPicture m_picture;
  bool m_captionShown = false;
  bool m_isBrief = false;
};

TrainingPlot::TrainingPlot(QWidget* parent)
    : ChartView(parent), m_drawing(keep(std::make_unique<Drawing>(*this))) {}

void TrainingPlot::setUpdateCursor(int update) {
  m_drawing->setUpdateCursor(update);
}

void TrainingPlot::setBrief(bool brief) {
  m_drawing->setBrief(brief);
}

const TrainingPicture& TrainingPlot::picture() const {
  return m_drawing->picture();
}

} // namespace backflow
