// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace backflow {

/// One line of small type whose space is always kept: a note, or in its place what is wrong. Text
/// that is too long ends in an ellipsis and is whole in the tooltip.
class CaptionLine : public QWidget {
  Q_OBJECT

 public:
  explicit CaptionLine(QWidget* parent = nullptr);

  void setNote(const QString& note);
  void setProblem(const QString& problem);

  /// What stands there now.
  const QString& text() const { return m_problem.isEmpty() ? m_note : m_problem; }
  bool showsProblem() const { return !m_problem.isEmpty(); }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showText();
  void updateToolTip();

  QString m_note;
  QString m_problem;
};

} // namespace backflow
