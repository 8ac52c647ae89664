// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_plot.h"

#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/text_breaking.h"
#include "ui/text/number_text.h"
#include "ui/text/training_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int sideMargin = 8;
constexpr double noStretch = 0.001;
constexpr int faint = 110; // of 255

} // namespace

class TrainingPlot::Drawing final : public ChartDrawing {
 public:
  explicit Drawing(TrainingPlot& widget)
      : ChartDrawing(widget), m_widget(widget), m_losses(m_plot->axisRect()),
        m_norms(new QCPAxisRect(m_plot)), m_title(new QCPTextElement(m_plot)),
        m_caption(new QCPTextElement(m_plot)), m_notice(new QCPItemText(m_plot)) {
    // Wide pens on noisy data would take a hundred times as long.
    m_plot->setPlottingHint(QCP::phFastPolylines, true);
    arrange();
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
    const auto point = [this](const QMouseEvent* event) {
      if ((event->buttons() & Qt::LeftButton) != 0 && !m_picture.runs.empty()) {
        const double x = m_losses->axis(QCPAxis::atBottom)->pixelToCoord(event->position().x());
        emit m_widget.updatePointed(
            std::clamp(static_cast<int>(std::lround(x)), 1, std::max(1, mostMade())));
      }
    };
    QObject::connect(m_plot, &QCustomPlot::mousePress, &widget, point);
    QObject::connect(m_plot, &QCustomPlot::mouseMove, &widget, point);
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { fitWidth(); });
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
    m_plot->setBackground(theme.background);
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      for (QCPAxis* axis : rect->axes()) {
        dressAxis(*axis, theme);
      }
    }
    m_title->setFont(theme.titleFont());
    m_title->setTextColor(theme.text);
    m_caption->setFont(theme.smallFont());
    m_caption->setTextColor(theme.mutedText);
    m_notice->setFont(theme.font);
    m_notice->setColor(theme.text);
    m_plot->legend->setFont(theme.font);
    m_plot->legend->setTextColor(theme.text);
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

  void redraw() override {
    m_plot->setLocale(QLocale());
    m_plot->clearPlottables();
    for (QCPAbstractItem* item : m_marks) {
      m_plot->removeItem(item);
    }
    m_marks.clear();
    const bool hasAny = !m_picture.runs.empty();
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      rect->setVisible(hasAny);
      for (QCPAxis* axis : rect->axes()) {
        axis->setVisible(hasAny);
        axis->grid()->setVisible(hasAny && (axis->axisType() == QCPAxis::atBottom ||
                                            axis->axisType() == QCPAxis::atLeft));
      }
    }
    m_plot->legend->setVisible(hasAny);
    m_notice->setVisible(!hasAny);
    m_notice->setText(tr("Choose a task under Training on the left, then press Play."));
    if (hasAny) {
      draw();
    }
    fitWidth();
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

  void arrange() {
    auto* header = new QCPLayoutGrid;
    QCPLayoutGrid* rows = m_plot->plotLayout();
    QCPLegend* legend = m_plot->legend;
    legend->setVisible(true);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
    m_losses->insetLayout()->take(legend);
    rows->take(m_losses);
    rows->simplify();
    for (QCPTextElement* text : {m_title, m_caption}) {
      text->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
      text->setMargins({sideMargin, 2, sideMargin, 0});
    }
    rows->addElement(0, 0, header);
    rows->addElement(1, 0, m_losses);
    rows->addElement(2, 0, m_norms);
    rows->setRowStretchFactor(0, noStretch);
    rows->setRowSpacing(0);
    header->addElement(0, 0, m_title);
    header->addElement(1, 0, m_caption);
    header->addElement(2, 0, legend);
    header->setRowSpacing(0);
    auto* sides = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      rect->setupFullAxesBox(true);
      rect->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
      rect->setMinimumMargins({0, 6, sideMargin, 0});
      rect->axis(QCPAxis::atLeft)->setTicker(magnitudeTicker());
      for (QCPAxis* axis : rect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
      }
      rect->axis(QCPAxis::atTop)->setTicks(false);
      rect->axis(QCPAxis::atTop)->setTickLabels(false);
    }
    m_losses->axis(QCPAxis::atBottom)->setTickLabels(false);
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      rect->axis(QCPAxis::atBottom)->setTicker(stepTicker());
    }
  }

  QColor colorOf(std::size_t run) const { return run == 0 ? m_theme.float64 : m_theme.float32; }

  QPen penOf(std::size_t run) const {
    return {colorOf(run), m_theme.lineWidth, run == 0 ? Qt::SolidLine : Qt::DashLine};
  }

  QPen faintPenOf(std::size_t run) const {
    QColor color = colorOf(run);
    color.setAlpha(faint);
    return {color, 1};
  }

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
    lossAxis->setLabel(TrainingText::lossLabel(m_trainings[0]->scenario.training->task.kind));
    normAxis->setLabel(tr("gradient ‖g‖₂"));
    m_norms->axis(QCPAxis::atBottom)->setLabel(tr("update"));
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      rect->axis(QCPAxis::atBottom)->setRange(0.5, m_picture.lastUpdate + 0.5);
      rect->axis(QCPAxis::atTop)->setRange(0.5, m_picture.lastUpdate + 0.5);
    }
    lossAxis->setRange(m_picture.leastLoss, m_picture.mostLoss);
    normAxis->setRange(m_picture.leastNorm, m_picture.mostNorm);
    showRightAxis(m_losses, m_picture.hasAccuracy, tr("held-out accuracy, %"));
    m_losses->axis(QCPAxis::atRight)->setRange(0, 105);
    showRightAxis(m_norms, m_picture.hasRadius, tr("ρ(Wₕ)"));
    for (std::size_t run = 0; run < m_picture.runs.size(); ++run) {
      drawRun(run);
    }
    drawBaseline();
    if (m_picture.hasRadius) {
      double most = 1;
      for (const TrainingLines& lines : m_picture.runs) {
        for (const double radius : lines.radius.values) {
          most = std::isfinite(radius) ? std::max(most, radius) : most;
        }
      }
      m_norms->axis(QCPAxis::atRight)->setRange(0, 1.1 * most);
    }
  }

  void showRightAxis(QCPAxisRect* rect, bool used, const QString& label) {
    QCPAxis* axis = rect->axis(QCPAxis::atRight);
    axis->setTicks(used);
    axis->setTickLabels(used);
    axis->setLabel(used ? label : QString());
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
             QPen(colorOf(run), std::max(1.0, m_theme.lineWidth * 0.75)));
    if (!lines.radius.values.empty()) {
      QCPGraph* radius =
          addGraph(m_norms, QCPAxis::atRight, QStringLiteral("radius"), run, lines.radius, dotted);
      radius->setName(tr("ρ(Wₕ)"));
      radius->addToLegend();
    }
    for (const SettingChange& change : lines.changes) {
      markChange(run, change);
    }
    if (lines.isDead) {
      markDeath(run, lines);
    }
  }

  QCPItemLine* addLine(QCPAxisRect* rect, double fromX, double fromY, double toX, double toY,
                       const QPen& pen, bool wholeHeight) {
    auto* line = new QCPItemLine(m_plot);
    line->setClipAxisRect(rect);
    line->setPen(pen);
    for (QCPItemPosition* position : {line->start, line->end}) {
      position->setAxisRect(rect);
      position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
      position->setTypeX(wholeHeight ? QCPItemPosition::ptPlotCoords
                                     : QCPItemPosition::ptAxisRectRatio);
      position->setTypeY(wholeHeight ? QCPItemPosition::ptAxisRectRatio
                                     : QCPItemPosition::ptPlotCoords);
    }
    line->start->setCoords(fromX, fromY);
    line->end->setCoords(toX, toY);
    m_marks.push_back(line);
    return line;
  }

  /// Words that hang from the top of a plot, to the right of an update.
  void addWords(QCPAxisRect* rect, double update, double height, const QString& words,
                const QColor& color, bool toTheLeft) {
    auto* text = new QCPItemText(m_plot);
    text->setClipToAxisRect(false);
    text->position->setAxisRect(rect);
    text->position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(update, height);
    text->setPositionAlignment((toTheLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    text->setPadding({4, 1, 4, 1});
    text->setText(words);
    text->setFont(m_theme.smallFont());
    text->setColor(color);
    text->setBrush(m_theme.background);
    m_marks.push_back(text);
  }

  void markChange(std::size_t run, const SettingChange& change) {
    QStringList words;
    if (change.rate) {
      words << tr("η = %1").arg(formatNumber(*change.rate));
    }
    if (change.threshold) {
      words << (std::isinf(*change.threshold) ? tr("not clipped")
                                              : tr("θ = %1").arg(formatNumber(*change.threshold)));
    }
    const QPen pen(m_theme.mutedText, 1, Qt::DotLine);
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      addLine(rect, change.update, 0, change.update, 1, pen, true)
          ->setObjectName(QStringLiteral("change"));
    }
    if (run == 0) {
      addWords(m_norms, change.update, 0.02, words.join(QStringLiteral(", ")), m_theme.text,
               change.update > 0.7 * m_picture.lastUpdate);
    }
  }

  void markDeath(std::size_t run, const TrainingLines& lines) {
    for (QCPAxisRect* rect : {m_losses, m_norms}) {
      auto* region = new QCPItemRect(m_plot);
      region->setObjectName(QStringLiteral("dead"));
      region->setClipAxisRect(rect);
      region->setPen(Qt::NoPen);
      QColor color = colorOf(run);
      color.setAlpha(faint);
      region->setLayer(QStringLiteral("grid")); // the other training's curves go on over it
      region->setBrush(QBrush(color, run == 0 ? Qt::BDiagPattern : Qt::FDiagPattern));
      for (QCPItemPosition* position : {region->topLeft, region->bottomRight}) {
        position->setAxisRect(rect);
        position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
      }
      region->topLeft->setCoords(lines.made, 0);
      region->bottomRight->setCoords(m_picture.lastUpdate + 0.5, 1);
      m_marks.push_back(region);
    }
    const double height = run == 0 ? 0.06 : 0.24;
    const bool toTheLeft = lines.made > 0.6 * m_picture.lastUpdate;
    addWords(m_losses, lines.made, height, tr("NaN: dead at update %1").arg(lines.made),
             m_theme.text, toTheLeft);
  }

  void drawBaseline() {
    if (!m_picture.baseline) {
      return;
    }
    addLine(m_losses, 0, *m_picture.baseline, 1, *m_picture.baseline,
            QPen(m_theme.mutedText, m_theme.lineWidth, Qt::DashDotLine), false)
        ->setObjectName(QStringLiteral("baseline"));
    auto* text = new QCPItemText(m_plot);
    text->position->setAxisRect(m_losses);
    text->position->setAxes(m_losses->axis(QCPAxis::atBottom), m_losses->axis(QCPAxis::atLeft));
    text->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(0.99, *m_picture.baseline);
    text->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    text->setText(tr("plain guess"));
    text->setFont(m_theme.smallFont());
    text->setColor(m_theme.mutedText);
    text->setBrush(m_theme.background);
    text->setPadding({3, 0, 3, 0});
    m_marks.push_back(text);
  }

  void fitWidth() {
    const int width = m_plot->width() - 2 * sideMargin;
    const QString title =
        m_trainings.empty() ? tr("Training") : tr("Training: loss and gradient over the updates");
    m_title->setText(brokenAtSpaces(title, QFontMetrics(m_theme.titleFont()), width));
    QString caption;
    if (!m_trainings.empty()) {
      const QString words = tr("faint: every batch, and the gradient before clipping · "
                               "strong: held-out sequences, and the gradient after clipping");
      m_widget.setToolTip(words);
      caption = TrainingText::caption(m_trainings[0]->scenario);
      caption = brokenAtDots(m_captionShown ? caption + QStringLiteral(" · ") + words : caption,
                             QFontMetrics(m_theme.smallFont()), width);
    }
    m_caption->setText(caption);
    const QFontMetrics metrics(m_theme.font);
    const int entry = metrics.averageCharWidth() * 22;
    m_plot->legend->setWrap(std::max(1, width / std::max(1, entry)));
  }

  TrainingPlot& m_widget;
  QCPAxisRect* m_losses;
  QCPAxisRect* m_norms;
  QCPTextElement* m_title;
  QCPTextElement* m_caption;
  QCPItemText* m_notice;
  std::vector<QCPItemStraightLine*> m_cursors;
  std::vector<QCPAbstractItem*> m_marks;
  Theme m_theme;
  Trainings m_trainings;
  TrainingPicture m_picture;
  bool m_captionShown = false;
};

TrainingPlot::TrainingPlot(QWidget* parent)
    : ChartView(parent), m_drawing(keep(std::make_unique<Drawing>(*this))) {}

void TrainingPlot::setUpdateCursor(int update) {
  m_drawing->setUpdateCursor(update);
}

const TrainingPicture& TrainingPlot::picture() const {
  return m_drawing->picture();
}

} // namespace backflow
