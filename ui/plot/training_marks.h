// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/plot/training_picture.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

class QCPAbstractItem;
class QCPAxisRect;
class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace backflow {

/// All in a plot of trainings that is not a curve: where settings changed, where a training died,
/// and the loss of a plain guess.
class TrainingMarks {
  Q_DECLARE_TR_FUNCTIONS(TrainingMarks)

 public:
  /// The plot of the losses stands above that of the gradient's norms.
  TrainingMarks(QCustomPlot& plot, QCPAxisRect* losses, QCPAxisRect* norms);

  /// Removes all of them. Those to come are for axes that end at `lastUpdate`.
  void restart(const Theme& theme, double lastUpdate);
  void addChange(std::size_t run, const SettingChange& change);
  /// From the last update that was made on.
  void addDeath(std::size_t run, int update);
  /// `log10`: of the plain guess's loss.
  void addBaseline(double log10);
  /// Keeps words within the plot, and puts the baseline's name where it covers least: after every
  /// layout.
  void placeWords();

 private:
  void placeBaselineName();
  QCPItemLine* addLine(QCPAxisRect* rect, double fromX, double fromY, double toX, double toY,
                       const QPen& pen, bool wholeHeight);
  /// Words that hang from the top of a plot, to the right of an update.
  void addWords(QCPAxisRect* rect, double update, double height, const QString& words,
                const QColor& color, bool toTheLeft);

  QCustomPlot& m_plot;
  QCPAxisRect* m_losses;
  QCPAxisRect* m_norms;
  Theme m_theme;
  double m_lastUpdate = 1;
  double m_lastChange = 0; ///< update of the change that has words, and their line
  int m_changeLine = 0;
  QCPItemText* m_baselineName = nullptr;
  double m_baseline = 0;             ///< log₁₀ of the loss
  std::vector<QCPItemText*> m_words; ///< of losses: the baseline's name keeps off
  std::vector<QCPAbstractItem*> m_items;
};

} // namespace backflow
