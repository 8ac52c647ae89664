// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/marker_labels.h"

#include <qcustomplot.h>

#include <algorithm>

namespace backflow {

namespace {

/// Cells of curves under a label with reasons: the reasons stand beside the plot too.
constexpr int mostInkForReasons = 2;

} // namespace

MarkerLabels::MarkerLabels(QCustomPlot& plot) : m_plot(plot) {
  m_plot.addLayer(QStringLiteral("marks"), m_plot.layer(QStringLiteral("axes")),
                  QCustomPlot::limAbove);
  m_plot.addLayer(QStringLiteral("labels"), m_plot.layer(QStringLiteral("overlay")),
                  QCustomPlot::limBelow);
}

void MarkerLabels::clear() {
  for (const Label& label : m_labels) {
    m_plot.removeItem(label.text);
    if (label.leader != nullptr) {
      m_plot.removeItem(label.leader);
    }
  }
  m_labels.clear();
  m_alike.clear();
  m_places.clear();
}

std::size_t MarkerLabels::add(const QString& text, const QColor& color, const Theme& theme,
                              QPointF point, Leader leader, Rank rank) {
  add(text, color, theme, {point.x(), point.x()}, point.y(), leader);
  m_labels.back().rank = rank;
  return m_labels.size() - 1;
}

void MarkerLabels::move(std::size_t label, QPointF point) {
  m_labels[label].steps = {point.x(), point.x()};
  m_labels[label].height = point.y();
}

void MarkerLabels::add(const QString& text, const QColor& color, const Theme& theme,
                       const TimeStretch& steps, double height, Leader leader) {
  Label label{steps, height, text, nullptr, nullptr};
  label.name = nameOf(text);
  if (leader == Leader::Line) {
    auto* line = new QCPItemLine(&m_plot);
    line->setLayer(QStringLiteral("marks"));
    line->setPen(QPen(color, 1));
    line->start->setType(QCPItemPosition::ptAbsolute);
    line->end->setType(QCPItemPosition::ptAbsolute);
    label.leader = line;
  }
  auto* item = new QCPItemText(&m_plot);
  item->setLayer(QStringLiteral("labels"));
  item->setText(text);
  item->setFont(theme.smallFont());
  item->setColor(theme.text);
  item->setPen(QPen(color, 1));
  item->setBrush(theme.background);
  item->setPadding({4, 1, 4, 1});
  item->setTextAlignment(Qt::AlignLeft);
  item->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  item->position->setType(QCPItemPosition::ptAbsolute);
  label.text = item;
  m_labels.push_back(label);
}

void MarkerLabels::addWithin(const TimeStretch& steps, const QString& text, const QColor& color,
                             const Theme& theme, double height) {
  add(text, color, theme, steps, height, Leader::None);
  m_labels.back().staysWithin = true;
}

/// What lies before or after the steps in sight has no place here.
std::optional<MarkerLabels::Candidate> MarkerLabels::candidateOf(const Label& label,
                                                                 const LabelWords& labelWords,
                                                                 const QRectF& area) const {
  const QCPAxis& time = *m_plot.xAxis;
  const double first = std::max(label.steps.first, time.range().lower);
  const double last = std::min(label.steps.last, time.range().upper);
  if (first > last) {
    return std::nullopt;
  }
  QString words = labelWords.fitting(label.words);
  std::optional<QRectF> within;
  if (label.staysWithin) {
    const QRectF stretch(QPointF(time.coordToPixel(first), area.top()),
                         QPointF(time.coordToPixel(last), area.bottom()));
    within = stretch.intersected(area);
    words = labelWords.within(within->width(), words);
    if (words.isEmpty()) {
      return std::nullopt;
    }
  }
  const QPointF anchor(time.coordToPixel((first + last) / 2),
                       m_plot.yAxis->coordToPixel(label.height));
  Candidate candidate{&label, words, requestFor(label, anchor, labelWords.sizeOf(words))};
  candidate.request.within = within;
  return candidate;
}

/// Those that are needed first.
std::vector<MarkerLabels::Candidate> MarkerLabels::candidates(const LabelWords& labelWords,
                                                              const QRectF& area) const {
  std::vector<Candidate> candidates;
  for (const Rank rank : {Rank::Needed, Rank::Extra}) {
    for (const Label& label : m_labels) {
      if (label.rank != rank) {
        continue;
      }
      if (const auto candidate = candidateOf(label, labelWords, area)) {
        candidates.push_back(*candidate);
      }
    }
  }
  return candidates;
}

/// Reasons that would hide a curve give way, wherever they stood before.
void MarkerLabels::shortenWhatHides(std::vector<Candidate>& candidates,
                                    const LabelWords& labelWords,
                                    const LabelSurroundings& surroundings) const {
  const auto isBrief = [&](const Candidate& candidate) {
    return candidate.words == labelWords.brief(candidate.words);
  };
  if (surroundings.ink == nullptr || std::ranges::all_of(candidates, isBrief)) {
    return;
  }
  std::vector<LabelRequest> requests;
  for (const Candidate& candidate : candidates) {
    requests.push_back(candidate.request);
    requests.back().before.reset();
  }
  const std::vector<QRectF> places = placeLabels(requests, surroundings);
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    Candidate& candidate = candidates[k];
    const bool hides =
        places[k].isEmpty() || surroundings.ink->cellsUnder(places[k]) > mostInkForReasons;
    if (!isBrief(candidate) && hides) {
      candidate.words = labelWords.brief(candidate.words);
      const std::optional<QRectF> within = candidate.request.within;
      candidate.request = requestFor(*candidate.label, candidate.request.anchor,
                                     labelWords.sizeOf(candidate.words));
      candidate.request.within = within;
    }
  }
}

void MarkerLabels::place(const Theme& theme, LabelSurroundings surroundings) {
  surroundings.area = QRectF(m_plot.axisRect()->rect()).adjusted(3, 3, -3, -3);
  if (m_labels.empty() || !surroundings.area.isValid()) {
    return;
  }
  const LabelWords labelWords(QFontMetricsF(theme.smallFont()), surroundings.area.size());
  for (const Label& label : m_labels) {
    setVisible(label, false);
  }
  std::vector<Candidate> shown = candidates(labelWords, surroundings.area);
  shortenWhatHides(shown, labelWords, surroundings);
  std::vector<LabelRequest> requests;
  for (const Candidate& candidate : shown) {
    requests.push_back(candidate.request);
  }
  show(shown, placeLabels(requests, surroundings));
}

void MarkerLabels::show(const std::vector<Candidate>& candidates,
                        const std::vector<QRectF>& places) {
  m_places.clear();
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    const Label& label = *candidates[k].label;
    const QPointF& from = candidates[k].request.anchor;
    const QRectF& place = places[k];
    if (place.isEmpty()) {
      m_stood.erase(label.name);
      continue;
    }
    m_stood[label.name] = offsetOf(place, from);
    m_places.push_back(place);
    setVisible(label, true);
    auto* text = static_cast<QCPItemText*>(label.text);
    text->setText(candidates[k].words);
    text->position->setCoords(place.topLeft());
    if (auto* leader = static_cast<QCPItemLine*>(label.leader)) {
      leader->start->setCoords(from);
      leader->end->setCoords(QPointF(std::clamp(from.x(), place.left(), place.right()),
                                     std::clamp(from.y(), place.top(), place.bottom())));
    }
  }
}

void MarkerLabels::setVisible(const Label& label, bool visible) {
  label.text->setVisible(visible);
  if (label.leader != nullptr) {
    label.leader->setVisible(visible);
  }
}

/// Labels whose words differ in numbers alone are told apart by their order.
QString MarkerLabels::nameOf(const QString& words) {
  const QString name = LabelWords::withoutNumbers(words);
  return name + QString::number(m_alike[name]++);
}

LabelRequest MarkerLabels::requestFor(const Label& label, const QPointF& anchor,
                                      const QSizeF& size) const {
  LabelRequest request{.anchor = anchor,
                       .size = size,
                       .hasLeader = label.leader != nullptr,
                       .isExtra = label.rank == Rank::Extra};
  // Within a stretch that shrinks, where they stood may be outside.
  if (const auto stood = m_stood.find(label.name); stood != m_stood.end() && !label.staysWithin) {
    request.before = placeAt(stood->second, anchor, size);
  }
  return request;
}

/// The edges that face the point: a label that grows by a digit grows away from it.
MarkerLabels::Offset MarkerLabels::offsetOf(const QRectF& place, const QPointF& anchor) {
  const bool isLeft = place.center().x() < anchor.x();
  const bool isAbove = place.center().y() < anchor.y();
  const QPointF edges(isLeft ? place.right() : place.left(),
                      isAbove ? place.bottom() : place.top());
  return {isLeft, isAbove, edges - anchor};
}

QRectF MarkerLabels::placeAt(const Offset& offset, const QPointF& anchor, const QSizeF& size) {
  QRectF place(QPointF(), size);
  const QPointF edges = anchor + offset.toEdges;
  place.moveLeft(offset.isLeft ? edges.x() - size.width() : edges.x());
  place.moveTop(offset.isAbove ? edges.y() - size.height() : edges.y());
  return place;
}

std::vector<QLineF> MarkerLabels::leaders() const {
  std::vector<QLineF> lines;
  for (const Label& label : m_labels) {
    const auto* leader = static_cast<const QCPItemLine*>(label.leader);
    if (leader != nullptr && leader->visible()) {
      lines.emplace_back(leader->start->pixelPosition(), leader->end->pixelPosition());
    }
  }
  return lines;
}

} // namespace backflow
