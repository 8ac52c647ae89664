// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_decoration.h"

#include "ui/plot/label_layout.h"
#include "ui/text/event_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int labelColumns = 46;

QString precisionName(Precision precision) {
  return QString::fromUtf8(nameOf(precision).data());
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

NormDecoration::NormDecoration(QCustomPlot& plot) : m_plot(plot) {
  m_plot.addLayer(QStringLiteral("bands"), m_plot.layer(QStringLiteral("grid")),
                  QCustomPlot::limBelow);
  m_plot.addLayer(QStringLiteral("marks"), m_plot.layer(QStringLiteral("axes")),
                  QCustomPlot::limAbove);
}

void NormDecoration::draw(const NormPicture& picture, const Theme& theme) {
  clear();
  m_picture = picture;
  m_theme = theme;
  drawBands();
  drawLevels();
  drawSpans();
  drawMarkers();
}

void NormDecoration::clear() {
  for (QCPAbstractItem* item : m_items) {
    m_plot.removeItem(item);
  }
  m_items.clear();
  m_labels.clear();
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

void NormDecoration::addLine(double fromT, double from, double toT, double to, const QPen& pen,
                             const char* layer) {
  auto* line = new QCPItemLine(&m_plot);
  line->setLayer(QString::fromLatin1(layer));
  line->start->setCoords(fromT, from);
  line->end->setCoords(toT, to);
  line->setPen(pen);
  m_items.push_back(line);
}

void NormDecoration::addEdgeText(double log10, const QString& text, const QColor& color,
                                 int vertical) {
  auto* item = new QCPItemText(&m_plot);
  item->setLayer(QStringLiteral("bands"));
  item->setText(text);
  item->setFont(m_theme.smallFont());
  item->setColor(color);
  item->setPadding({4, 1, 4, 1});
  item->setPositionAlignment(Qt::AlignRight | static_cast<Qt::AlignmentFlag>(vertical));
  item->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
  item->position->setTypeY(QCPItemPosition::ptPlotCoords);
  item->position->setCoords(1, log10);
  m_items.push_back(item);
}

void NormDecoration::drawBands() {
  // Where float32 has nothing left but float64 has, only float32's band is drawn: the shades of
  // both together would say nothing.
  const double height = m_picture.highest - m_picture.lowest;
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
    const QColor words = m_theme.kind == ThemeKind::Dark ? color : color.darker(120);
    if (band.kind == BandKind::Zero) {
      addEdgeText(to, tr("%1: zero").arg(name), words, Qt::AlignTop);
    } else if (band.kind == BandKind::Inf) {
      addEdgeText(from, tr("%1: ∞").arg(name), words, Qt::AlignBottom);
    } else if (to - from > 0.035 * height) {
      addEdgeText(to, tr("%1: subnormal").arg(name), words, Qt::AlignTop);
    }
  }
}

void NormDecoration::drawLevels() {
  QPen pen(m_theme.mutedText, 1, Qt::DotLine);
  for (const double level : m_picture.levels) {
    if (level < m_picture.lowest || level > m_picture.highest) {
      continue;
    }
    addLine(m_picture.horizon * -1.0, level, m_picture.horizon * 2.0 + 2, level, pen, "bands");
    const bool explodes = level == m_picture.levels.back() && m_picture.levels.size() > 1;
    addEdgeText(level, explodes ? tr("threshold: exploded") : tr("threshold: vanished"),
                m_theme.mutedText, Qt::AlignBottom);
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
      addLabel(tr("cut by truncation: no gradient comes here"), m_theme.mutedText,
               (span.first + span.last) / 2.0, middle, false);
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
  const auto pattern =
      span.precision == Precision::Float64 ? Qt::BDiagPattern : Qt::FDiagPattern;
  addRect(span.first - 0.5, span.last + 0.5, m_picture.lowest, m_picture.highest,
          QBrush(m_theme.tint(color, 0.55), pattern));
  // The lower half for float32, the upper for float64: one region lies inside the other.
  const double part = span.precision == Precision::Float64 ? 0.72 : 0.30;
  addLabel(wrapped(nanSentence(span)), color, (span.first + span.last) / 2.0,
           m_picture.lowest + part * (m_picture.highest - m_picture.lowest), false);
}

void NormDecoration::drawRail(const NormSpan& span) {
  const double rail = railOf(span.kind, span.precision);
  QPen pen(m_theme.colorOf(span.precision), m_theme.lineWidth * 1.8);
  pen.setCapStyle(Qt::FlatCap);
  addLine(span.first - 0.5, rail, span.last + 0.5, rail, pen, "marks");
  pen.setWidthF(m_theme.lineWidth);
  pen.setStyle(Qt::DotLine);
  for (const NormCurve& curve : m_picture.curves) {
    if (curve.role != CurveRole::Run || curve.precision != span.precision) {
      continue;
    }
    const auto dropAt = [&](int neighbour, double edge) {
      const auto index = static_cast<std::size_t>(neighbour) - 1;
      if (neighbour >= 1 && index < curve.log10.size() && !std::isnan(curve.log10[index])) {
        addLine(neighbour, curve.log10[index], edge, rail, pen, "marks");
      }
    };
    dropAt(span.last + 1, span.last + 0.5);
    dropAt(span.first - 1, span.first - 0.5);
  }
  const bool hasMarker = std::any_of(
      m_picture.markers.begin(), m_picture.markers.end(), [&](const NormMarker& marker) {
        return marker.event.precision == span.precision && marker.place != MarkerPlace::Value;
      });
  const bool wide = span.last - span.first >= m_picture.horizon / 8;
  if (!hasMarker && wide) {
    const QString text = span.kind == SpanKind::Zero ? tr("%1: exactly 0") : tr("%1: ∞");
    addLabel(text.arg(precisionName(span.precision)), m_theme.colorOf(span.precision),
             (span.first + span.last) / 2.0, rail, true);
  }
}

void NormDecoration::drawMarkers() {
  for (const NormMarker& marker : m_picture.markers) {
    const Event& event = marker.event;
    if (event.kind == EventKind::NanOnset) {
      continue; // the hatched region has its words
    }
    double height = marker.log10;
    if (marker.place != MarkerPlace::Value) {
      height = railOf(marker.place == MarkerPlace::Top ? SpanKind::Inf : SpanKind::Zero,
                      event.precision);
    }
    auto* symbol = new QCPItemTracer(&m_plot);
    symbol->setLayer(QStringLiteral("marks"));
    symbol->setStyle(event.kind == EventKind::UnderflowZero ? QCPItemTracer::tsSquare
                                                            : QCPItemTracer::tsCircle);
    symbol->setSize(m_theme.markerSize);
    symbol->setPen(QPen(m_theme.colorOf(event.precision), m_theme.lineWidth));
    symbol->setBrush(m_theme.background);
    symbol->position->setCoords(event.t, height);
    m_items.push_back(symbol);
    addLabel(EventText::marker(event), m_theme.colorOf(event.precision), event.t, height, true);
  }
}

void NormDecoration::addLabel(const QString& text, const QColor& color, double t, double log10,
                              bool leader) {
  Label label{t, log10, nullptr, nullptr};
  if (leader) {
    auto* line = new QCPItemLine(&m_plot);
    line->setLayer(QStringLiteral("marks"));
    line->setPen(QPen(color, 1));
    line->start->setCoords(t, log10);
    line->end->setType(QCPItemPosition::ptAbsolute);
    label.leader = line;
    m_items.push_back(line);
  }
  auto* item = new QCPItemText(&m_plot);
  item->setLayer(QStringLiteral("marks"));
  item->setText(text);
  item->setFont(m_theme.smallFont());
  item->setColor(m_theme.text);
  item->setPen(QPen(color, 1));
  QColor paper = m_theme.background;
  paper.setAlpha(235);
  item->setBrush(paper);
  item->setPadding({4, 1, 4, 1});
  item->setTextAlignment(Qt::AlignLeft);
  item->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  item->position->setType(QCPItemPosition::ptAbsolute);
  label.text = item;
  m_items.push_back(item);
  m_labels.push_back(label);
}

void NormDecoration::placeLabels() {
  const QRectF area = QRectF(m_plot.axisRect()->rect()).adjusted(3, 3, -3, -3);
  if (m_labels.empty() || !area.isValid()) {
    return;
  }
  const QFontMetricsF metrics(m_theme.smallFont());
  std::vector<LabelRequest> requests;
  for (const Label& label : m_labels) {
    const auto* text = static_cast<QCPItemText*>(label.text);
    const QSizeF size = metrics.boundingRect(QRectF(0, 0, 1e4, 1e4), 0, text->text()).size();
    requests.push_back({QPointF(m_plot.xAxis->coordToPixel(label.t),
                                m_plot.yAxis->coordToPixel(label.log10)),
                        QSizeF(size.width() + 10, size.height() + 4)});
  }
  std::vector<QPointF> obstacles;
  for (const NormCurve& curve : m_picture.curves) {
    const std::size_t stride = std::max<std::size_t>(1, curve.log10.size() / 80);
    for (std::size_t k = 0; k < curve.log10.size(); k += stride) {
      if (!std::isnan(curve.log10[k])) {
        obstacles.emplace_back(m_plot.xAxis->coordToPixel(static_cast<double>(k) + 1),
                               m_plot.yAxis->coordToPixel(curve.log10[k]));
      }
    }
  }
  const std::vector<QRectF> places = backflow::placeLabels(requests, area, obstacles);
  for (std::size_t k = 0; k < m_labels.size(); ++k) {
    static_cast<QCPItemText*>(m_labels[k].text)->position->setCoords(places[k].topLeft());
    if (auto* leader = static_cast<QCPItemLine*>(m_labels[k].leader)) {
      const QPointF from = requests[k].anchor;
      leader->end->setCoords(
          QPointF(std::clamp(from.x(), places[k].left(), places[k].right()),
                  std::clamp(from.y(), places[k].top(), places[k].bottom())));
    }
  }
}

} // namespace backflow
