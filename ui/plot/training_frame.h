// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

#include <QString>

class QCPAxisRect;
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
  /// Breaks title, caption and legend into as many lines as the plot's width asks for.
  void fitWidth();

 private:
  void arrange();

  QCustomPlot& m_plot;
  QCPAxisRect* m_losses;
  QCPAxisRect* m_norms;
  QCPTextElement* m_title;
  QCPTextElement* m_caption;
  QString m_titleText;
  QString m_captionText;
  Theme m_theme;
};

} // namespace backflow
