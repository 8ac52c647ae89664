// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/busy_note.h"

#include "ui/panel/appearance.h"

#include <QEvent>

namespace backflow {

BusyNote::BusyNote(QWidget* plot) : QLabel(plot) {
  setObjectName(QStringLiteral("busy"));
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  setContentsMargins(wideGap, smallGap, wideGap, smallGap);
  setAttribute(Qt::WA_TransparentForMouseEvents);
  hide();
  m_delay.setSingleShot(true);
  m_delay.setInterval(wordlessMs);
  connect(&m_delay, &QTimer::timeout, this, [this] {
    place();
    show();
    raise();
  });
  plot->installEventFilter(this);
  retranslate();
}

void BusyNote::setBusy(bool busy) {
  if (busy) {
    m_delay.start();
  } else {
    m_delay.stop();
    hide();
  }
}

void BusyNote::place() {
  adjustSize();
  move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
}

void BusyNote::retranslate() {
  setText(tr("Computing… Until then the curves are those of the settings before."));
}

void BusyNote::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    place();
  } else if (event->type() == QEvent::FontChange) {
    place();
  }
  QLabel::changeEvent(event);
}

bool BusyNote::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) {
    place();
  }
  return QLabel::eventFilter(watched, event);
}

} // namespace backflow
