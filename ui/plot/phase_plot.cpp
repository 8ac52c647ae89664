// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/phase_plot.h"

#include "core/theory/mean_field.h"
#include "ui/plot/axes_drag.h"
#include "ui/plot/axis_label.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/plot_frame.h"
#include "ui/text/phase_text.h"
#include "ui/text/scenario_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

namespace {

/// The colours of one decade of ratios are more than one step apart.
constexpr int colourLevels = 400;

/// The centres of the first and last of the values, and the borders of their cells.
struct Span {
  QCPRange centres;
  QCPRange borders;
};

Span spanOf(const std::vector<double>& values) {
  const double least = values.front();
  const double most = values.back();
  const double half =
      values.size() < 2 ? 0.5 : (most - least) / (2 * (static_cast<double>(values.size()) - 1));
  const QCPRange centres =
      values.size() < 2 ? QCPRange(least - half, most + half) : QCPRange(least, most);
  return {centres, {least - half, most + half}};
}

} // namespace

class PhasePlot::Drawing final : public ChartDrawing {
 public:
  explicit Drawing(PhasePlot& widget)
      : ChartDrawing(widget), m_frame(*m_plot),
        m_map(new QCPColorMap(m_plot->xAxis, m_plot->yAxis)),
        m_scale(new QCPColorScale(m_plot)), m_swatches{swatch("vanishing"), swatch("living"),
                                                       swatch("exploding"), swatch("nan")},
        m_halo(curve("criticalHalo")), m_critical(curve("critical")), m_present(swatch("present")),
        m_notice(new QCPItemText(m_plot)) {
    m_plot->setMouseTracking(true);
    arrange();
    m_map->setObjectName(QStringLiteral("map"));
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_notice->position->setCoords(0.5, 0.5);
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] { fitHeight(); });
    QObject::connect(m_plot, &QCustomPlot::mouseMove, &widget, [&](const QMouseEvent* event) {
      const auto [column, row] = cellAt(event->position());
      emit widget.cellPointed(column, row);
    });
    QObject::connect(m_plot, &QCustomPlot::mousePress, &widget, [&](const QMouseEvent* event) {
      const auto [column, row] = cellAt(event->position());
      if (event->button() == Qt::LeftButton && column >= 0) {
        emit widget.cellChosen(column, row);
      }
    });
    setTheme(themeOf(ThemeKind::Light));
  }

  const PhasePicture& picture() const { return m_picture; }

  void setFindings(const Findings& findings) override {
    m_study = findings.phase;
    m_picture = m_study ? phasePictureOf(*m_study) : PhasePicture();
    redraw();
  }

  void setTheme(const Theme& theme) override {
    m_theme = theme;
    m_frame.setTheme(theme);
    m_plot->axisRect()->setAutoMargins(QCP::msTop | QCP::msBottom | QCP::msLeft);
    m_notice->setFont(theme.font);
    m_notice->setColor(theme.text);
    m_notice->setBrush(theme.background);
    m_notice->setPadding({8, 4, 8, 4});
    const QColor colours[] = {theme.float64, livingColour(), theme.float32, theme.text};
    for (std::size_t k = 0; k < m_swatches.size(); ++k) {
      m_swatches[k]->setScatterStyle(QCPScatterStyle(
          QCPScatterStyle::ssSquare, QPen(theme.mutedText, 1), colours[k], 1.2 * theme.markerSize));
    }
    QPen pen(theme.text, 1.2 * theme.lineWidth);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({5, 3});
    m_critical->setPen(pen);
    m_halo->setPen(QPen(theme.background, 1.2 * theme.lineWidth + 3));
    m_present->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond,
                                               QPen(theme.text, theme.lineWidth), theme.background,
                                               1.5 * theme.markerSize));
    dressAxis(*m_scale->axis(), theme);
    m_scale->setBarWidth(QFontMetrics(theme.font).height() * 2 / 3);
    redraw();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void redraw() override {
    m_title = tr("Phase diagram: ‖∂L/∂hₜ‖ at t = 1 against t = T");
    m_plot->xAxis->setLabel(tr("recurrence gain"));
    m_swatches[0]->setName(PhaseText::fate(GradientFate::Vanishing));
    m_swatches[1]->setName(PhaseText::fate(GradientFate::Living));
    m_swatches[2]->setName(PhaseText::fate(GradientFate::Exploding));
    m_swatches[3]->setName(PhaseText::fate(GradientFate::Nan));
    const bool isHalfOn = m_study && isCriticalHalfOn(m_study->spec.scenario.network);
    m_critical->setName(isHalfOn ? tr("theory, half of the units on") : tr("theory, zero input"));
    m_present->setName(tr("this scenario"));
    m_plot->setLocale(QLocale());
    m_notice->setText(tr("“Run” computes the diagram."));
    m_notice->setVisible(!m_study);
    const bool shown = m_study != nullptr;
    m_scale->setVisible(shown);
    m_plot->legend->setVisible(shown);
    for (int k = 0; k < m_plot->plottableCount(); ++k) {
      m_plot->plottable(k)->setVisible(shown);
    }
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
      axis->setTicks(shown);
      axis->setTickLabels(shown);
    }
    if (shown) {
      drawStudy();
    }
    fitWidth();
    queueReplot();
  }

 private:
  static QString tr(const char* text) { return PhasePlot::tr(text); }

  QCPCurve* curve(const char* name) {
    auto* result = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
    result->setObjectName(QString::fromLatin1(name));
    return result;
  }

  /// Something for the legend, or a single mark.
  QCPCurve* swatch(const char* name) {
    QCPCurve* result = curve(name);
    result->setLineStyle(QCPCurve::lsNone);
    return result;
  }

  QColor livingColour() const { return m_theme.tint(m_theme.reference, 0.35); }

  /// Dark to light blue, then nearly nothing, then light to full orange: the steps are at the
  /// thresholds, and lightness tells near from far for every kind of colour vision.
  QCPColorGradient gradient() const {
    QCPColorGradient result;
    result.clearColorStops();
    result.setLevelCount(colourLevels);
    const auto place = [this](double log10) {
      return std::clamp((log10 / m_picture.reach + 1) / 2, 0.0, 1.0);
    };
    constexpr double step = 1e-4;
    constexpr double nearThreshold = 0.5;
    const double vanish = place(m_picture.vanish);
    const double explode = place(m_picture.explode);
    result.setColorStopAt(0, m_theme.float64);
    result.setColorStopAt(vanish, m_theme.tint(m_theme.float64, nearThreshold));
    result.setColorStopAt(vanish + step, livingColour());
    result.setColorStopAt(explode - step, livingColour());
    result.setColorStopAt(explode, m_theme.tint(m_theme.float32, nearThreshold));
    result.setColorStopAt(1, m_theme.float32);
    result.setNanHandling(QCPColorGradient::nhNanColor);
    result.setNanColor(m_theme.text);
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
    m_scale->axis()->setTicker(decadeTicker());
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
    m_plot->legend->clearItems();
    for (QCPCurve* one : m_swatches) {
      one->addToLegend();
    }
  }

  void fitWidth() {
    m_frame.setTitles({m_title, m_title.section(QLatin1Char(':'), 0, 0)});
    m_frame.fitWidth();
  }

  /// What stands upright goes into smaller type, or away, before it runs into title and legend.
  void fitHeight() {
    m_frame.fitAxes();
    const AxisLabel value = m_study ? AxisLabel{PhaseText::axis(m_study->parameter),
                                                PhaseText::parameter(m_study->parameter)}
                                    : AxisLabel{};
    const bool hasOtherValue = fitAxisLabel(*m_plot->yAxis, value, m_theme.font);
    const bool hasOtherScale =
        fitAxisLabel(*m_scale->axis(), {tr("‖∂L/∂hₜ‖ at t = 1, over t = T"), {}}, m_theme.font);
    if (hasOtherValue || hasOtherScale) {
      layOutAgain(*m_plot);
    }
  }

  void drawStudy() {
    const Span across = spanOf(m_picture.gains);
    const Span up = spanOf(m_picture.values);
    m_map->setGradient(gradient());
    QCPColorMapData* data = m_map->data();
    data->setSize(m_picture.columns, m_picture.rows);
    data->setRange(across.centres, up.centres);
    data->fillAlpha(255);
    for (int row = 0; row < m_picture.rows; ++row) {
      for (int column = 0; column < m_picture.columns; ++column) {
        const PhasePoint& point = m_picture.at(column, row);
        data->setCell(column, row,
                      point.fate == GradientFate::Nan
                          ? std::numeric_limits<double>::quiet_NaN()
                          : std::clamp(point.ratioLog10, -m_picture.reach, m_picture.reach));
        data->setAlpha(column, row, point.isKnown ? 255 : 0);
      }
    }
    m_scale->setDataRange({-m_picture.reach, m_picture.reach});
    m_plot->yAxis->setTicker(isWhole(m_study->parameter) ? stepTicker()
                                                         : QSharedPointer<QCPAxisTicker>::create());
    m_plot->xAxis->setRange(across.borders);
    m_plot->yAxis->setRange(up.borders);
    QVector<double> gains;
    QVector<double> values;
    for (const PhasePlace& place : m_picture.critical) {
      gains += place.gain;
      values += place.value;
    }
    m_critical->setData(gains, values);
    m_halo->setData(gains, values);
    const auto& present = m_study->present;
    const bool isInside =
        present && across.borders.contains((*present)[0]) && up.borders.contains((*present)[1]);
    m_present->setData(isInside ? QVector<double>{(*present)[0]} : QVector<double>(),
                       isInside ? QVector<double>{(*present)[1]} : QVector<double>());
    // The scenario's mark stays in the legend where it leaves the map: nothing moves then.
    gains.isEmpty() ? m_critical->removeFromLegend() : m_critical->addToLegend();
    m_present->removeFromLegend();
    m_present->addToLegend();
    if (m_captionShown) {
      m_frame.setCaption(ScenarioText::caption(m_study->spec.scenario));
    }
  }

  /// (−1, −1) outside of the map.
  std::pair<int, int> cellAt(QPointF pixel) const {
    if (!m_study || !isPressInAxes(*m_plot, pixel)) {
      return {-1, -1};
    }
    const auto place = [](double value, const std::vector<double>& values) {
      const QCPRange borders = spanOf(values).borders;
      const auto count = static_cast<double>(values.size());
      const double part = (value - borders.lower) / borders.size() * count;
      return static_cast<int>(std::clamp(std::floor(part), 0.0, count - 1));
    };
    return {place(m_plot->xAxis->pixelToCoord(pixel.x()), m_picture.gains),
            place(m_plot->yAxis->pixelToCoord(pixel.y()), m_picture.values)};
  }

  PlotFrame m_frame;
  QCPColorMap* m_map;
  QCPColorScale* m_scale;
  std::array<QCPCurve*, 4> m_swatches;
  QCPCurve* m_halo;
  QCPCurve* m_critical;
  QCPCurve* m_present;
  QCPItemText* m_notice;
  Theme m_theme;
  std::shared_ptr<const PhaseStudy> m_study;
  PhasePicture m_picture;
  QString m_title;
  bool m_captionShown = false;
};

PhasePlot::PhasePlot(QWidget* parent)
    : ChartView(parent), m_drawing(keep(std::make_unique<Drawing>(*this))) {}

const PhasePicture& PhasePlot::picture() const {
  return m_drawing->picture();
}

} // namespace backflow
