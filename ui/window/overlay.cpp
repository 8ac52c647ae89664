// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/overlay.h"

#include <QEvent>
#include <QKeyEvent>

namespace backflow {

Overlay::Overlay(QWidget* window) : QFrame(window) {
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  setFocusPolicy(Qt::StrongFocus);
  window->installEventFilter(this);
  hide();
}

void Overlay::place() {
  const QSize room = parentWidget()->size();
  const QSize size = sizeIn(room);
  setGeometry((room.width() - size.width()) / 2, (room.height() - size.height()) / 2, size.width(),
              size.height());
}

void Overlay::bringUp() {
  place();
  raise();
  show();
  setFocus();
}

void Overlay::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    hide();
    return;
  }
  QFrame::keyPressEvent(event);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && isVisible()) {
    place();
  }
  return QFrame::eventFilter(watched, event);
}

} // namespace backflow
