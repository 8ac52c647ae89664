// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace backflow {

/// One line of small type whose space is always kept: a note, or in its place what is wrong. A note
/// that is too long is said in fewer words, and in fewer still; what is too long even then ends in
/// an ellipsis. The
/// tooltip has all of it.
class CaptionLine : public QWidget {
  Q_OBJECT

 public:
  explicit CaptionLine(QWidget* parent = nullptr);

  void setNote(const QString& note, const QString& brief = {}, const QString& least = {});
  void setProblem(const QString& problem);

  /// What stands there now.
  const QString& text() const { return m_problem.isEmpty() ? m_note : m_problem; }
  /// As much of it as there is width for.
  QString shownText() const;
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
  QString m_brief;
  QString m_least;
  QString m_problem;
};

} // namespace backflow
