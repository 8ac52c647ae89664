// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

#include <functional>

namespace backflow {

/// Words over a plot while what it will show is being computed, or where that cannot be computed,
/// and whether it shows what was before.
class BusyNote : public QWidget {
  Q_OBJECT

 public:
  /// `isOutdated`: whether the plot shows other settings than those that are chosen.
  BusyNote(QWidget* plot, std::function<bool()> isOutdated);

  /// Only what takes long is worth a word; a flicker at every move of a slider is not.
  void setBusy(bool busy);
  /// What was chosen cannot be computed, until something else is shown.
  void setFailed();
  /// The settings have changed.
  void reword();
  /// The plot shows something else.
  void takePicture();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QString words() const;
  void place();

  /// Shown and hidden within this widget, which has no layout: in the plot's they would have the
  /// whole window laid out anew.
  QLabel* m_words;
  std::function<bool()> m_isOutdated;
  bool m_takesLong = false;
  bool m_hasFailed = false;
  QTimer m_delay;
};

} // namespace backflow
