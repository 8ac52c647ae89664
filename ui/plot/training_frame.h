// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/axis_label.h"
#include "ui/plot/theme.h"

#include <QString>

#include <map>

class QCPAxis;
class QCPAxisRect;
class QCPLayoutGrid;
class QCPTextElement;
class QCustomPlot;

namespace backflow {

/// What stands around the curves of trainings: title, caption and legend, and under them the plots
/// of the losses and of the gradient's norms, with their axes of updates one above the other.
class TrainingFrame {
 public:
  explicit TrainingFrame(QCustomPlot& plot);

  QCPAxisRect* losses() const { return m_losses; }
  QCPAxisRect* norms() const { return m_norms; }

  void setTheme(const Theme& theme);
  /// Hides all but title and caption, or brings it back.
  void setPlotsShown(bool shown);
  /// `caption` has parts which " · " stands between.
  void setTitle(const QString& title, const QString& caption);
  /// Title and caption: whoever knows what is shown needs only the legend.
  void setTitleShown(bool shown);
  /// What an axis at a side measures, in brief where the axis is too short for all of it.
  void setLabel(QCPAxis& axis, const QString& whole, const QString& brief);
  /// Breaks title, caption and legend into as many lines as the plot's width asks for.
  void fitWidth();
  /// As many values are labelled as there is height for, and what they measure; to be called after
  /// the layout.
  void fitHeight();

 private:
  void arrange();
  int legendColumns(int width) const;
  bool fitTicks(QCPAxisRect& rect) const;

  QCustomPlot& m_plot;
  QCPAxisRect* m_losses;
  QCPAxisRect* m_norms;
  QCPLayoutGrid* m_header;
  QCPTextElement* m_title;
  QCPTextElement* m_caption;
  QString m_titleText;
  QString m_captionText;
  std::map<QCPAxis*, AxisLabel> m_labels;
  bool m_titleShown = true;
  Theme m_theme;
};

} // namespace backflow
