// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_decoration.h"

#include "ui/plot/marker_words.h"
#include "ui/text/event_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

namespace {

constexpr int labelColumns = 46;

QString precisionName(Precision precision) {
  return QString::fromUtf8(nameOf(precision).data());
}

TimeStretch stretchOf(const NormSpan& span) {
  return {static_cast<double>(span.first), static_cast<double>(span.last)};
}

QString wrapped(const QString& text) {
  QString result;
  qsizetype column = 0;
  for (const QString& word : text.split(QChar(' '))) {
    const bool breaks = column > 0 && column + word.size() > labelColumns;
    result += column == 0 ? QString() : breaks ? QStringLiteral("\n") : QStringLiteral(" ");
    column = breaks ? word.size() : column + word.size() + 1;
    result += word;
  }
  return result;
}

} // namespace

NormDecoration::NormDecoration(QCustomPlot& plot)
    : m_plot(plot), m_edgeWords(plot), m_symbols(plot), m_labels(plot),
      m_pinLetters(plot, m_labels) {
  m_plot.addLayer(QStringLiteral("bands"), m_plot.layer(QStringLiteral("grid")),
                  QCustomPlot::limBelow);
}

void NormDecoration::draw(const NormPicture& picture, const Theme& theme) {
  clear();
  m_picture = picture;
  m_theme = theme;
  m_edgeWords.setLastStep(picture.horizon);
  drawBands();
  drawLevels();
  drawSpans();
  drawMarkers();
  m_pinLetters.draw(m_picture, m_theme);
}

void NormDecoration::forgetPlaces() {
  m_edgeWords.forgetPlaces();
  m_labels.forgetPlaces();
  m_keptOff = {};
}

void NormDecoration::clear() {
  for (QCPAbstractItem* item : m_items) {
    m_plot.removeItem(item);
  }
  m_items.clear();
  m_edgeWords.clear();
  m_symbols.clear();
  m_pinLetters.clear();
  m_labels.clear();
  m_marked.clear();
  m_strokes.clear();
}

void NormDecoration::addRect(double fromT, double toT, double from, double to,
                             const QBrush& brush) {
  auto* rect = new QCPItemRect(&m_plot);
  rect->setLayer(QStringLiteral("bands"));
  rect->topLeft->setCoords(fromT, to);
  rect->bottomRight->setCoords(toT, from);
  rect->setPen(Qt::NoPen);
  rect->setBrush(brush);
  m_items.push_back(rect);
}

void NormDecoration::addLine(const QLineF& line, const QPen& pen, const char* layer) {
  auto* item = new QCPItemLine(&m_plot);
  item->setLayer(QString::fromLatin1(layer));
  item->start->setCoords(line.p1());
  item->end->setCoords(line.p2());
  item->setPen(pen);
  m_items.push_back(item);
}

void NormDecoration::addStroke(const QLineF& line, const QPen& pen) {
  addLine(line, pen, "marks");
  m_strokes.push_back(line);
}

void NormDecoration::drawBands() {
  // Where float32 has nothing left but float64 has, only float32's band is drawn: the shades of
  // both together would say nothing.
  for (const NormBand& band : m_picture.bands) {
    const double from = std::max(band.from, m_picture.lowest);
    const double to = std::min(band.to, m_picture.highest);
    if (from >= to) {
      continue;
    }
    const double strength = band.kind == BandKind::Subnormal ? 0.28 : 0.10;
    const QColor color = m_theme.colorOf(band.precision);
    QColor fill = color;
    fill.setAlphaF(static_cast<float>(strength));
    addRect(m_picture.horizon * -1.0, m_picture.horizon * 2.0 + 2, from, to, fill);
    const QString name = precisionName(band.precision);
    const QColor words = m_theme.isDark() ? color : color.darker(120);
    if (band.kind == BandKind::Zero) {
      m_edgeWords.add(Qt::RightEdge, to, to - from, tr("%1: zero").arg(name), words, m_theme,
                      Qt::AlignTop);
    } else if (band.kind == BandKind::Inf) {
      m_edgeWords.add(Qt::RightEdge, from, to - from, tr("%1: ∞").arg(name), words, m_theme,
                      Qt::AlignBottom);
    } else {
      m_edgeWords.add(Qt::RightEdge, to, to - from, tr("%1: subnormal").arg(name), words, m_theme,
                      Qt::AlignTop);
    }
  }
}

void NormDecoration::drawLevels() {
  QPen pen(m_theme.mutedText, 1, Qt::DotLine);
  for (const double level : m_picture.levels) {
    if (level < m_picture.lowest || level > m_picture.highest) {
      continue;
    }
    addLine({m_picture.horizon * -1.0, level, m_picture.horizon * 2.0 + 2, level}, pen, "bands");
    // One above its line, one below: they do not meet where both lines are close.
    const bool explodes = level == m_picture.levels.back() && m_picture.levels.size() > 1;
    m_edgeWords.addMovable(Qt::LeftEdge, level,
                           explodes ? tr("threshold: exploded") : tr("threshold: vanished"),
                           m_theme.mutedText, m_theme, explodes ? Qt::AlignBottom : Qt::AlignTop);
  }
}

double NormDecoration::railOf(SpanKind kind, Precision precision) const {
  const double height = m_picture.highest - m_picture.lowest;
  const double inset = (precision == Precision::Float64 ? 0.02 : 0.045) * height;
  return kind == SpanKind::Inf ? m_picture.highest - inset : m_picture.lowest + inset;
}

void NormDecoration::drawSpans() {
  for (const NormSpan& span : m_picture.spans) {
    switch (span.kind) {
    case SpanKind::Cut: {
      addRect(span.first - 0.5, span.last + 0.5, m_picture.lowest, m_picture.highest,
              QBrush(m_theme.tint(m_theme.mutedText, 0.45), Qt::Dense6Pattern));
      const double middle = (m_picture.lowest + m_picture.highest) / 2;
      m_labels.addWithin(stretchOf(span), tr("cut by truncation: no gradient comes here"),
                         m_theme.mutedText, m_theme, middle);
      break;
    }
    case SpanKind::Nan:
      drawNanRegion(span);
      break;
    case SpanKind::Zero:
    case SpanKind::Inf:
      drawRail(span);
      break;
    }
  }
}

QString NormDecoration::nanSentence(const NormSpan& span) const {
  for (const NormMarker& marker : m_picture.markers) {
    const Event& event = marker.event;
    if (event.kind == EventKind::NanOnset && event.precision == span.precision) {
      return EventText::marker(event) + QStringLiteral(". ") + EventText::cause(event);
    }
  }
  return tr("%1: NaN").arg(precisionName(span.precision));
}

void NormDecoration::drawNanRegion(const NormSpan& span) {
  const QColor color = m_theme.colorOf(span.precision);
  const auto pattern = span.precision == Precision::Float64 ? Qt::BDiagPattern : Qt::FDiagPattern;
  addRect(span.first - 0.5, span.last + 0.5, m_picture.lowest, m_picture.highest,
          QBrush(m_theme.tint(color, 0.4), pattern));
  // The lower half for float32, the upper for float64: one region lies inside the other.
  const double part = span.precision == Precision::Float64 ? 0.72 : 0.30;
  const double height = m_picture.lowest + part * (m_picture.highest - m_picture.lowest);
  m_labels.add(wrapped(nanSentence(span)), color, m_theme, stretchOf(span), height,
               MarkerLabels::Leader::None);
}

void NormDecoration::drawRail(const NormSpan& span) {
  const double rail = railOf(span.kind, span.precision);
  QPen pen(m_theme.colorOf(span.precision), m_theme.lineWidth * 1.8);
  pen.setCapStyle(Qt::FlatCap);
  addStroke({span.first - 0.5, rail, span.last + 0.5, rail}, pen);
  pen.setWidthF(m_theme.lineWidth);
  pen.setStyle(Qt::DotLine);
  for (const NormCurve& curve : m_picture.curves) {
    if (curve.role != CurveRole::Run || curve.precision != span.precision) {
      continue;
    }
    const auto dropAt = [&](int neighbour, double edge) {
      const auto index = static_cast<std::size_t>(neighbour) - 1;
      if (neighbour >= 1 && index < curve.log10().size() && !std::isnan(curve.log10()[index])) {
        addStroke({static_cast<double>(neighbour), curve.log10()[index], edge, rail}, pen);
      }
    };
    dropAt(span.last + 1, span.last + 0.5);
    dropAt(span.first - 1, span.first - 0.5);
  }
  // A marker in the middle tells of one weight's part, while others were infinite before.
  const bool hasMarker = std::ranges::any_of(m_picture.markers, [&](const NormMarker& marker) {
    const int t = marker.event.t;
    return marker.event.precision == span.precision && marker.place != MarkerPlace::Value &&
           (t == span.first || t == span.last);
  });
  const bool wide = span.last - span.first >= m_picture.horizon / 8;
  if (!hasMarker && wide) {
    const QString text = span.kind == SpanKind::Zero ? tr("%1: exactly 0") : tr("%1: ∞");
    m_labels.add(text.arg(precisionName(span.precision)), m_theme.colorOf(span.precision), m_theme,
                 stretchOf(span), rail, MarkerLabels::Leader::Line);
  }
}

void NormDecoration::drawMarkers() {
  for (std::size_t k = 0; k < m_picture.markers.size(); ++k) {
    const NormMarker& marker = m_picture.markers[k];
    if (marker.event.kind != EventKind::NanOnset) { // the hatched region has its words
      m_marked.push_back(k);
      m_symbols.add(marker.event.kind == EventKind::UnderflowZero ? MarkSymbols::Shape::Square
                                                                  : MarkSymbols::Shape::Circle,
                    pointOf(marker), m_theme.colorOf(marker.event.precision), m_theme);
    }
  }
  for (const MarkerWords& words : wordsOf(m_picture.markers)) {
    const NormMarker& marker = *words.marker;
    const bool isShared = words.precisions.size() > 1;
    m_labels.add(EventText::marker(marker.event, words.precisions.join(QStringLiteral(", "))),
                 isShared ? m_theme.mutedText : m_theme.colorOf(marker.event.precision), m_theme,
                 pointOf(marker), MarkerLabels::Leader::Line,
                 words.isExtra ? MarkerLabels::Rank::Extra : MarkerLabels::Rank::Needed);
  }
}

QPointF NormDecoration::pointOf(const NormMarker& marker) const {
  const Event& event = marker.event;
  if (marker.place == MarkerPlace::Value) {
    return {static_cast<double>(event.t), marker.log10};
  }
  const SpanKind kind = marker.place == MarkerPlace::Top ? SpanKind::Inf : SpanKind::Zero;
  return {static_cast<double>(event.t), railOf(kind, event.precision)};
}

void NormDecoration::layOut() {
  m_symbols.place();
  m_ink = inkOf(m_plot, m_picture, m_strokes, m_symbols);
  m_edgeWords.settle(m_ink.all, m_theme.referencePen().widthF() / 2);
  m_pinLetters.place(m_picture);
}

void NormDecoration::keepLabelsOff(const QRectF& reading) {
  m_keptOff = reading;
  m_labels.place(m_theme, {.area = {},
                           .ink = &m_ink.all,
                           .marks = m_symbols.centers(),
                           .markRadius = std::max(m_symbols.radius(), 5.0),
                           .words = m_edgeWords.places(),
                           .reading = reading});
}

bool NormDecoration::setReading(const QRectF& reading) {
  const bool isFree = !m_keptOff.isEmpty() && !reading.intersects(m_keptOff);
  if (isFree) {
    m_keptOff = {};
  }
  return isFree;
}

std::vector<QRectF> NormDecoration::labelPlaces() const {
  std::vector<QRectF> places = m_labels.places();
  places.push_back(m_keptOff);
  return places;
}

PlotCursor::InSight NormDecoration::inSight() const {
  return {.labels = m_labels.places(),
          .leaders = m_labels.leaders(),
          .ink = &m_ink.all,
          .curves = &m_ink.curves,
          .marks = m_symbols.centers(),
          .markRadius = m_symbols.radius(),
          .edgeWords = m_edgeWords.places()};
}

QString NormDecoration::wordsOfMarkAt(const QPointF& pixel) const {
  QStringList lines;
  for (const std::size_t symbol : m_symbols.at(pixel)) {
    lines << EventText::sentence(m_picture.markers[m_marked[symbol]].event);
  }
  return lines.join(QChar('\n'));
}

bool NormDecoration::giveWayTo(std::vector<QRectF> covers) {
  covers.insert(covers.end(), m_labels.places().begin(), m_labels.places().end());
  return m_edgeWords.giveWayTo(covers, m_labels.leaders());
}

} // namespace backflow
