// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

#include <functional>

namespace backflow {

/// Words over a plot while what it will show is being computed, and whether it shows what was until
/// then.
class BusyNote : public QWidget {
  Q_OBJECT

 public:
  /// `isOutdated`: whether the plot shows other settings than those that are chosen.
  BusyNote(QWidget* plot, std::function<bool()> isOutdated);

  /// Only what takes long is worth a word; a flicker at every move of a slider is not.
  void setBusy(bool busy);
  /// The settings have changed, or what the plot shows.
  void reword();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();

  /// Shown and hidden within this widget, which has no layout: in the plot's they would have the
  /// whole window laid out anew.
  QLabel* m_words;
  std::function<bool()> m_isOutdated;
  QTimer m_delay;
};

} // namespace backflow
