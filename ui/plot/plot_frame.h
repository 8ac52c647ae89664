// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/plot/time_stretch.h"

#include <QSharedPointer>
#include <QString>

#include <utility>
#include <vector>

class QCPAbstractPlottable;
class QCPAxisTicker;
class QCPLayoutElement;
class QCPLayoutGrid;
class QCPTextElement;
class QCustomPlot;

namespace backflow {

struct LegendFit;

/// Another plot of the same window names the curve too: where a low plot's legend would take
/// several lines, it goes without that entry.
void nameElsewhereToo(QCPAbstractPlottable& curve);

/// What stands around the curves of a plot over time: title and legend, the settings in pictures
/// that leave the window, and the axes: t below, steps back above, decades on the left.
class PlotFrame {
 public:
  explicit PlotFrame(QCustomPlot& plot);

  void setTheme(const Theme& theme);
  void setTitle(const QString& title);
  /// The first of these that leaves the end of the line its room; the last one cut if none does.
  void setTitles(const QStringList& shorterAndShorter);
  /// What stands at the right end of the title's line.
  void setHeaderEnd(QCPLayoutElement* element);
  /// Settings under the title, the parts of which " · " stands between.
  void setCaption(const QString& caption);
  /// What the vertical axis measures: in smaller type or not at all where the axis is too short.
  void setValueLabel(const QString& label);
  /// The upper axis: with numbers and its label, or only a line.
  void setStepsBackLabel(const QString& label);
  void setRanges(int horizon, double lowest, double highest);
  /// Numbers on the vertical axis.
  void setHeightsNamed(bool named);
  /// The part of the time axes that is in sight, after setRanges() all of it.
  void setTimeStretch(const TimeStretch& stretch, int horizon);

  /// What the legend calls a curve where the whole name would cost it a line.
  void setBriefName(const QString& whole, const QString& brief);
  /// Another plot of the same window has the same legend: a low one goes without.
  void setLegendOptional(bool optional) { m_isLegendOptional = optional; }

  /// Breaks legend and caption into as many lines as the plot's width asks for.
  void fitWidth();
  /// As many decades and steps are labelled as there is room for, and what the decades measure; to
  /// be called after the layout.
  void fitAxes();

 private:
  void fitTitle();
  bool fitTicks();
  /// False before the first layout, which knows no height.
  bool isLowerThan(int lines) const;
  void fitUpperLabel();
  void placeLegend(bool besideTitle);
  void arrangeLegend(const LegendFit& fit);
  void takeLegendAway();
  const QString& legendName(const QString& name, bool brief) const;
  /// Of what the legend names, with or without what is named elsewhere too.
  std::vector<int> entryWidths(bool brief, bool whole) const;
  void setLegendWhole(bool whole);

  QCustomPlot& m_plot;
  Theme m_theme;
  /// Of the time axes: whose axis measures something else has a ticker of its own.
  QSharedPointer<QCPAxisTicker> m_steps;
  QSharedPointer<QCPAxisTicker> m_stepsBack;
  QString m_captionText;
  QString m_valueLabel;
  QString m_stepsBackLabel;
  enum class LegendPlace { None, BesideTitle, UnderTitle };
  LegendPlace m_legendPlace = LegendPlace::BesideTitle;
  bool m_isLegendOptional = false;
  std::pair<QString, QString> m_briefName; ///< after the whole one
  QCPLayoutGrid* m_header;
  QCPTextElement* m_title;
  QStringList m_titles;
  QCPLayoutElement* m_headerEnd = nullptr;
  QCPTextElement* m_caption = nullptr;
};

} // namespace backflow
