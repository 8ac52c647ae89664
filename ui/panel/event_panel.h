// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/plot/theme.h"

#include <QWidget>

#include <memory>

class QListWidget;

namespace backflow {

class WordsLabel;

/// What happened: one sentence on the whole run, then what it says to a belief that it contradicts,
/// then every event with its cause. A click on one asks for its time step.
class EventPanel : public QWidget {
  Q_OBJECT

 public:
  explicit EventPanel(QWidget* parent = nullptr);

  void showTrace(std::shared_ptr<const Trace> trace);
  void setTheme(const Theme& theme);

 signals:
  void timePointed(int t);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  void listMisconceptions();
  void layOutItems();
  /// Whether the summary would leave the events too little: then it is the head of what scrolls.
  bool summaryScrolls() const;

  std::shared_ptr<const Trace> m_trace;
  Theme m_theme;
  WordsLabel* m_summary;
  QListWidget* m_list;
  bool m_summaryScrolls = false;
};

} // namespace backflow
