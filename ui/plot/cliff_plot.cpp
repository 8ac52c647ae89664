// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cliff_plot.h"

#include "ui/plot/axes_drag.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/cliff_labels.h"
#include "ui/plot/color_maps.h"
#include "ui/plot/plot_frame.h"
#include "ui/text/number_text.h"

#include <qcustomplot.h>

#include <algorithm>

namespace backflow {

namespace {

constexpr int leastLinesForTitle = 10;

} // namespace

class CliffPlot::Drawing final : public ChartDrawing {
 public:
  explicit Drawing(CliffPlot& widget)
      : ChartDrawing(widget), m_frame(*m_plot),
        m_map(new QCPColorMap(m_plot->xAxis, m_plot->yAxis)), m_scale(new QCPColorScale(m_plot)),
        m_freeHalo(curve("freeHalo")), m_clippedHalo(curve("clippedHalo")),
        m_clipped(curve("clipped")), m_free(curve("free")), m_start(curve("start")),
        m_labels(*m_plot), m_notice(new QCPItemText(m_plot)) {
    arrange();
    m_map->setObjectName(QStringLiteral("map"));
    m_map->setInterpolate(true);
    m_map->setGradient(cividis());
    m_plot->legend->clearItems();
    m_free->addToLegend();
    m_clipped->addToLegend();
    m_start->setLineStyle(QCPCurve::lsNone);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_notice->position->setCoords(0.5, 0.5);
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] { fitHeight(); });
    QObject::connect(new AxesDrag(*m_plot), &AxesDrag::moved, &widget,
                     [&](const QPointF& place) { choose(widget, place); });
    setTheme(themeOf(ThemeKind::Light));
  }

  void setFindings(const Findings& findings) override {
    m_study = findings.cliff;
    redraw();
  }

  void setTheme(const Theme& theme) override {
    m_titleFont = theme.titleFont();
    m_frame.setTheme(theme);
    m_plot->axisRect()->setAutoMargins(QCP::msTop | QCP::msBottom | QCP::msLeft);
    setPens(m_freeHalo, m_free, QCPScatterStyle::ssSquare, theme.penOf(Precision::Float32), theme);
    setPens(m_clippedHalo, m_clipped, QCPScatterStyle::ssDisc, theme.penOf(Precision::Float64),
            theme);
    m_start->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond,
                                             QPen(theme.text, theme.lineWidth), theme.background,
                                             1.5 * theme.markerSize));
    m_labels.setTheme(theme);
    m_notice->setFont(theme.font);
    m_notice->setColor(theme.text);
    m_notice->setBrush(theme.background);
    m_notice->setPadding({8, 4, 8, 4});
    dressAxis(*m_scale->axis(), theme);
    m_scale->setBarWidth(QFontMetrics(theme.font).height() * 2 / 3);
    redraw();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void redraw() override {
    const int horizon = m_study ? m_study->model.horizon : CliffModel().horizon;
    m_title = tr("The cliff: error of one unit after %1 steps, %2")
                  .arg(horizon)
                  .arg(surfaceName(horizon));
    m_plot->xAxis->setLabel(tr("recurrent weight w"));
    m_plot->yAxis->setLabel(tr("bias b"));
    m_scale->axis()->setLabel(tr("error E"));
    m_free->setName(tr("without clipping"));
    m_plot->setLocale(QLocale());
    m_notice->setText(tr("computing…"));
    m_notice->setVisible(!m_study);
    m_scale->setVisible(m_study != nullptr);
    m_plot->legend->setVisible(m_study != nullptr);
    for (int k = 0; k < m_plot->plottableCount(); ++k) {
      m_plot->plottable(k)->setVisible(m_study != nullptr);
    }
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
      axis->setTicks(m_study != nullptr);
      axis->setTickLabels(m_study != nullptr);
    }
    m_labels.hide();
    if (m_study) {
      drawStudy();
    }
    fitWidth();
    queueReplot();
  }

 private:
  static QString tr(const char* text) { return CliffPlot::tr(text); }

  QCPCurve* curve(const char* name) {
    auto* result = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
    result->setObjectName(QString::fromLatin1(name));
    return result;
  }

  /// The colour scale stands to the right of the map; title and legend run over both.
  void arrange() {
    QCPAxisRect* rect = m_plot->axisRect();
    auto* body = new QCPLayoutGrid;
    m_plot->plotLayout()->take(rect);
    m_plot->plotLayout()->addElement(1, 0, body);
    body->addElement(0, 0, rect);
    body->addElement(0, 1, m_scale);
    body->setColumnSpacing(0);
    m_map->setColorScale(m_scale);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    m_scale->setMargins({12, 0, 8, 0});
    m_scale->axis()->setSubTicks(false);
    m_scale->axis()->setLabelPadding(4);
    auto* group = new QCPMarginGroup(m_plot);
    rect->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_plot->xAxis2->setTicks(false);
    m_plot->xAxis2->setTickLabels(false);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
      axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
      axis->setSubTicks(false);
      axis->grid()->setVisible(false);
    }
  }

  void setPens(QCPCurve* halo, QCPCurve* line, QCPScatterStyle::ScatterShape shape, QPen pen,
               const Theme& theme) {
    // The clipped descent goes to and fro in small steps: what is wide would run together.
    pen.setWidthF(std::min(pen.widthF(), 2.0));
    pen.setJoinStyle(Qt::RoundJoin);
    const double size = shape == QCPScatterStyle::ssDisc ? 0.2 * theme.markerSize + 3
                                                         : 0.2 * theme.markerSize + 1.5;
    QPen wide(theme.background, pen.widthF() + 2);
    wide.setJoinStyle(Qt::RoundJoin);
    halo->setPen(wide);
    halo->setScatterStyle(
        QCPScatterStyle(shape, QPen(theme.background, 1), theme.background, size + 1.5));
    line->setPen(pen);
    line->setScatterStyle(QCPScatterStyle(shape, QPen(pen.color(), 1), pen.color(), size));
  }

  void fitWidth() {
    // Where the map needs the height, its legend stands in the title's place.
    const bool isLow = m_plot->height() < leastLinesForTitle * QFontMetrics(m_titleFont).height();
    m_frame.setTitles(isLow ? QStringList{QString()}
                            : QStringList{m_title, m_title.section(QStringLiteral(", "), 0, 0),
                                          m_title.section(QLatin1Char(':'), 0, 0)});
    m_frame.fitWidth();
  }

  void fitHeight() {
    m_frame.fitAxes();
    const int count = m_plot->yAxis->ticker()->tickCount();
    if (m_scale->axis()->ticker()->tickCount() != count) {
      m_scale->axis()->ticker()->setTickCount(count);
      m_scale->update(QCPLayoutElement::upPreparation);
    }
    m_labels.place();
  }

  void drawStudy() {
    const CliffFrame& frame = m_study->frame;
    const Eigen::MatrixXd& surface = m_study->surface;
    const auto columns = static_cast<int>(surface.cols());
    const auto rows = static_cast<int>(surface.rows());
    QCPColorMapData* data = m_map->data();
    data->setSize(columns, rows);
    data->setRange({frame.least.w, frame.most.w}, {frame.least.b, frame.most.b});
    for (int j = 0; j < columns; ++j) {
      for (int i = 0; i < rows; ++i) {
        data->setCell(j, i, surface(i, j));
      }
    }
    m_scale->setDataRange({0, surface.maxCoeff()});
    m_plot->xAxis->setRange(frame.least.w, frame.most.w);
    m_plot->yAxis->setRange(frame.least.b, frame.most.b);
    drawDescent(m_study->free, m_freeHalo, m_free);
    drawDescent(m_study->clipped, m_clippedHalo, m_clipped);
    const CliffPoint start = m_study->free.front().point;
    m_start->setData({start.w}, {start.b});
    m_clipped->setName(tr("clipped at θ = %1").arg(formatReading(m_study->threshold)));
    const std::optional<CliffExit> exit = exitOf(frame, m_study->free);
    m_labels.show(start, tr("start"), exit,
                  exit ? tr("leaves at update %1").arg(exit->update) : QString());
    if (m_captionShown) {
      const QStringList parts{
          tr("learning rate η = %1").arg(formatReading(m_study->rate)),
          tr("clipped at θ = %1").arg(formatReading(m_study->threshold)),
          tr("start w = %1, b = %2").arg(formatReading(start.w), formatReading(start.b)),
          tr("%1 updates").arg(m_study->clipped.size() - 1)};
      m_frame.setCaption(parts.join(QStringLiteral(" · ")));
    }
  }

  static void drawDescent(const std::vector<CliffStep>& steps, QCPCurve* halo, QCPCurve* line) {
    QVector<double> w;
    QVector<double> b;
    for (const CliffStep& step : steps) {
      w += step.point.w;
      b += step.point.b;
    }
    halo->setData(w, b);
    line->setData(w, b);
  }

  void choose(CliffPlot& widget, QPointF pixel) {
    if (m_study) {
      const CliffPoint point = clampedTo(m_study->frame, {m_plot->xAxis->pixelToCoord(pixel.x()),
                                                          m_plot->yAxis->pixelToCoord(pixel.y())});
      emit widget.startChosen(point.w, point.b);
    }
  }

  PlotFrame m_frame;
  QCPColorMap* m_map;
  QCPColorScale* m_scale;
  QCPCurve* m_freeHalo;
  QCPCurve* m_clippedHalo;
  QCPCurve* m_clipped;
  QCPCurve* m_free; ///< dashed, above the clipped one: where both agree, both are seen
  QCPCurve* m_start;
  CliffLabels m_labels;
  QCPItemText* m_notice;
  std::shared_ptr<const CliffStudy> m_study;
  QString m_title;
  QFont m_titleFont;
  bool m_captionShown = false;
};

CliffPlot::CliffPlot(QWidget* parent) : ChartView(parent) {
  keep(std::make_unique<Drawing>(*this));
}

} // namespace backflow
