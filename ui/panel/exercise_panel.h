// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/exercise_book.h"
#include "ui/panel/asked_experiment.h"
#include "ui/panel/calculator_kind.h"
#include "ui/plot/plot_view.h"
#include "ui/state/exercise_progress.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QToolButton;

namespace backflow {

class ChoiceBox;
class ExercisePage;

/// The exercise book: predict, run, explain. What an experiment measured is read live off the
/// traces and trainings that the window shows.
class ExercisePanel : public QWidget {
  Q_OBJECT

 public:
  /// What is wrong with the book is told in place of it.
  ExercisePanel(BookOrProblems book, std::unique_ptr<QSettings> settings,
                QWidget* parent = nullptr);

  void showTrace(std::shared_ptr<const Trace> trace);
  void showInfluence(std::shared_ptr<const InfluenceStudy> influence);
  void showTrainings(const Trainings& trainings);
  /// By its number in the sheet; any other changes nothing.
  void openExercise(int number);
  int openedExercise() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// A shipped scenario is to be opened and a view of it brought forward; without a name only that.
  void experimentWished(const QString& scenarioName, backflow::ViewKind view, bool startTraining);
  void calculatorWished(backflow::CalculatorKind kind);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QLayout* makeBar();
  const Exercise& exercise() const { return m_book[m_open]; }
  void showExercise(std::size_t index);
  /// Builds the page anew, for another exercise or language.
  void makePage();
  void putUnderBar(QWidget* widget);
  void run();
  void runExperiment(int index);
  /// Replies to the answers and opens the explanation.
  void conclude();
  void startOver();
  void measureNow();
  void recolour();
  void showNames();

  std::vector<Exercise> m_book;
  std::vector<FieldProblem> m_problems;
  ExerciseProgress m_progress;
  std::size_t m_open = 0;
  AskedExperiment m_asked; ///< of the exercise that is open

  QToolButton* m_previous;
  QToolButton* m_next;
  ChoiceBox* m_chooser;
  QLabel* m_done;
  ExercisePage* m_page = nullptr;
  bool m_isRecolouring = false;
};

} // namespace backflow
