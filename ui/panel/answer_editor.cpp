// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/answer_editor.h"

#include "ui/panel/appearance.h"
#include "ui/text/exercise_text.h"
#include "ui/text/problem_text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

/// The words of a choice, which a radio button cannot wrap by itself.
class ChoiceWords : public QLabel {
 public:
  ChoiceWords(const QString& html, QRadioButton* button) : QLabel(html), m_button(button) {
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setBuddy(button);
  }

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
      m_button->setFocus();
      m_button->click();
    }
  }

 private:
  QRadioButton* m_button;
};

QColor rightColor(const QPalette& palette) {
  const bool dark = palette.color(QPalette::Window).lightness() < 128;
  return dark ? QColor(0x4C, 0xD1, 0xAE) : QColor(0x00, 0x7A, 0x5A);
}

} // namespace

QLabel* wrappedLabel(const QString& name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::RichText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  QSizePolicy anyWidth(QSizePolicy::Ignored, QSizePolicy::Preferred);
  anyWidth.setHeightForWidth(true);
  label->setSizePolicy(anyWidth);
  return label;
}

AnswerEditor::AnswerEditor(const QuestionPart& part, const QString& name, QWidget* parent)
    : QWidget(parent), m_part(part), m_reply(wrappedLabel(name + QStringLiteral("Reply"))) {
  setObjectName(name);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(smallGap);
  const QString text = ExerciseText::words(part.text);
  if (!text.isEmpty()) {
    QLabel* label = wrappedLabel(name + QStringLiteral("Text"));
    label->setText(ExerciseText::rich(text));
    column->addWidget(label);
  }
  if (part.kind == QuestionKind::Choice) {
    addChoices(*column, name);
  } else {
    addField(*column, name);
  }
  m_reply->hide();
  column->addWidget(m_reply);
}

void AnswerEditor::addChoices(QVBoxLayout& column, const QString& name) {
  auto* group = new QButtonGroup(this);
  for (std::size_t i = 0; i < m_part.answers.size(); ++i) {
    const QString words = ExerciseText::words(m_part.answers[i].text);
    auto* button = new QRadioButton;
    button->setObjectName(name + QStringLiteral("Choice%1").arg(i + 1));
    button->setAccessibleName(words);
    group->addButton(button);
    m_choices.push_back(button);
    connect(button, &QRadioButton::clicked, this, [this] {
      clearJudgement();
      emit answerEdited();
      emit chosen();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(smallGap);
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(new ChoiceWords(ExerciseText::rich(words), button), 1);
    column.addLayout(row);
  }
}

void AnswerEditor::addField(QVBoxLayout& column, const QString& name) {
  m_field = new QLineEdit;
  m_field->setObjectName(name + QStringLiteral("Field"));
  m_field->setAccessibleName(ExerciseText::words(m_part.text));
  m_field->setAlignment(Qt::AlignRight);
  m_field->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
  m_field->setAcceptDrops(false); // a file that is dropped here is for the window
  constexpr int digits = 12;
  m_field->setMaximumWidth(fontMetrics().horizontalAdvance(QString(digits, QLatin1Char('0'))) +
                           2 * wideGap);
  auto* row = new QHBoxLayout;
  row->setSpacing(wideGap);
  row->addWidget(m_field);
  row->addWidget(new QLabel(ExerciseText::words(m_part.unit)));
  row->addStretch(1);
  column.addLayout(row);
  connect(m_field, &QLineEdit::textEdited, this, [this] {
    clearJudgement();
    emit answerEdited();
  });
  connect(m_field, &QLineEdit::returnPressed, this, &AnswerEditor::entered);
}

QString AnswerEditor::answer() const {
  if (m_field != nullptr) {
    return m_field->text().trimmed();
  }
  const auto chosen = std::ranges::find_if(m_choices, &QRadioButton::isChecked);
  return chosen == m_choices.end() ? QString() : QString::number(chosen - m_choices.begin() + 1);
}

bool AnswerEditor::isAnswered() const {
  const QString given = answer();
  return m_field != nullptr ? ExerciseText::typedNumber(given).has_value() : !given.isEmpty();
}

void AnswerEditor::setAnswer(const QString& answer) {
  if (m_field != nullptr) {
    m_field->setText(answer);
    return;
  }
  const int number = answer.toInt();
  if (number >= 1 && number <= static_cast<int>(m_choices.size())) {
    m_choices[static_cast<std::size_t>(number) - 1]->setChecked(true);
  }
}

void AnswerEditor::judge() {
  const QString given = answer();
  if (given.isEmpty()) {
    showReply(tr("– No prediction yet."));
    return;
  }
  if (m_field == nullptr) {
    const ExpectedAnswer& chosen = m_part.answers[static_cast<std::size_t>(given.toInt()) - 1];
    tell(ExerciseText::words(chosen.reply), chosen.isRight);
    return;
  }
  const std::optional<double> number = ExerciseText::typedNumber(given);
  if (!number) {
    tell(numberText(), false);
    return;
  }
  const ExpectedAnswer* expected = m_part.answerFor(*number);
  tell(ExerciseText::words(expected == nullptr ? m_part.otherwise : expected->reply),
       expected != nullptr && expected->isRight);
}

/// Its place stays: what the user is about to press must not move.
void AnswerEditor::clearJudgement() {
  if (!m_reply->isHidden()) {
    m_reply->setMinimumHeight(m_reply->height());
  }
  m_reply->clear();
}

void AnswerEditor::tell(const QString& words, bool isRight) {
  const QColor color = isRight ? rightColor(palette()) : errorColor(palette());
  const QString mark = isRight ? QStringLiteral("✓") : QStringLiteral("✗");
  showReply(
      ExerciseText::rich(QStringLiteral("%1 %2").arg(mark, words))
          .replace(mark, QStringLiteral("<b style=\"color:%1\">%2</b>").arg(color.name(), mark)));
}

void AnswerEditor::showReply(const QString& reply) {
  m_reply->setMinimumHeight(0);
  m_reply->setText(reply);
  m_reply->show();
}

} // namespace backflow
