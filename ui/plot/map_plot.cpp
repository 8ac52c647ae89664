// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/map_plot.h"

#include "ui/plot/axes_drag.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/color_maps.h"
#include "ui/plot/map_absence.h"
#include "ui/plot/map_words.h"
#include "ui/plot/plot_cursor.h"
#include "ui/plot/plot_frame.h"
#include "ui/plot/standing_notice.h"
#include "ui/plot/time_zoom.h"
#include "ui/text/scenario_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int lettersOfScale = 34;

} // namespace

class MapPlot::Drawing final : public ChartDrawing {
 public:
  Drawing(MapPlot& widget, MapKind kind)
      : ChartDrawing(widget), m_widget(widget), m_kind(kind), m_frame(*m_plot), m_cursor(*m_plot),
        m_map(new QCPColorMap(m_plot->xAxis, m_plot->yAxis)), m_scale(new QCPColorScale(m_plot)),
        m_scalePlace(new QCPLayoutGrid), m_notice(new QCPItemText(m_plot)),
        m_zoom(new TimeZoom(*m_plot)) {
    m_plot->legend->setVisible(false);
    m_plot->legend->setMargins({}); // the title needs the room
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setVisible(false);
    m_map->setObjectName(QStringLiteral("map"));
    m_map->setInterpolate(false);
    m_map->removeFromLegend();
    m_scale->setType(QCPAxis::atBottom);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    m_scale->setBarWidth(8);
    m_scale->setMargins({12, 4, 24, 0});
    m_map->setColorScale(m_scale);
    m_scalePlace->addElement(0, 0, m_scale);
    m_frame.setHeaderEnd(m_scalePlace);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setPadding({8, 4, 8, 4});
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { m_frame.fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] {
      fitNotice(*m_notice, m_noticeText, m_theme.font, hasMap());
      m_cursor.placeText({});
    });
    QObject::connect(m_zoom, &TimeZoom::stretchWished, &widget, &PlotView::timeStretchWished);
    const auto point = [this](const QPointF& place) {
      if (m_picture.absence == MapAbsence::None) {
        const double t = m_plot->xAxis->pixelToCoord(place.x());
        m_row = static_cast<int>(std::lround(m_plot->yAxis->pixelToCoord(place.y())));
        emit m_widget.timePointed(
            std::clamp(static_cast<int>(std::lround(t)), 1, m_picture.horizon));
        placeCursor();
        if (!isReplotQueued()) {
          m_cursor.replot();
        }
      }
    };
    QObject::connect(new AxesDrag(*m_plot), &AxesDrag::moved, &widget, point);
    setTheme(themeOf(ThemeKind::Light));
  }

  const MapPicture& picture() const { return m_picture; }

  void setFindings(const Findings& findings) override {
    m_findings = findings;
    m_picture = mapPictureOf(m_findings, m_kind);
    m_zoom->setHorizon(m_picture.horizon);
    redraw();
  }

  void setTimeStretch(const TimeStretch& stretch) {
    m_zoom->setShown(stretch);
    m_frame.setTimeStretch(m_zoom->shown(), m_picture.horizon);
    queueReplot();
  }

  void setTimeCursor(int t) override {
    m_time = t;
    placeCursor();
    if (m_widget.isVisible() && !isReplotQueued()) {
      m_cursor.replot();
    }
  }

  void setTheme(const Theme& theme) override {
    m_theme = theme;
    m_frame.setTheme(theme);
    m_cursor.setTheme(theme);
    m_map->setGradient(gradient());
    m_notice->setColor(theme.text);
    m_notice->setBrush(theme.background);
    QCPAxis* axis = m_scale->axis();
    axis->setTickLabelFont(theme.smallFont());
    axis->setTickLabelColor(theme.text);
    axis->setBasePen(QPen(theme.mutedText, 1));
    axis->setTickPen(QPen(theme.mutedText, 1));
    axis->setSubTickPen(Qt::NoPen);
    axis->setLabelFont(theme.smallFont());
    axis->setLabelColor(theme.text);
    redraw();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void setCursorShown(bool shown) override {
    m_cursorShown = shown;
    placeCursor();
  }

  QString absenceText() const { return backflow::absenceText(m_kind, m_picture.absence); }

  void redraw() override {
    m_plot->yAxis->setLabel(mapRowLabel(m_kind));
    m_frame.setTitles(mapTitles(m_kind, m_picture.precision));
    m_plot->xAxis->setLabel(mapTimeLabel(m_kind));
    m_frame.setStepsBackLabel({});
    if (m_captionShown && m_findings.trace) {
      m_frame.setCaption(ScenarioText::caption(m_findings.trace->scenario));
    }
    m_plot->setLocale(QLocale());
    drawMap();
    drawNotice();
    m_frame.fitWidth();
    placeCursor();
    queueReplot();
  }

 private:
  bool hasMap() const { return m_picture.absence == MapAbsence::None; }
  int rows() const { return std::max(1, static_cast<int>(m_picture.values.rows())); }

  QCPColorGradient gradient() const {
    QCPColorGradient result = cividis();
    if (m_kind == MapKind::Units || m_kind == MapKind::Gates) {
      result.clearColorStops();
      result.setColorStopAt(0, m_theme.float64.darker(m_theme.isDark() ? 100 : 130));
      result.setColorStopAt(0.5, m_theme.background);
      result.setColorStopAt(1, m_theme.float32);
    }
    result.setNanHandling(QCPColorGradient::nhNanColor);
    result.setNanColor(m_kind == MapKind::Influence ? m_theme.background
                                                    : m_theme.tint(m_theme.text, 0.55));
    return result;
  }

  /// The centres of the first and the last of `count` cells; the library takes the borders of one.
  static QCPRange centres(int count) {
    return count == 1 ? QCPRange(0.5, 1.5) : QCPRange(1, count);
  }

  void drawMap() {
    m_map->setVisible(hasMap());
    // Around nothing the axes would only take the sentence its room.
    const bool hasAxes = hasMap() || m_picture.absence == MapAbsence::NotYet;
    for (QCPAxis* axis : m_plot->axisRect()->axes()) {
      axis->setVisible(hasAxes);
    }
    m_frame.setRanges(m_picture.horizon, 0.5, rows() + 0.5);
    m_frame.setTimeStretch(m_zoom->shown(), m_picture.horizon);
    if (!m_bandLines.isEmpty()) {
      for (QCPItemLine* line : m_bandLines) {
        m_plot->removeItem(line);
      }
      m_bandLines.clear();
    }
    if (!hasMap()) {
      m_plot->yAxis->setTicker(stepTicker());
      return;
    }
    QCPColorMapData* data = m_map->data();
    if (data->keySize() != m_picture.horizon || data->valueSize() != rows()) {
      data->setSize(m_picture.horizon, rows());
    }
    data->setRange(centres(m_picture.horizon), centres(rows()));
    for (int t = 0; t < m_picture.horizon; ++t) {
      for (int row = 0; row < rows(); ++row) {
        data->setCell(t, row, m_picture.values(row, t));
      }
    }
    m_scale->setDataRange({m_picture.lowest, m_picture.highest});
    m_scale->axis()->setTicker(m_kind == MapKind::Influence ? decadeTicker()
                                                            : sparseTicker(lettersOfScale - 6));
    m_scale->axis()->ticker()->setTickCount(m_kind == MapKind::Influence ? 4 : 3);
    if (m_picture.bands.empty() && m_picture.rowTimes.size() != 1) {
      m_plot->yAxis->setTicker(stepTicker());
      return;
    }
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (const int time : m_picture.rowTimes) {
      names->addTick(1, QString::number(time));
    }
    for (const MapBand& band : m_picture.bands) {
      names->addTick(band.first + 0.5 + band.count / 2.0, gateName(band));
      if (band.first > 0) {
        auto* line = new QCPItemLine(m_plot);
        line->setPen(QPen(m_theme.mutedText, 1));
        line->start->setTypeX(QCPItemPosition::ptAxisRectRatio);
        line->end->setTypeX(QCPItemPosition::ptAxisRectRatio);
        line->start->setCoords(0, band.first + 0.5);
        line->end->setCoords(1, band.first + 0.5);
        m_bandLines.push_back(line);
      }
    }
    m_plot->yAxis->setTicker(names);
  }

  void drawNotice() {
    const QString text = hasMap() ? singleRowText(m_picture) : absenceText();
    m_notice->setVisible(!text.isEmpty());
    m_noticeText = text;
    fitNotice(*m_notice, m_noticeText, m_theme.font, hasMap());
    showScale(hasMap() && text.isEmpty()); // one row has no use for it
  }

  /// Where there is none, the title has its room.
  void showScale(bool shown) {
    m_scale->setVisible(shown);
    const QFontMetrics metrics(m_theme.smallFont());
    const int width = shown ? metrics.averageCharWidth() * lettersOfScale : 1;
    // A colour scale sets its own limits anew at every layout, those of its height well.
    m_scalePlace->setMinimumSize(width, 0);
    m_scalePlace->setMaximumSize(width, QWIDGETSIZE_MAX);
  }

  void placeCursor() {
    const bool shown = hasMap() && m_cursorShown;
    m_cursor.setVisible(shown);
    if (!shown) {
      return;
    }
    const int row = std::clamp(m_row == 0 ? rows() : m_row, 1, rows());
    const int t = std::clamp(m_time, 1, m_picture.horizon);
    m_cursor.moveTo(t, mapReading(m_picture, m_kind, t, row));
    m_cursor.placeText({});
  }

  MapPlot& m_widget;
  MapKind m_kind;
  PlotFrame m_frame;
  PlotCursor m_cursor;
  QCPColorMap* m_map;
  QCPColorScale* m_scale;
  QCPLayoutGrid* m_scalePlace;
  QCPItemText* m_notice;
  QString m_noticeText; ///< in as many lines as it was written in
  TimeZoom* m_zoom;
  QList<QCPItemLine*> m_bandLines;
  Theme m_theme;
  Findings m_findings;
  MapPicture m_picture;
  int m_time = 1;
  int m_row = 0; ///< last pointed at, from 1; 0 for none yet
  bool m_captionShown = false;
  bool m_cursorShown = true;
};

MapPlot::MapPlot(MapKind kind, QWidget* parent)
    : ChartView(parent), m_drawing(keep(std::make_unique<Drawing>(*this, kind))) {}

void MapPlot::setTimeStretch(const TimeStretch& stretch) {
  m_drawing->setTimeStretch(stretch);
}

const MapPicture& MapPlot::picture() const {
  return m_drawing->picture();
}

QString MapPlot::absenceText() const {
  return m_drawing->absenceText();
}

} // namespace backflow
