// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_marks.h"

#include "ui/plot/curve_traces.h"
#include "ui/plot/ink_map.h"
#include "ui/plot/training_colors.h"
#include "ui/text/number_text.h"

#include <qcustomplot.h>

#include <cmath>
#include <limits>
#include <optional>

namespace backflow {

namespace {

QRectF boxOf(const QCPAbstractItem& item) {
  return {item.anchor(QStringLiteral("topLeft"))->pixelPosition(),
          item.anchor(QStringLiteral("bottomRight"))->pixelPosition()};
}

/// Pixels all along a graph, and on its points.
void addTraces(const QCPGraph& graph, const QRectF& area, std::vector<QPointF>& points) {
  std::optional<QPointF> former;
  for (const QCPGraphData& data : *graph.data()) {
    if (std::isnan(data.value)) {
      former.reset();
      continue;
    }
    const QPointF pixel = graph.coordsToPixels(data.key, data.value);
    addTrace(QLineF(former.value_or(pixel), pixel), area, points);
    former = pixel;
  }
}

} // namespace

TrainingMarks::TrainingMarks(QCustomPlot& plot, QCPAxisRect* losses, QCPAxisRect* norms)
    : m_plot(plot), m_losses(losses), m_norms(norms) {}

void TrainingMarks::restart(const Theme& theme, double lastUpdate) {
  for (QCPAbstractItem* item : m_items) {
    m_plot.removeItem(item);
  }
  m_items.clear();
  m_words.clear();
  m_baselineName = nullptr;
  m_theme = theme;
  m_lastUpdate = lastUpdate;
  m_lastChange = -lastUpdate;
  m_changeLine = 0;
}

QCPItemLine* TrainingMarks::addLine(QCPAxisRect* rect, double fromX, double fromY, double toX,
                                    double toY, const QPen& pen, bool wholeHeight) {
  auto* line = new QCPItemLine(&m_plot);
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
  m_items.push_back(line);
  return line;
}

void TrainingMarks::addWords(QCPAxisRect* rect, double update, double height, const QString& words,
                             const QColor& color, bool toTheLeft) {
  auto* text = new QCPItemText(&m_plot);
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
  m_items.push_back(text);
  if (rect == m_losses) {
    m_words.push_back(text);
  }
}

void TrainingMarks::addChange(std::size_t run, const SettingChange& change) {
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
    // Changes that follow each other closely have their words one below the other.
    const bool isClose = change.update - m_lastChange < 0.2 * m_lastUpdate;
    m_changeLine = isClose ? (m_changeLine + 1) % 4 : 0;
    m_lastChange = change.update;
    addWords(m_norms, change.update, 0.02 + 0.11 * m_changeLine, words.join(QStringLiteral(", ")),
             m_theme.text, change.update > 0.7 * m_lastUpdate);
  }
}

void TrainingMarks::addDeath(std::size_t run, int update) {
  for (QCPAxisRect* rect : {m_losses, m_norms}) {
    auto* region = new QCPItemRect(&m_plot);
    region->setObjectName(QStringLiteral("dead"));
    region->setClipAxisRect(rect);
    region->setPen(Qt::NoPen);
    const QColor color = faintColorOf(run, m_theme);
    region->setLayer(QStringLiteral("grid")); // the other training's curves go on over it
    region->setBrush(QBrush(color, run == 0 ? Qt::BDiagPattern : Qt::FDiagPattern));
    for (QCPItemPosition* position : {region->topLeft, region->bottomRight}) {
      position->setAxisRect(rect);
      position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
      position->setTypeX(QCPItemPosition::ptPlotCoords);
      position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    region->topLeft->setCoords(update, 0);
    region->bottomRight->setCoords(m_lastUpdate + 0.5, 1);
    m_items.push_back(region);
  }
  const double height = run == 0 ? 0.06 : 0.24;
  const bool toTheLeft = update > 0.6 * m_lastUpdate;
  addWords(m_losses, update, height, tr("NaN: dead at update %1").arg(update), m_theme.text,
           toTheLeft);
}

void TrainingMarks::addBaseline(double log10) {
  addLine(m_losses, 0, log10, 1, log10, QPen(m_theme.mutedText, m_theme.lineWidth, Qt::DashDotLine),
          false)
      ->setObjectName(QStringLiteral("baseline"));
  auto* text = new QCPItemText(&m_plot);
  text->setObjectName(QStringLiteral("baselineName"));
  text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  text->position->setType(QCPItemPosition::ptAbsolute);
  text->position->setCoords(0, 0);
  text->setText(tr("plain guess"));
  text->setFont(m_theme.smallFont());
  text->setColor(m_theme.mutedText);
  text->setPadding({3, 0, 3, 0});
  text->setClipAxisRect(m_losses);
  m_items.push_back(text);
  m_baselineName = text;
  m_baseline = log10;
}

void TrainingMarks::placeWords() {
  const QRectF area(m_losses->rect());
  for (QCPItemText* words : m_words) {
    // What died, and if there is room when: that is told above the plot too.
    const QString all = words->text();
    for (const QString& shorter :
         {QString(all).replace(QStringLiteral(": "), QStringLiteral(":\n")),
          all.section(QChar(':'), 0, 0)}) {
      if (boxOf(*words).width() > area.width()) {
        words->setText(shorter);
      }
    }
    if (boxOf(*words).right() > area.right()) {
      words->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
      words->position->setCoords(1, words->position->value());
      words->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    }
  }
  placeBaselineName();
}

void TrainingMarks::placeBaselineName() {
  if (m_baselineName == nullptr) {
    return;
  }
  const QRectF area(m_losses->rect());
  std::vector<QPointF> points;
  for (const QCPGraph* graph : m_losses->graphs()) {
    addTraces(*graph, area, points);
  }
  const InkMap ink(area, points);
  std::vector<QRectF> taken;
  for (const QCPItemText* words : m_words) {
    taken.push_back(boxOf(*words));
  }
  const QSizeF size = boxOf(*m_baselineName).size();
  const double line = m_losses->axis(QCPAxis::atLeft)->coordToPixel(m_baseline);
  const double beside = m_theme.lineWidth;
  const double rim = m_theme.markerSize / 2;
  constexpr int coversWords = 1000;
  int least = std::numeric_limits<int>::max();
  for (const double share : {0.99, 0.01, 0.5, 0.75, 0.25}) {
    for (const double top : {line - beside - size.height(), line + beside}) {
      const QRectF box(QPointF(area.left() + share * (area.width() - size.width()), top), size);
      if (!area.contains(box)) {
        continue;
      }
      int cost = ink.cellsUnder(box.adjusted(-rim, -rim, rim, rim));
      for (const QRectF& other : taken) {
        cost += other.intersects(box) ? coversWords : 0;
      }
      if (cost < least) {
        least = cost;
        m_baselineName->position->setCoords(box.topLeft());
      }
    }
  }
  // Where no place is free, what lies behind the letters shines through but faintly.
  QColor veil = m_theme.background;
  veil.setAlphaF(0.8F);
  m_baselineName->setBrush(least > 0 ? QBrush(veil) : QBrush(Qt::NoBrush));
  m_baselineName->setVisible(least < coversWords); // in sight whole or not at all
}

} // namespace backflow
