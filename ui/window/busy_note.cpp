// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/busy_note.h"

#include "ui/panel/appearance.h"

#include <QEvent>

#include <utility>

namespace backflow {

BusyNote::BusyNote(QWidget* plot, std::function<bool()> isOutdated)
    : QWidget(plot), m_words(new QLabel(this)), m_isOutdated(std::move(isOutdated)) {
  m_words->setObjectName(QStringLiteral("busy"));
  m_words->setFrameShape(QFrame::StyledPanel);
  m_words->setAutoFillBackground(true);
  m_words->setMargin(smallGap); // within the frame
  m_words->hide();
  setAttribute(Qt::WA_TransparentForMouseEvents);
  m_delay.setSingleShot(true);
  m_delay.setInterval(wordlessMs);
  connect(&m_delay, &QTimer::timeout, this, [this] {
    m_takesLong = true;
    reword();
  });
  plot->installEventFilter(this);
}

void BusyNote::setBusy(bool busy) {
  if (busy) {
    m_delay.start();
    return;
  }
  m_delay.stop();
  m_takesLong = false;
  reword();
}

void BusyNote::setFailed() {
  m_hasFailed = true;
  reword();
}

void BusyNote::takePicture() {
  m_hasFailed = false;
  reword();
}

void BusyNote::place() {
  m_words->adjustSize();
  resize(m_words->size());
  move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
}

QString BusyNote::words() const {
  if (!m_takesLong && !m_hasFailed) {
    return {}; // at every move of a slider
  }
  const bool isOutdated = m_isOutdated();
  if (m_takesLong) {
    return isOutdated ? tr("Computing… Until then the curves are those of the settings before.")
                      : tr("Computing…");
  }
  return isOutdated ? tr("These settings cannot be computed. The curves are those of the settings "
                         "before.")
                    : QString();
}

void BusyNote::reword() {
  const QString text = words();
  if (text.isEmpty()) {
    m_words->hide();
    return;
  }
  m_words->setText(text);
  m_words->show();
  place();
  raise();
}

void BusyNote::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    reword();
  } else if (event->type() == QEvent::FontChange) {
    place();
  }
  QWidget::changeEvent(event);
}

bool BusyNote::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) {
    place();
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace backflow
