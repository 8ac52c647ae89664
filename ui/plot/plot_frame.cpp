// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_frame.h"

#include "ui/plot/axis_label.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/legend_layout.h"
#include "ui/plot/text_breaking.h"

#include <qcustomplot.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace backflow {

namespace {

/// A row or column that takes no more than it needs.
constexpr double noStretch = 0.001;
constexpr int sideMargin = 8;
constexpr int leastLinesForUpperLabel = 9;
constexpr int leastLinesForOptionalLegend = 12;
/// Of the plot's width: beside the curves stand the numbers of the vertical axis.
constexpr double largestLabelShare = 0.8;
/// The legend goes before the curves: cut, it would name none of them.
constexpr QSize leastAxisRect(50, 16);

constexpr const char* elsewhereProperty = "namedElsewhereToo";

bool isNamedElsewhere(const QCPAbstractPlottable& curve) {
  return curve.property(elsewhereProperty).toBool();
}

} // namespace

void nameElsewhereToo(QCPAbstractPlottable& curve) {
  curve.setProperty(elsewhereProperty, true);
}

PlotFrame::PlotFrame(QCustomPlot& plot)
    : m_plot(plot), m_steps(stepTicker()), m_stepsBack(stepTicker()), m_header(new QCPLayoutGrid),
      m_title(new QCPTextElement(&plot)) {
  m_title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
  m_title->setMargins({sideMargin, 2, sideMargin, 0});
  QCPLegend* legend = m_plot.legend;
  legend->setVisible(true);
  legend->setBorderPen(Qt::NoPen);
  legend->setBrush(Qt::NoBrush);
  legend->setMargins({sideMargin, 2, sideMargin, 0});
  m_plot.axisRect()->insetLayout()->take(legend);
  m_plot.axisRect()->setMinimumSize(leastAxisRect);
  m_plot.plotLayout()->insertRow(0);
  m_plot.plotLayout()->addElement(0, 0, m_header);
  m_plot.plotLayout()->setRowStretchFactor(0, noStretch);
  m_plot.plotLayout()->setRowSpacing(0);
  m_header->setRowSpacing(0);
  m_header->addElement(0, 0, m_title);
  m_header->addElement(0, 1, legend);
  // Nothing at the end takes all the room, so that title and legend stand close together.
  m_header->addElement(0, 2, new QCPLayoutElement(&m_plot));

  m_plot.xAxis->setTicker(m_steps);
  m_plot.xAxis2->setTicker(m_stepsBack);
  m_plot.yAxis->setTicker(decadeTicker());
  m_plot.xAxis2->setVisible(true);
  m_plot.xAxis2->setRangeReversed(true);
  m_plot.yAxis2->setVisible(true);
  m_plot.yAxis2->setTicks(false);
  m_plot.yAxis2->setTickLabels(false);
}

void PlotFrame::setTheme(const Theme& theme) {
  m_theme = theme;
  m_plot.setBackground(theme.background);
  for (QCPAxis* axis : {m_plot.xAxis, m_plot.xAxis2, m_plot.yAxis, m_plot.yAxis2}) {
    dressAxis(*axis, theme);
  }
  // The same left margin for every plot keeps their time axes in one line.
  const QFontMetrics metrics(theme.font);
  const int left = metrics.horizontalAdvance(QStringLiteral("10⁻³⁰⁰")) + metrics.height() + 22;
  m_plot.axisRect()->setAutoMargins(QCP::msTop | QCP::msBottom);
  m_plot.axisRect()->setMargins({left, 0, metrics.averageCharWidth() * 2, 0});
  m_title->setFont(theme.titleFont());
  m_title->setTextColor(theme.text);
  if (m_caption != nullptr) {
    m_caption->setFont(theme.smallFont());
    m_caption->setTextColor(theme.mutedText);
  }
  m_plot.legend->setFont(theme.font);
  m_plot.legend->setTextColor(theme.text);
  m_plot.legend->setIconSize(metrics.averageCharWidth() * 5, metrics.height());
}

void PlotFrame::setTitle(const QString& title) {
  setTitles({title});
}

void PlotFrame::setTitles(const QStringList& shorterAndShorter) {
  m_titles = shorterAndShorter;
  fitTitle();
}

void PlotFrame::fitTitle() {
  const QFontMetrics metrics(m_theme.titleFont());
  int room = m_plot.width() - 4 * sideMargin;
  if (m_headerEnd != nullptr) {
    const QMargins margins = m_headerEnd->margins();
    room -= m_headerEnd->minimumSize().width() + margins.left() + margins.right();
  }
  QString fitting;
  for (const QString& title : m_titles) {
    fitting = title;
    if (metrics.horizontalAdvance(title) <= room) {
      break;
    }
  }
  // In the middle: what was changed stands at the end.
  m_title->setText(metrics.elidedText(fitting, Qt::ElideMiddle, room));
}

void PlotFrame::setHeaderEnd(QCPLayoutElement* element) {
  m_headerEnd = element;
  m_header->addElement(0, m_header->columnCount(), element);
}

void PlotFrame::setCaption(const QString& caption) {
  m_captionText = caption;
  // Even an empty caption would take its line: it comes into the layout when it is wanted.
  if (!caption.isEmpty() && m_caption == nullptr) {
    m_caption = new QCPTextElement(&m_plot);
    m_caption->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_caption->setMargins({sideMargin, 0, sideMargin, 2});
    m_plot.plotLayout()->insertRow(1);
    m_plot.plotLayout()->addElement(1, 0, m_caption);
    m_plot.plotLayout()->setRowStretchFactor(1, noStretch);
    setTheme(m_theme);
  }
}

void PlotFrame::setStepsBackLabel(const QString& label) {
  m_stepsBackLabel = label;
  m_plot.xAxis2->setTickLabels(!label.isEmpty());
  fitUpperLabel();
}

bool PlotFrame::isLowerThan(int lines) const {
  const bool isLaidOut = m_plot.height() > m_plot.minimumHeight();
  return isLaidOut && m_plot.height() < lines * QFontMetrics(m_theme.font).height();
}

/// Its numbers say enough where the curves need the height.
void PlotFrame::fitUpperLabel() {
  const bool isLaidOut = m_plot.height() > m_plot.minimumHeight();
  const int width = QFontMetrics(m_theme.font).horizontalAdvance(m_stepsBackLabel);
  const bool isNarrow = isLaidOut && width > largestLabelShare * m_plot.width();
  const QString label =
      isNarrow ? m_stepsBackLabel.section(QStringLiteral(", "), -1) : m_stepsBackLabel;
  m_plot.xAxis2->setLabel(isLowerThan(leastLinesForUpperLabel) ? QString() : label);
}

void PlotFrame::setValueLabel(const QString& label) {
  m_valueLabel = label;
  m_plot.yAxis->setLabel(label);
}

void PlotFrame::setRanges(int horizon, double lowest, double highest) {
  setTimeStretch(wholeStretch(horizon), horizon);
  m_plot.yAxis->setRange(lowest, highest);
}

void PlotFrame::setHeightsNamed(bool named) {
  m_plot.yAxis->setTickLabels(named);
}

void PlotFrame::setTimeStretch(const TimeStretch& stretch, int horizon) {
  m_plot.xAxis->setRange(stretch.first, stretch.last);
  m_plot.xAxis2->setRange(horizon - stretch.last, horizon - stretch.first);
}

void PlotFrame::fitWidth() {
  fitTitle();
  const int width = m_plot.width() - 2 * sideMargin;
  const int title =
      QFontMetrics(m_theme.titleFont()).horizontalAdvance(m_title->text()) + 3 * sideMargin;
  const auto fitOf = [&](bool brief, bool whole) {
    return fitLegend(entryWidths(brief, whole), width - title, width);
  };
  const bool isWhole = fitOf(true, true).lines <= 1 || !isLowerThan(leastLinesForOptionalLegend);
  setLegendWhole(isWhole);
  const LegendFit inFull = fitOf(false, isWhole);
  const LegendFit brief = fitOf(true, isWhole);
  const bool isBrief = brief.lines < inFull.lines;
  const LegendFit& fit = isBrief ? brief : inFull;
  if (m_isLegendOptional && !fit.isBeside && isLowerThan(leastLinesForOptionalLegend)) {
    takeLegendAway();
  } else {
    for (int k = 0; k < m_plot.plottableCount(); ++k) {
      QCPAbstractPlottable* plottable = m_plot.plottable(k);
      plottable->setName(legendName(plottable->name(), isBrief));
    }
    placeLegend(fit.isBeside);
    arrangeLegend(fit);
    const bool inOneLine = !fit.isBeside || fit.lines <= 1;
    const Qt::Alignment alignment = Qt::AlignLeft | (inOneLine ? Qt::AlignVCenter : Qt::AlignTop);
    m_title->setTextFlags(static_cast<int>(alignment));
  }
  fitUpperLabel();
  if (m_caption != nullptr) {
    m_caption->setText(brokenAtDots(m_captionText, QFontMetrics(m_theme.smallFont()), width));
  }
}

void PlotFrame::setBriefName(const QString& whole, const QString& brief) {
  m_briefName = {whole, brief};
}

const QString& PlotFrame::legendName(const QString& name, bool brief) const {
  const auto& [whole, shortened] = m_briefName;
  return name != whole && name != shortened ? name : brief ? shortened : whole;
}

std::vector<int> PlotFrame::entryWidths(bool brief, bool whole) const {
  const QCPLegend* legend = m_plot.legend;
  std::vector<int> widths;
  const auto add = [&](const QCPAbstractPlottable& curve) {
    widths.push_back(legendEntryWidth(*legend, m_theme.font, legendName(curve.name(), brief)));
  };
  for (int k = 0; k < legend->itemCount(); ++k) {
    auto* item = qobject_cast<QCPPlottableLegendItem*>(legend->item(k));
    if (item != nullptr && (whole || !isNamedElsewhere(*item->plottable()))) {
      add(*item->plottable());
    }
  }
  for (int k = 0; whole && k < m_plot.plottableCount(); ++k) {
    const QCPAbstractPlottable& curve = *m_plot.plottable(k);
    if (isNamedElsewhere(curve) && !legend->hasItemWithPlottable(&curve)) {
      add(curve);
    }
  }
  return widths;
}

void PlotFrame::setLegendWhole(bool whole) {
  for (int k = 0; k < m_plot.plottableCount(); ++k) {
    QCPAbstractPlottable* curve = m_plot.plottable(k);
    const bool isThere = m_plot.legend->hasItemWithPlottable(curve);
    if (!isNamedElsewhere(*curve) || isThere == whole) {
      continue;
    }
    if (whole) {
      curve->addToLegend();
    } else {
      curve->removeFromLegend();
    }
  }
}

void PlotFrame::takeLegendAway() {
  if (std::exchange(m_legendPlace, LegendPlace::None) != LegendPlace::None) {
    m_header->take(m_plot.legend);
    m_plot.legend->setVisible(false);
  }
}

void PlotFrame::placeLegend(bool besideTitle) {
  QCPLegend* legend = m_plot.legend;
  const LegendPlace place = besideTitle ? LegendPlace::BesideTitle : LegendPlace::UnderTitle;
  const LegendPlace before = std::exchange(m_legendPlace, place);
  if (before != place) {
    if (before != LegendPlace::None) {
      m_header->take(legend);
    } else {
      legend->setVisible(true);
    }
    m_header->addElement(besideTitle ? 0 : 1, besideTitle ? 1 : 0, legend);
  }
  m_header->setColumnStretchFactor(0, noStretch);
  m_header->setColumnStretchFactor(1, noStretch);
}

void PlotFrame::arrangeLegend(const LegendFit& fit) {
  QCPLegend* legend = m_plot.legend;
  arrangeEntries(*legend, fit);
  // Under a title that is longer, the entries stay together.
  for (int column = 0; column < legend->columnCount(); ++column) {
    legend->setColumnStretchFactor(column, column + 1 == legend->columnCount() ? 1 : noStretch);
  }
}

/// True if there are others than before.
bool PlotFrame::fitTicks() {
  const QFontMetrics metrics(m_theme.font);
  const QRect area = m_plot.axisRect()->rect();
  const int line = std::max(1, metrics.height());
  const int leastDecades = std::clamp(area.height() / (2 * line), 1, 3);
  const int decades = std::clamp(10 * area.height() / (17 * line), leastDecades, 8);
  const int steps = stepsThatFit(m_plot.xAxis->range().upper, area.width(), metrics);
  bool changed = false;
  for (const auto& [ticker, count] : {std::pair(m_plot.yAxis->ticker(), decades),
                                      std::pair(m_steps, steps), std::pair(m_stepsBack, steps)}) {
    changed |= ticker->tickCount() != count;
    ticker->setTickCount(count);
  }
  return changed;
}

void PlotFrame::fitAxes() {
  // Who labels the axis without this frame keeps that label.
  const bool hasOtherLabel =
      !m_valueLabel.isEmpty() && fitAxisLabel(*m_plot.yAxis, {m_valueLabel, {}}, m_theme.font);
  if (fitTicks() || hasOtherLabel) {
    layOutAgain(m_plot);
  }
}

} // namespace backflow
