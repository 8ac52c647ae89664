// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/mark_symbols.h"

#include <qcustomplot.h>

#include <QLineF>

namespace backflow {

namespace {

/// In pixels: the pointer need not hit so exactly.
constexpr double besideSymbol = 2;

} // namespace

void MarkSymbols::clear() {
  for (QCPItemTracer* symbol : m_symbols) {
    m_plot.removeItem(symbol);
  }
  m_symbols.clear();
}

void MarkSymbols::add(Shape shape, QPointF point, const QColor& color, const Theme& theme) {
  auto* symbol = new QCPItemTracer(&m_plot);
  symbol->setLayer(QStringLiteral("marks"));
  symbol->setClipToAxisRect(false);
  symbol->setStyle(shape == Shape::Square ? QCPItemTracer::tsSquare : QCPItemTracer::tsCircle);
  symbol->setSize(theme.markerSize);
  symbol->setPen(QPen(color, theme.lineWidth));
  symbol->setBrush(theme.background);
  symbol->position->setCoords(point);
  m_symbols.push_back(symbol);
  m_radius = (theme.markerSize + theme.lineWidth) / 2;
}

void MarkSymbols::place() {
  for (QCPItemTracer* symbol : m_symbols) {
    symbol->setVisible(m_plot.xAxis->range().contains(symbol->position->key()) &&
                       m_plot.yAxis->range().contains(symbol->position->value()));
  }
}

std::vector<std::size_t> MarkSymbols::at(const QPointF& pixel) const {
  std::vector<std::size_t> found;
  for (std::size_t k = 0; k < m_symbols.size(); ++k) {
    const QLineF way(m_symbols[k]->position->pixelPosition(), pixel);
    if (m_symbols[k]->visible() && way.length() <= m_radius + besideSymbol) {
      found.push_back(k);
    }
  }
  return found;
}

std::vector<QPointF> MarkSymbols::centers() const {
  std::vector<QPointF> pixels;
  for (const QCPItemTracer* symbol : m_symbols) {
    if (symbol->visible()) {
      pixels.push_back(symbol->position->pixelPosition());
    }
  }
  return pixels;
}

} // namespace backflow
