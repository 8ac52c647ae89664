// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/exercise_book.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace backflow {

class AnswerEditor;

/// One exercise: the question and its answers, what was measured and the explanation scroll above
/// what runs it, which stays where it is. It shows what it is told and says what is wished.
class ExercisePage : public QWidget {
  Q_OBJECT

 public:
  /// `exercise` has to outlive it.
  explicit ExercisePage(const Exercise& exercise, QWidget* parent = nullptr);

  QStringList answers() const;
  void setAnswers(const QStringList& answers);
  /// Whether there is a prediction for every part.
  bool isAnswered() const;
  /// Shows the replies to the answers.
  void judge();
  void setExplained(bool explained);
  bool isExplained() const { return m_isExplained; }
  void setStartOverShown(bool shown);
  /// The experiment that is running or was run last; −1 for none.
  void setCurrentExperiment(int experiment);
  /// What was measured, and in small type what has to be said of it. Empty: nothing yet.
  void showMeasured(const QString& words, const QString& note);
  /// Scrolls there once the page has taken its new height.
  void bringMeasuredIntoSight();
  /// How far it is scrolled down, in pixels.
  int scrolledTo() const;
  void scrollTo(int place);

 signals:
  void answersEdited();
  /// An answer that needs no more typing.
  void chosen();
  /// The main button: the first experiment, or the calculator.
  void runWished();
  void experimentWished(int experiment);
  void explanationWished();
  void startOverWished();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void addContent(QVBoxLayout& column);
  void addParts(QVBoxLayout& column);
  void showLinks();
  QString explanationHtml() const;

  const Exercise& m_exercise;
  bool m_isExplained = false;
  int m_current = -1;
  std::vector<AnswerEditor*> m_parts;
  QScrollArea* m_scroll;
  QPushButton* m_run;
  QPushButton* m_reveal;
  QPushButton* m_startOver;
  QWidget* m_answerArea;
  QLabel* m_measured;
  QLabel* m_note;
  QLabel* m_links;
  QLabel* m_explanation;
};

} // namespace backflow
