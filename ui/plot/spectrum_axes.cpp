// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_axes.h"

#include "ui/plot/axis_label.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/dot_graph.h"
#include "ui/plot/spectrum_plot.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int mostTicks = 5;

/// What a level axis measures: in brief where the axis is too short.
void labelLevelAxis(QCPAxis& axis, const AxisLabel& label, const QFont& font) {
  const bool fits = QFontMetrics(font).horizontalAdvance(label.whole) <= axis.axisRect()->width();
  axis.setLabel(fits ? label.whole : label.brief);
}

/// What the axes measure.
struct AxisLabels {
  AxisLabel real{SpectrumPlot::tr("eigenvalues: real part"), SpectrumPlot::tr("real part")};
  AxisLabel imaginary{SpectrumPlot::tr("imaginary part"), SpectrumPlot::tr("imag.")};
  AxisLabel rank{SpectrumPlot::tr("singular values by rank"), SpectrumPlot::tr("σ by rank")};
  AxisLabel singularValue{QStringLiteral("σ"), {}};
};

QCPAxis& axisOf(const QCPAxisRect& rect, QCPAxis::AxisType type) {
  return *rect.axis(type);
}

} // namespace

SpectrumAxes::SpectrumAxes(QCustomPlot& plot)
    : m_plot(plot), m_plane(plot.axisRect()), m_ranks(new QCPAxisRect(&plot)),
      m_circle(new QCPItemEllipse(&plot)), m_layout(new QCPLayoutGrid) {
  plot.plotLayout()->take(m_plane);
  plot.plotLayout()->simplify();
  m_layout->addElement(0, 0, m_plane);
  m_layout->addElement(0, 1, m_ranks);
  m_ranks->setupFullAxesBox(true);
  m_plane->setupFullAxesBox(true);
  axisOf(*m_ranks, QCPAxis::atBottom).setTicker(stepTicker());
  for (QCPAxis* axis : m_ranks->axes()) {
    axis->setLayer(QStringLiteral("axes"));
    axis->grid()->setLayer(QStringLiteral("grid"));
  }
  for (const QCPAxisRect* rect : {m_plane, m_ranks}) {
    for (const auto type : {QCPAxis::atTop, QCPAxis::atRight}) {
      axisOf(*rect, type).setTickLabels(false);
      axisOf(*rect, type).setTicks(false);
    }
  }
  for (QCPItemPosition* corner : {m_circle->topLeft, m_circle->bottomRight}) {
    corner->setAxes(m_plane->axis(QCPAxis::atBottom), m_plane->axis(QCPAxis::atLeft));
  }
  m_circle->topLeft->setCoords(-1, 1);
  m_circle->bottomRight->setCoords(1, -1);
  m_circle->setClipAxisRect(m_plane);
}

void SpectrumAxes::setTheme(const Theme& theme) {
  m_theme = theme;
  for (QCPAxisRect* rect : {m_plane, m_ranks}) {
    for (QCPAxis* axis : rect->axes()) {
      dressAxis(*axis, theme);
    }
  }
  m_circle->setPen(QPen(theme.mutedText, theme.lineWidth));
}

void SpectrumAxes::setVisible(bool visible) {
  for (QCPAxisRect* rect : {m_plane, m_ranks}) {
    rect->setVisible(visible);
    for (QCPAxis* axis : rect->axes()) {
      axis->setVisible(visible);
      axis->grid()->setVisible(visible && (axis->axisType() == QCPAxis::atBottom ||
                                           axis->axisType() == QCPAxis::atLeft));
    }
  }
  m_circle->setVisible(visible);
}

void SpectrumAxes::draw(const SpectrumStudy& study) {
  m_largest = 1;
  m_sigma = 1;
  const Analysis& analysis = study.analysis;
  std::size_t ranks = 0;
  if (analysis.recurrent) {
    drawSpectrum(*analysis.recurrent, QStringLiteral("W"), m_theme.float64, false);
    ranks = analysis.recurrent->singularValues.size();
  }
  if (study.step) {
    drawSpectrum(*study.step, QStringLiteral("J"), m_theme.float32, true);
    ranks = std::max(ranks, study.step->singularValues.size());
  }
  const double gamma = analysis.criteria ? analysis.criteria->gamma : 1;
  auto* limit = new QCPGraph(m_ranks->axis(QCPAxis::atBottom), m_ranks->axis(QCPAxis::atLeft));
  limit->setObjectName(QStringLiteral("limit"));
  limit->setName(analysis.criteria ? SpectrumPlot::tr("1/γ") : SpectrumPlot::tr("1"));
  limit->setPen(QPen(m_theme.mutedText, m_theme.lineWidth, Qt::DashLine));
  limit->addData(0, 1 / gamma);
  limit->addData(static_cast<double>(ranks) + 1, 1 / gamma);
  m_sigma = std::max(m_sigma, 1 / gamma);
  axisOf(*m_ranks, QCPAxis::atBottom).setRange(0.5, static_cast<double>(ranks) + 0.5);
  axisOf(*m_ranks, QCPAxis::atLeft).setRange(0, 1.08 * m_sigma);
}

void SpectrumAxes::drawSpectrum(const Spectrum& spectrum, const QString& id, const QColor& color,
                                bool filled) {
  const double size = std::max(3.0, m_theme.markerSize * (filled ? 0.5 : 0.9));
  const QCPScatterStyle style(filled ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssCircle,
                              QPen(color, std::max(1.0, m_theme.lineWidth / 1.5)),
                              filled ? QBrush(color) : QBrush(Qt::NoBrush), size);
  const auto dotsIn = [&](const QCPAxisRect& rect, const QString& name) {
    QCPGraph* dots = addDotGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    dots->setObjectName(name + id);
    dots->setLineStyle(QCPGraph::lsNone);
    dots->setScatterStyle(style);
    return dots;
  };
  QCPGraph* points = dotsIn(*m_plane, QStringLiteral("eigenvalues"));
  for (const std::complex<double>& value : spectrum.eigenvalues) {
    points->addData(value.real(), value.imag());
    m_largest = std::max(m_largest, std::abs(value));
  }
  QCPGraph* ranks = dotsIn(*m_ranks, QStringLiteral("singularValues"));
  ranks->removeFromLegend();
  for (std::size_t k = 0; k < spectrum.singularValues.size(); ++k) {
    ranks->addData(static_cast<double>(k) + 1, spectrum.singularValues[k]);
    m_sigma = std::max(m_sigma, spectrum.singularValues[k]);
  }
}

void SpectrumAxes::fit() {
  beginInFull();
  layOutAgain(m_plot);
  labelAxes();
  layOutAgain(m_plot);
  keepCircleRound();
}

/// What there is room for depends on what stands there: from the same beginning a picture that is
/// drawn again comes out the same.
void SpectrumAxes::beginInFull() {
  const double half = 1.1 * m_largest;
  for (const auto type : {QCPAxis::atBottom, QCPAxis::atLeft}) {
    axisOf(*m_plane, type).setRange(-half, half);
    for (const QCPAxisRect* rect : {m_plane, m_ranks}) {
      axisOf(*rect, type).setLabelFont(m_theme.font);
      axisOf(*rect, type).ticker()->setTickCount(mostTicks);
    }
  }
  const AxisLabels labels;
  axisOf(*m_plane, QCPAxis::atBottom).setLabel(labels.real.whole);
  axisOf(*m_ranks, QCPAxis::atBottom).setLabel(labels.rank.whole);
  axisOf(*m_plane, QCPAxis::atLeft).setLabel(labels.imaginary.whole);
  axisOf(*m_ranks, QCPAxis::atLeft).setLabel(labels.singularValue.whole);
}

void SpectrumAxes::labelAxes() {
  const QFontMetrics metrics(m_theme.font);
  const int line = std::max(1, metrics.height());
  QCPAxis& real = axisOf(*m_plane, QCPAxis::atBottom);
  QCPAxis& rank = axisOf(*m_ranks, QCPAxis::atBottom);
  const AxisLabels labels;
  labelLevelAxis(real, labels.real, m_theme.font);
  labelLevelAxis(rank, labels.rank, m_theme.font);
  fitAxisLabel(axisOf(*m_plane, QCPAxis::atLeft), labels.imaginary, m_theme.font);
  fitAxisLabel(axisOf(*m_ranks, QCPAxis::atLeft), labels.singularValue, m_theme.font);
  for (const QCPAxisRect* rect : {m_plane, m_ranks}) {
    const int up = std::clamp(rect->height() / (2 * line), 2, mostTicks);
    axisOf(*rect, QCPAxis::atLeft).ticker()->setTickCount(up);
  }
  const int numberWidth = metrics.horizontalAdvance(QStringLiteral("-0,5"));
  real.ticker()->setTickCount(std::clamp(m_plane->width() / (2 * numberWidth), 2, mostTicks));
  rank.ticker()->setTickCount(stepsThatFit(rank.range().upper, m_ranks->width(), metrics));
}

void SpectrumAxes::keepCircleRound() {
  fitPlane();
  // The labels of these ranges may be wider than those that the margins were measured for.
  m_plot.plotLayout()->update(QCPLayoutElement::upMargins);
  m_plot.plotLayout()->update(QCPLayoutElement::upLayout);
  fitPlane();
}

/// Gives both axes the scale at which the largest eigenvalue still fits.
void SpectrumAxes::fitPlane() {
  const QSize size = m_plane->size();
  const double half = 1.1 * m_largest;
  const double scale = 2 * half / std::max(1, std::min(size.width(), size.height()));
  axisOf(*m_plane, QCPAxis::atBottom).setRange(-scale * size.width() / 2, scale * size.width() / 2);
  axisOf(*m_plane, QCPAxis::atLeft).setRange(-scale * size.height() / 2, scale * size.height() / 2);
  m_plane->update(QCPLayoutElement::upPreparation); // the ticks were those of the former range
}

} // namespace backflow
