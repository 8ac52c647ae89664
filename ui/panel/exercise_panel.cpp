// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/exercise_panel.h"

#include "ui/panel/answer_editor.h"
#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/exercise_page.h"
#include "ui/text/exercise_text.h"
#include "ui/text/problem_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

ViewKind viewOf(ExerciseView view) {
  switch (view) {
  case ExerciseView::GradientFlow:
    break;
  case ExerciseView::States:
    return ViewKind::States;
  case ExerciseView::Units:
    return ViewKind::Units;
  case ExerciseView::Gates:
    return ViewKind::Gates;
  case ExerciseView::Attention:
    return ViewKind::Attention;
  case ExerciseView::Influence:
    return ViewKind::Influence;
  case ExerciseView::Spectrum:
    return ViewKind::Spectrum;
  case ExerciseView::Training:
    return ViewKind::Training;
  case ExerciseView::Cliff:
    return ViewKind::Cliff;
  }
  return ViewKind::GradientFlow;
}

} // namespace

ExercisePanel::ExercisePanel(BookOrProblems book, std::unique_ptr<QSettings> settings,
                             QWidget* parent)
    : QWidget(parent), m_progress(std::move(settings)), m_previous(new QToolButton),
      m_next(new QToolButton), m_chooser(new ChoiceBox(QStringLiteral("exerciseChooser"))),
      m_done(new QLabel) {
  if (auto* exercises = std::get_if<std::vector<Exercise>>(&book)) {
    m_book = std::move(*exercises);
  } else {
    m_problems = std::get<std::vector<FieldProblem>>(std::move(book));
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, wideGap, 0, 0);
  column->setSpacing(smallGap);
  column->addLayout(makeBar());
  column->addStretch(1);
  showNames();
  makePage();
}

QLayout* ExercisePanel::makeBar() {
  const auto arrow = [this](QToolButton* button, const char* name, Qt::ArrowType type, int by) {
    button->setObjectName(QString::fromLatin1(name));
    button->setArrowType(type);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this,
            [this, by] { showExercise(m_open + static_cast<std::size_t>(by)); });
  };
  arrow(m_previous, "previousExercise", Qt::LeftArrow, -1);
  arrow(m_next, "nextExercise", Qt::RightArrow, 1);
  m_done->setObjectName(QStringLiteral("exercisesDone"));
  m_done->setForegroundRole(QPalette::WindowText);
  connect(m_chooser, &ChoiceBox::chosen, this, [this](int number) { openExercise(number); });
  auto* top = new QHBoxLayout;
  top->setContentsMargins(wideGap, 0, wideGap, 0);
  top->setSpacing(smallGap);
  top->addWidget(m_previous);
  top->addWidget(m_chooser, 1);
  top->addWidget(m_next);
  auto* bar = new QVBoxLayout;
  bar->setSpacing(smallGap);
  bar->addLayout(top);
  auto* below = new QHBoxLayout;
  below->setContentsMargins(wideGap, 0, wideGap, 0);
  below->addWidget(m_done);
  bar->addLayout(below);
  return bar;
}

void ExercisePanel::openExercise(int number) {
  const auto found = std::ranges::find(m_book, number, &Exercise::number);
  if (found != m_book.end()) {
    showExercise(static_cast<std::size_t>(found - m_book.begin()));
  }
}

QSize ExercisePanel::minimumSizeHint() const {
  // The words on the buttons do not wrap; everything else does.
  constexpr int digits = 27;
  return {fontMetrics().horizontalAdvance(QString(digits, QLatin1Char('0'))),
          QWidget::minimumSizeHint().height()};
}

QSize ExercisePanel::sizeHint() const {
  constexpr int digits = 42;
  return {fontMetrics().horizontalAdvance(QString(digits, QLatin1Char('0'))),
          QWidget::sizeHint().height()};
}

int ExercisePanel::openedExercise() const {
  return m_book.empty() ? 0 : exercise().number;
}

void ExercisePanel::showExercise(std::size_t index) {
  if (index >= m_book.size() || index == m_open) {
    return;
  }
  m_open = index;
  m_asked.forget();
  showNames();
  makePage();
}

void ExercisePanel::makePage() {
  if (m_book.empty()) {
    QLabel* problem = wrappedLabel(QStringLiteral("bookProblem"));
    problem->setTextFormat(Qt::PlainText);
    problem->setMargin(wideGap);
    problem->setAlignment(Qt::AlignTop);
    showWords(*problem, tr("The exercises cannot be read. %1").arg(problemsText(m_problems)), true);
    putUnderBar(problem);
    return;
  }
  m_page = new ExercisePage(exercise());
  const int number = exercise().number;
  const QStringList answers = m_progress.answers(number);
  m_page->setAnswers(answers);
  if (m_progress.isDone(number)) {
    m_page->judge();
    m_page->setExplained(true);
  }
  m_page->setStartOverShown(m_progress.isDone(number) || !answers.isEmpty());
  connect(m_page, &ExercisePage::answersEdited, this, [this] {
    m_progress.setAnswers(exercise().number, m_page->answers());
    m_page->setStartOverShown(true);
  });
  connect(m_page, &ExercisePage::chosen, this, [this] {
    if (m_asked.hasArrived()) {
      conclude(); // what decides it is on the screen already
    }
  });
  connect(m_page, &ExercisePage::runWished, this, &ExercisePanel::run);
  connect(m_page, &ExercisePage::experimentWished, this, &ExercisePanel::runExperiment);
  connect(m_page, &ExercisePage::explanationWished, this,
          [this] { m_page->setExplained(!m_page->isExplained()); });
  connect(m_page, &ExercisePage::startOverWished, this, &ExercisePanel::startOver,
          Qt::QueuedConnection); // the page goes away
  putUnderBar(m_page);
  measureNow();
}

/// In the place of what is there.
void ExercisePanel::putUnderBar(QWidget* widget) {
  const int place = layout()->count() - 1;
  const std::unique_ptr<QLayoutItem> before(layout()->takeAt(place));
  delete before->widget();
  static_cast<QVBoxLayout*>(layout())->addWidget(widget, 1);
  widget->show(); // the layout would do so only later
}

void ExercisePanel::run() {
  if (exercise().calculator) {
    conclude();
    emit calculatorWished(*exercise().calculator);
  } else {
    runExperiment(0);
  }
}

void ExercisePanel::runExperiment(int index) {
  const ExerciseExperiment& experiment = exercise().experiments.at(static_cast<std::size_t>(index));
  m_asked.ask(experiment);
  conclude();
  measureNow();
  m_page->bringMeasuredIntoSight();
  emit experimentWished(QString::fromStdString(experiment.scenario), viewOf(experiment.view),
                        experiment.trains);
}

/// Who has not predicted sees what is measured, and may still predict.
void ExercisePanel::conclude() {
  m_page->judge();
  if (!m_page->isAnswered()) {
    return;
  }
  m_progress.setDone(exercise().number);
  m_page->setExplained(true);
  m_page->setStartOverShown(true);
  showNames();
}

void ExercisePanel::startOver() {
  m_progress.forget(exercise().number);
  m_asked.forget();
  showNames();
  makePage();
}

void ExercisePanel::showTrace(std::shared_ptr<const Trace> trace) {
  m_asked.showTrace(std::move(trace));
  measureNow();
}

void ExercisePanel::showInfluence(std::shared_ptr<const InfluenceStudy> influence) {
  if (m_asked.showInfluence(std::move(influence))) {
    measureNow();
  }
}

void ExercisePanel::showTrainings(const Trainings& trainings) {
  m_asked.showTrainings(trainings);
  if (m_asked.experiment() != nullptr && m_asked.experiment()->trains) {
    measureNow();
  }
}

void ExercisePanel::measureNow() {
  if (m_page == nullptr) {
    return;
  }
  if (m_asked.hasGoneElsewhere()) {
    m_asked.forget();
  }
  const ExerciseExperiment* asked = m_asked.experiment();
  if (asked == nullptr) {
    m_page->setCurrentExperiment(-1);
    m_page->showMeasured({}, {});
    return;
  }
  m_page->setCurrentExperiment(static_cast<int>(asked - exercise().experiments.data()));
  const auto [words, note] = m_asked.measured();
  m_page->showMeasured(words, note);
}

void ExercisePanel::showNames() {
  int done = 0;
  for (const Exercise& one : m_book) {
    const bool isDone = m_progress.isDone(one.number);
    done += isDone ? 1 : 0;
    m_chooser->setChoice(one.number, QStringLiteral("%1 %2 · %3")
                                         .arg(isDone ? QStringLiteral("●") : QStringLiteral("○"))
                                         .arg(one.number)
                                         .arg(ExerciseText::words(one.title)));
  }
  m_chooser->setEnabled(!m_book.empty());
  m_chooser->setAccessibleName(tr("Exercise"));
  if (!m_book.empty()) {
    m_chooser->setCurrent(exercise().number);
    m_chooser->setToolTip(ExerciseText::words(exercise().title)); // it may not have room for all
  }
  m_done->setText(tr("%1 of %2 done").arg(done).arg(m_book.size()));
  m_done->setVisible(!m_book.empty());
  m_previous->setEnabled(m_open > 0);
  m_next->setEnabled(m_open + 1 < m_book.size());
  m_previous->setToolTip(tr("Previous exercise"));
  m_previous->setAccessibleName(tr("Previous exercise"));
  m_next->setToolTip(tr("Next exercise"));
  m_next->setAccessibleName(tr("Next exercise"));
}

/// Links and marks have the colours of the theme that they were written in.
void ExercisePanel::recolour() {
  m_isRecolouring = false;
  const int place = m_page == nullptr ? 0 : m_page->scrolledTo();
  makePage();
  if (m_page != nullptr) {
    m_page->scrollTo(place);
  }
}

void ExercisePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    showNames();
    makePage();
  } else if (event->type() == QEvent::PaletteChange && !m_isRecolouring) {
    m_isRecolouring = true;
    // Once every widget has the new palette.
    QTimer::singleShot(0, this, &ExercisePanel::recolour);
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
