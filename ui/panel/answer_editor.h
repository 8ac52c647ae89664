// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/exercise_book.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace backflow {

/// A label for text that wraps at whatever width it is given.
QLabel* wrappedLabel(const QString& name);

/// One part of a question: choices, or a field for a number, and what is said to the answer.
class AnswerEditor : public QWidget {
  Q_OBJECT

 public:
  /// `part` has to outlive it; `name` is what its controls' names begin with.
  AnswerEditor(const QuestionPart& part, const QString& name, QWidget* parent = nullptr);

  /// The number of the choice from 1, or the number as it was typed; empty for none.
  QString answer() const;
  /// Whether there is an answer that can be right or wrong.
  bool isAnswered() const;
  void setAnswer(const QString& answer);
  /// Says what is right or wrong about the answer, or that there is none.
  void judge();
  void clearJudgement();

 signals:
  void answerEdited();
  /// One of the choices was clicked: an answer that is whole.
  void chosen();
  /// Return was pressed in the number's field.
  void entered();

 private:
  void addChoices(QVBoxLayout& column, const QString& name);
  void addField(QVBoxLayout& column, const QString& name);
  void tell(const QString& words, bool isRight);
  void showReply(const QString& reply);

  const QuestionPart& m_part;
  std::vector<QRadioButton*> m_choices;
  QLineEdit* m_field = nullptr;
  QLabel* m_reply;
};

} // namespace backflow
