// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

namespace backflow {

/// Words over a plot while what it will show is being computed: until then it shows what was.
class BusyNote : public QWidget {
  Q_OBJECT

 public:
  explicit BusyNote(QWidget* plot);

  /// Only what takes long is worth a word; a flicker at every move of a slider is not.
  void setBusy(bool busy);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void place();

  /// Shown and hidden within this widget, which has no layout: in the plot's they would have the
  /// whole window laid out anew.
  QLabel* m_words;
  QTimer m_delay;
};

} // namespace backflow
