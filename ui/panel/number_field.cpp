// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/number_field.h"

#include "ui/text/number_text.h"
#include "ui/text/problem_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QWheelEvent>

#include <cmath>

#include <algorithm>
#include <iterator>

namespace backflow {

namespace {

/// Or brings back what was typed.
bool undoesTyping(const NumberField& field, const QKeyEvent& key) {
  return field.isBeingTyped() && ((key.matches(QKeySequence::Undo) && field.isUndoAvailable()) ||
                                  (key.matches(QKeySequence::Redo) && field.isRedoAvailable()));
}

} // namespace

NumberField::NumberField(const QString& name, QWidget* parent) : QLineEdit(parent) {
  setObjectName(name);
  setAlignment(Qt::AlignRight);
  setInputMethodHints(Qt::ImhFormattedNumbersOnly);
  setAcceptDrops(false); // a file that is dropped here is for the window
  connect(this, &QLineEdit::textEdited, this, [this] { m_edited = true; });
  fitWidth();
  restore();
}

void NumberField::setScale(const SliderScale& scale) {
  m_scale = scale;
}

void NumberField::setWholeLimits(double least, double most) {
  m_leastWhole = least;
  m_mostWhole = most;
}

void NumberField::setWidthInDigits(int digits) {
  m_widthInDigits = digits;
  fitWidth();
}

void NumberField::setValue(double value) {
  const bool isAsShown = text() == shownText();
  m_value = value;
  if (!isBeingTyped() || isAsShown) {
    restore();
  }
}

QString NumberField::expectation() const {
  return m_scale.isWhole() ? wholeNumberText(m_leastWhole, m_mostWhole) : numberText();
}

QString NumberField::shownText() const {
  return m_scale.isWhole() ? formatWhole(m_value) : formatNumber(m_value);
}

void NumberField::restore() {
  m_edited = false;
  if (text() != shownText()) {
    setText(shownText());
  }
}

void NumberField::commit() {
  if (!m_edited) {
    return;
  }
  const std::optional<double> number = m_scale.isWhole() ? parseWhole(text()) : parseNumber(text());
  // The shown text has fewer digits than the value: leaving it as it is must not change the value.
  if (text() == shownText() || number == m_value) {
    restore();
    emit textRestored();
    return;
  }
  const bool fits =
      number && (!m_scale.isWhole() || (std::floor(*number) == *number && *number >= m_leastWhole &&
                                        *number <= m_mostWhole));
  if (!fits) {
    emit textRejected(text());
    return;
  }
  m_edited = false;
  emit valueEntered(*number);
  emit editEnded();
}

void NumberField::forgetTyping() {
  if (m_edited) {
    restore();
    emit textRestored();
  }
}

bool NumberField::settle() {
  commit();
  return !m_edited;
}

void NumberField::step(int steps) {
  const double next = m_scale.stepped(m_value, steps);
  m_edited = false;
  if (next != m_value) {
    emit valueEntered(next);
  }
}

bool NumberField::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto& key = static_cast<const QKeyEvent&>(*event);
    constexpr int ofText[] = {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X};
    const bool isLetter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    const bool hasControl = (key.modifiers() & Qt::ControlModifier) != 0;
    // A text field takes Ctrl+E, Ctrl+D and others for moves of the text cursor on some desktops;
    // here they are the window's.
    if (hasControl && isLetter && !undoesTyping(*this, key) &&
        std::find(std::begin(ofText), std::end(ofText), key.key()) == std::end(ofText)) {
      event->ignore();
      return true;
    }
  }
  return QLineEdit::event(event);
}

void NumberField::keyPressEvent(QKeyEvent* event) {
  // What has been entered is undone in the scenario, not in the letters.
  if (!undoesTyping(*this, *event) &&
      (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))) {
    event->ignore();
    return;
  }
  switch (event->key()) {
  case Qt::Key_Up:
    step(1);
    return;
  case Qt::Key_Down:
    step(-1);
    return;
  case Qt::Key_Escape:
    if (text() != shownText()) {
      restore();
      emit textRestored();
      return;
    }
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    commit();
    selectAll();
    return;
  default:
    break;
  }
  QLineEdit::keyPressEvent(event);
}

void NumberField::keyReleaseEvent(QKeyEvent* event) {
  const bool stepped = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
  if (stepped && !event->isAutoRepeat()) {
    emit editEnded();
  }
  QLineEdit::keyReleaseEvent(event);
}

void NumberField::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
    commit();
  }
}

void NumberField::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

void NumberField::changeEvent(QEvent* event) {
  QLineEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
    fitWidth();
  }
  if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) &&
      !isBeingTyped()) {
    restore();
  }
}

void NumberField::fitWidth() {
  QStyleOptionFrame option;
  initStyleOption(&option);
  const QFontMetrics metrics = fontMetrics();
  const int textWidth = metrics.horizontalAdvance(QString(m_widthInDigits, QLatin1Char('0')));
  const QSize contents(textWidth + 6, metrics.height());
  setFixedWidth(style()->sizeFromContents(QStyle::CT_LineEdit, &option, contents, this).width());
}

} // namespace backflow
