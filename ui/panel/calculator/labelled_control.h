// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace backflow {

/// A control with its label before it, as one word of a line.
class LabelledControl : public QWidget {
  Q_OBJECT

 public:
  explicit LabelledControl(QWidget* control, QWidget* parent = nullptr);

  /// Names the control for all who read it; `help` is its tooltip.
  void setWords(const QString& label, const QString& help);

 private:
  QLabel* m_label;
  QWidget* m_control;
};

} // namespace backflow
