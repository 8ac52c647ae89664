// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_frame.h"

#include "ui/plot/axis_label.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/text_breaking.h"

#include <qcustomplot.h>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

constexpr int sideMargin = 8;
constexpr double noStretch = 0.001;
constexpr int mostTicks = 5;

} // namespace

TrainingFrame::TrainingFrame(QCustomPlot& plot)
    : m_plot(plot), m_losses(plot.axisRect()), m_norms(new QCPAxisRect(&plot)),
      m_header(new QCPLayoutGrid), m_title(new QCPTextElement(&plot)),
      m_caption(new QCPTextElement(&plot)) {
  arrange();
}

void TrainingFrame::arrange() {
  QCPLayoutGrid* rows = m_plot.plotLayout();
  QCPLegend* legend = m_plot.legend;
  legend->setVisible(true);
  legend->setBorderPen(Qt::NoPen);
  legend->setBrush(Qt::NoBrush);
  legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
  m_losses->insetLayout()->take(legend);
  rows->take(m_losses);
  rows->simplify();
  for (QCPTextElement* text : {m_title, m_caption}) {
    text->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    text->setMargins({sideMargin, 2, sideMargin, 0});
  }
  rows->addElement(0, 0, m_header);
  rows->addElement(1, 0, m_losses);
  rows->addElement(2, 0, m_norms);
  rows->setRowStretchFactor(0, noStretch);
  rows->setRowSpacing(0);
  m_header->addElement(0, 0, m_title);
  m_header->addElement(1, 0, m_caption);
  m_header->addElement(2, 0, legend);
  m_header->setRowSpacing(0);
  auto* sides = new QCPMarginGroup(&m_plot);
  for (QCPAxisRect* rect : {m_losses, m_norms}) {
    rect->setupFullAxesBox(true);
    rect->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    rect->setMinimumMargins({0, 6, sideMargin, 0});
    rect->axis(QCPAxis::atLeft)->setTicker(magnitudeTicker());
    for (QCPAxis* axis : rect->axes()) {
      axis->setLayer(QStringLiteral("axes"));
      axis->grid()->setLayer(QStringLiteral("grid"));
    }
    rect->axis(QCPAxis::atTop)->setTicks(false);
    rect->axis(QCPAxis::atTop)->setTickLabels(false);
  }
  m_losses->axis(QCPAxis::atBottom)->setTickLabels(false);
  for (QCPAxisRect* rect : {m_losses, m_norms}) {
    rect->axis(QCPAxis::atBottom)->setTicker(stepTicker());
  }
}

void TrainingFrame::setTheme(const Theme& theme) {
  m_theme = theme;
  m_plot.setBackground(theme.background);
  for (QCPAxisRect* rect : {m_losses, m_norms}) {
    for (QCPAxis* axis : rect->axes()) {
      dressAxis(*axis, theme);
    }
  }
  m_title->setFont(theme.titleFont());
  m_title->setTextColor(theme.text);
  m_caption->setFont(theme.smallFont());
  m_caption->setTextColor(theme.mutedText);
  m_plot.legend->setFont(theme.font);
  m_plot.legend->setTextColor(theme.text);
}

void TrainingFrame::setPlotsShown(bool shown) {
  for (QCPAxisRect* rect : {m_losses, m_norms}) {
    rect->setVisible(shown);
    for (QCPAxis* axis : rect->axes()) {
      axis->setVisible(shown);
      axis->grid()->setVisible(
          shown && (axis->axisType() == QCPAxis::atBottom || axis->axisType() == QCPAxis::atLeft));
    }
  }
  m_plot.legend->setVisible(shown);
}

void TrainingFrame::setTitle(const QString& title, const QString& caption) {
  m_titleText = title;
  m_captionText = caption;
}

/// Even an element that is not visible would take its room.
void TrainingFrame::setTitleShown(bool shown) {
  if (std::exchange(m_titleShown, shown) == shown) {
    return;
  }
  // The lower plot has the numbers of both under it.
  m_plot.plotLayout()->setRowStretchFactor(1, shown ? 1 : 1.25);
  int row = 0;
  for (QCPTextElement* text : {m_title, m_caption}) {
    text->setVisible(shown);
    if (shown) {
      m_header->addElement(row++, 0, text);
    } else {
      m_header->take(text);
    }
  }
}

void TrainingFrame::setLabel(QCPAxis& axis, const QString& whole, const QString& brief) {
  m_labels[&axis] = {whole, brief};
  fitAxisLabel(axis, m_labels[&axis], m_theme.font);
}

bool TrainingFrame::fitTicks(QCPAxisRect& rect) const {
  const QFontMetrics metrics(m_theme.font);
  const int count = std::clamp(rect.height() / metrics.height(), 2, mostTicks);
  const QCPAxis& updates = *rect.axis(QCPAxis::atBottom);
  const int steps = stepsThatFit(updates.range().upper, rect.width(), metrics);
  bool changed = updates.ticker()->tickCount() != steps;
  updates.ticker()->setTickCount(steps);
  for (const auto side : {QCPAxis::atLeft, QCPAxis::atRight}) {
    QCPAxisTicker& ticker = *rect.axis(side)->ticker();
    changed = changed || ticker.tickCount() != count;
    ticker.setTickCount(count);
  }
  return changed;
}

void TrainingFrame::fitHeight() {
  bool changed = false;
  for (const auto& [axis, label] : m_labels) {
    changed = fitAxisLabel(*axis, label, m_theme.font) || changed;
  }
  for (QCPAxisRect* rect : {m_losses, m_norms}) {
    changed = fitTicks(*rect) || changed;
  }
  if (changed) {
    layOutAgain(m_plot);
  }
}

/// All entries in a line if they fit.
int TrainingFrame::legendColumns(int width) const {
  const QCPLegend* legend = m_plot.legend;
  int count = 0;
  int all = 0;
  for (int k = 0; k < legend->itemCount(); ++k) {
    if (const QCPAbstractLegendItem* item = legend->item(k)) { // cells may be empty
      ++count;
      all += item->minimumOuterSizeHint().width() + legend->columnSpacing();
    }
  }
  if (all <= width) {
    return std::max(1, count);
  }
  const int entry = QFontMetrics(m_theme.font).averageCharWidth() * 22;
  return std::max(1, width / std::max(1, entry));
}

void TrainingFrame::fitWidth() {
  const int width = m_plot.width() - 2 * sideMargin;
  m_title->setText(brokenAtSpaces(m_titleText, QFontMetrics(m_theme.titleFont()), width));
  m_caption->setText(brokenAtDots(m_captionText, QFontMetrics(m_theme.smallFont()), width));
  m_plot.legend->setWrap(legendColumns(width));
  m_plot.legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
}

} // namespace backflow
