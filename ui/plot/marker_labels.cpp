// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/marker_labels.h"

#include <qcustomplot.h>

#include <QRegularExpression>

#include <algorithm>

namespace backflow {

namespace {

/// Of the plot's width, for words in full; in a low plot labels cannot stand below each other.
constexpr double largestShare = 0.7;
constexpr double largestShareWhereLow = 0.45;
constexpr double leastLines = 6;

QString withoutBrackets(const QString& words) {
  const qsizetype open =
      words.endsWith(QLatin1Char(')')) ? words.lastIndexOf(QStringLiteral(" (")) : -1;
  return open < 0 ? words : words.left(open);
}

/// Without the reasons that come after it.
QString firstSentence(const QString& words) {
  static const QRegularExpression end(QStringLiteral("\\.\\s"));
  return words.section(end, 0, 0).replace(QChar('\n'), QChar(' '));
}

QString withoutNumbers(const QString& words) {
  // The number in float32 is part of the word.
  static const QRegularExpression number(QStringLiteral("\\b\\d+"));
  return QString(words).remove(number);
}

/// The step stands at the marker.
QString withoutStep(const QString& words) {
  const qsizetype comma = words.lastIndexOf(QStringLiteral(", "));
  return comma < 0 || comma < words.indexOf(u':') ? words : words.left(comma);
}

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
  m_places.clear();
}

std::size_t MarkerLabels::add(const QString& text, const QColor& color, const Theme& theme,
                              QPointF point, Leader leader) {
  add(text, color, theme, {point.x(), point.x()}, point.y(), leader);
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

void MarkerLabels::place(const Theme& theme, LabelSurroundings surroundings) {
  const QRectF area = QRectF(m_plot.axisRect()->rect()).adjusted(3, 3, -3, -3);
  if (m_labels.empty() || !area.isValid()) {
    return;
  }
  const QFontMetricsF metrics(theme.smallFont());
  const bool isLow = area.height() < leastLines * metrics.height();
  const double share = isLow ? largestShareWhereLow : largestShare;
  std::vector<LabelRequest> requests;
  std::vector<const Label*> inSight;
  for (const Label& label : m_labels) {
    // What lies before or after the steps in sight has no place here.
    const double first = std::max(label.steps.first, m_plot.xAxis->range().lower);
    const double last = std::min(label.steps.last, m_plot.xAxis->range().upper);
    const bool isInSight = first <= last;
    label.text->setVisible(isInSight);
    if (label.leader != nullptr) {
      label.leader->setVisible(isInSight);
    }
    if (!isInSight) {
      continue;
    }
    const auto sizeOf = [&metrics](const QString& words) {
      return metrics.boundingRect(QRectF(0, 0, 1e4, 1e4), 0, words).size();
    };
    QString words = label.words;
    if (sizeOf(words).height() > area.height() / 2) {
      words = firstSentence(words);
    }
    if (sizeOf(words).width() > share * area.width()) {
      words = withoutBrackets(words);
    }
    if (sizeOf(words).width() > area.width()) {
      words = withoutStep(words);
    }
    if (label.staysWithin) {
      const double room = m_plot.xAxis->coordToPixel(last) - m_plot.xAxis->coordToPixel(first);
      words = sizeOf(words).width() + 10 > room ? words.section(QStringLiteral(": "), 0, 0) : words;
      if (sizeOf(words).width() + 10 > room) {
        label.text->setVisible(false);
        continue;
      }
    }
    inSight.push_back(&label);
    static_cast<QCPItemText*>(label.text)->setText(words);
    const QSizeF size = sizeOf(words);
    const QPointF anchor(m_plot.xAxis->coordToPixel((first + last) / 2),
                         m_plot.yAxis->coordToPixel(label.height));
    requests.push_back(requestFor(label, anchor, QSizeF(size.width() + 10, size.height() + 4)));
  }
  surroundings.area = area;
  const std::vector<QRectF> places = placeLabels(requests, surroundings);
  m_places.clear();
  for (std::size_t k = 0; k < inSight.size(); ++k) {
    const QRectF& place = places[k];
    m_stood[inSight[k]->name] = offsetOf(place, requests[k].anchor);
    // In a plot of few lines the marks say more than words on words.
    const bool isFree = std::ranges::none_of(m_places, [&](const QRectF& other) {
      return other.intersects(place.adjusted(2, 2, -2, -2));
    });
    inSight[k]->text->setVisible(isFree);
    if (inSight[k]->leader != nullptr) {
      inSight[k]->leader->setVisible(isFree);
    }
    if (!isFree) {
      continue;
    }
    m_places.push_back(place);
    static_cast<QCPItemText*>(inSight[k]->text)->position->setCoords(place.topLeft());
    if (auto* leader = static_cast<QCPItemLine*>(inSight[k]->leader)) {
      const QPointF from = requests[k].anchor;
      leader->start->setCoords(from);
      leader->end->setCoords(QPointF(std::clamp(from.x(), place.left(), place.right()),
                                     std::clamp(from.y(), place.top(), place.bottom())));
    }
  }
}

/// Labels whose words differ in numbers alone are told apart by their order.
QString MarkerLabels::nameOf(const QString& words) const {
  const QString name = withoutNumbers(words);
  const auto same = std::ranges::count_if(
      m_labels, [&](const Label& label) { return withoutNumbers(label.words) == name; });
  return name + QString::number(same);
}

LabelRequest MarkerLabels::requestFor(const Label& label, const QPointF& anchor,
                                      const QSizeF& size) const {
  LabelRequest request{.anchor = anchor, .size = size, .hasLeader = label.leader != nullptr};
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
