// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/exercise_page.h"

#include "ui/panel/answer_editor.h"
#include "ui/panel/appearance.h"
#include "ui/text/exercise_text.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

QString heading(const QString& words) {
  return QStringLiteral("<p style=\"margin-top:8px; margin-bottom:3px\"><b>%1</b></p>")
      .arg(words.toHtmlEscaped());
}

QPushButton* button(const char* name) {
  auto* made = new QPushButton;
  made->setObjectName(QString::fromLatin1(name));
  made->setAutoDefault(false);
  return made;
}

} // namespace

ExercisePage::ExercisePage(const Exercise& exercise, QWidget* parent)
    : QWidget(parent), m_exercise(exercise), m_scroll(new QScrollArea),
      m_run(button("runExercise")), m_reveal(button("showExplanation")),
      m_startOver(button("startOver")), m_answerArea(new QFrame),
      m_measured(wrappedLabel(QStringLiteral("measured"))),
      m_note(wrappedLabel(QStringLiteral("measuredNote"))),
      m_links(wrappedLabel(QStringLiteral("experimentLinks"))),
      m_explanation(wrappedLabel(QStringLiteral("explanation"))) {
  auto* content = new QWidget;
  addContent(*new QVBoxLayout(content));
  m_scroll->setObjectName(QStringLiteral("exerciseScroll"));
  m_scroll->setAccessibleName(tr("Exercise"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(content);
  QFont bold = m_run->font();
  bold.setBold(true);
  m_run->setFont(bold);
  m_run->setText(exercise.calculator ? tr("Open the calculator") : tr("Run the experiment"));
  auto* below = new QHBoxLayout;
  below->setContentsMargins(wideGap, smallGap, wideGap, wideGap);
  below->addWidget(m_run);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_scroll, 1);
  column->addLayout(below);

  connect(m_run, &QPushButton::clicked, this, &ExercisePage::runWished);
  connect(m_reveal, &QPushButton::clicked, this, &ExercisePage::explanationWished);
  connect(m_startOver, &QPushButton::clicked, this, &ExercisePage::startOverWished);
  connect(m_links, &QLabel::linkActivated, this,
          [this](const QString& link) { emit experimentWished(link.toInt()); });
  setExplained(false);
  showLinks();
}

void ExercisePage::addContent(QVBoxLayout& column) {
  column.setContentsMargins(wideGap, wideGap, wideGap, wideGap);
  column.setSpacing(wideGap);
  QLabel* question = wrappedLabel(QStringLiteral("question"));
  question->setText(ExerciseText::rich(ExerciseText::words(m_exercise.question)));
  column.addWidget(question);
  addParts(column);

  m_answerArea->setObjectName(QStringLiteral("answerArea"));
  static_cast<QFrame*>(m_answerArea)->setFrameShape(QFrame::StyledPanel);
  m_answerArea->setAutoFillBackground(true);
  m_answerArea->setBackgroundRole(QPalette::Base);
  auto* area = new QVBoxLayout(m_answerArea);
  area->setContentsMargins(wideGap, wideGap, wideGap, smallGap);
  area->setSpacing(0);
  area->addWidget(m_measured);
  area->addWidget(m_note);
  m_note->setFont(captionFont(font()));
  m_answerArea->hide();

  m_links->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  m_links->setAccessibleName(tr("Experiments"));
  // Above what they measure: they stay under the mouse that goes from one to the next.
  column.addWidget(m_links);
  column.addWidget(m_answerArea);
  m_reveal->setFlat(true);
  column.addWidget(m_reveal, 0, Qt::AlignLeft);
  m_explanation->hide();
  column.addWidget(m_explanation);
  m_startOver->setFlat(true);
  m_startOver->setText(tr("Start over"));
  m_startOver->setToolTip(tr("Forget my answers to this exercise"));
  column.addWidget(m_startOver, 0, Qt::AlignLeft);
  column.addStretch(1);
}

void ExercisePage::addParts(QVBoxLayout& column) {
  for (std::size_t i = 0; i < m_exercise.parts.size(); ++i) {
    auto* editor = new AnswerEditor(m_exercise.parts[i], QStringLiteral("part%1").arg(i + 1), this);
    column.addWidget(editor);
    m_parts.push_back(editor);
    connect(editor, &AnswerEditor::answerEdited, this, &ExercisePage::answersEdited);
    connect(editor, &AnswerEditor::chosen, this, &ExercisePage::chosen);
    connect(editor, &AnswerEditor::entered, this, &ExercisePage::runWished);
  }
}

QStringList ExercisePage::answers() const {
  QStringList all;
  for (const AnswerEditor* part : m_parts) {
    all << part->answer();
  }
  return all;
}

void ExercisePage::setAnswers(const QStringList& answers) {
  for (std::size_t i = 0; i < m_parts.size(); ++i) {
    m_parts[i]->setAnswer(answers.value(static_cast<qsizetype>(i)));
  }
}

bool ExercisePage::isAnswered() const {
  return std::ranges::all_of(m_parts, &AnswerEditor::isAnswered);
}

void ExercisePage::judge() {
  for (AnswerEditor* part : m_parts) {
    part->judge();
  }
}

void ExercisePage::setExplained(bool explained) {
  m_isExplained = explained;
  m_reveal->setText(explained ? tr("Hide the explanation") : tr("Show the explanation"));
  if (explained) {
    m_explanation->setText(explanationHtml());
  }
  m_explanation->setVisible(explained);
}

void ExercisePage::setStartOverShown(bool shown) {
  m_startOver->setVisible(shown);
}

void ExercisePage::setCurrentExperiment(int experiment) {
  m_current = experiment;
  showLinks();
}

void ExercisePage::showMeasured(const QString& words, const QString& note) {
  m_measured->setText(ExerciseText::rich(words));
  m_note->setText(note.isEmpty() ? QString() : ExerciseText::rich(note));
  m_note->setVisible(!note.isEmpty());
  m_answerArea->setVisible(!words.isEmpty());
}

void ExercisePage::bringMeasuredIntoSight() {
  QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_answerArea, 0, wideGap); });
}

int ExercisePage::scrolledTo() const {
  return m_scroll->verticalScrollBar()->value();
}

void ExercisePage::scrollTo(int place) {
  QTimer::singleShot(0, this, [this, place] { m_scroll->verticalScrollBar()->setValue(place); });
}

void ExercisePage::showLinks() {
  const auto& experiments = m_exercise.experiments;
  const std::size_t least = m_exercise.calculator ? 1 : 2;
  m_links->setVisible(experiments.size() >= least);
  QString html = heading(tr("Experiments"));
  for (std::size_t i = 0; i < experiments.size(); ++i) {
    const QString words = ExerciseText::words(experiments[i].title).toHtmlEscaped();
    const bool isCurrent = static_cast<int>(i) == m_current;
    html += QStringLiteral("<p style=\"margin-top:0px; margin-bottom:3px\">%1 <a href=\"%2\">%3"
                           "</a></p>")
                .arg(isCurrent ? QStringLiteral("▶") : QStringLiteral("▷"))
                .arg(i)
                .arg(isCurrent ? QStringLiteral("<b>%1</b>").arg(words) : words);
  }
  m_links->setText(html);
}

QString ExercisePage::explanationHtml() const {
  QString html = heading(tr("Explanation"));
  html += ExerciseText::rich(ExerciseText::words(m_exercise.explanation));
  html += heading(tr("What the exercise sheet says"));
  html += ExerciseText::rich(ExerciseText::words(m_exercise.sheet));
  if (!m_exercise.misconceptions.empty()) {
    html += heading(tr("Often believed"));
  }
  for (const ExerciseMisconception& one : m_exercise.misconceptions) {
    html += ExerciseText::rich(QStringLiteral("“%1” %2").arg(ExerciseText::words(one.belief),
                                                             ExerciseText::words(one.fact)));
  }
  return html;
}

void ExercisePage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange && m_note != nullptr) {
    m_note->setFont(captionFont(font()));
  } else if (event->type() == QEvent::PaletteChange && m_isExplained) {
    judge(); // its colours
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
