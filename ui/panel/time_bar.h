// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSlider;
class QToolButton;

namespace backflow {

/// The time cursor that all plots have in common, with the values at it.
class TimeBar : public QWidget {
  Q_OBJECT

 public:
  explicit TimeBar(QWidget* parent = nullptr);

  void showTrace(std::shared_ptr<const Trace> trace);
  int time() const;
  void setTime(int t);

 signals:
  void timeChanged(int t);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();

  std::shared_ptr<const Trace> m_trace;
  QLabel* m_name;
  QToolButton* m_back;
  QToolButton* m_forth;
  QSlider* m_slider;
  QLabel* m_reading;
};

} // namespace backflow
