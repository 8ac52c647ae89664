// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/words_label.h"

namespace backflow {

WordsLabel::WordsLabel(QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setWordWrap(true);
}

void WordsLabel::enterEvent(QEnterEvent* event) {
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  QLabel::enterEvent(event);
}

void WordsLabel::leaveEvent(QEvent* event) {
  if (!hasSelectedText()) {
    setTextInteractionFlags(Qt::NoTextInteraction);
  }
  QLabel::leaveEvent(event);
}

} // namespace backflow
