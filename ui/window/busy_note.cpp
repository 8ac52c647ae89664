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
  connect(&m_delay, &QTimer::timeout, this, &BusyNote::showWords);
  plot->installEventFilter(this);
}

void BusyNote::setBusy(bool busy) {
  if (busy) {
    m_delay.start();
  } else {
    m_delay.stop();
    m_words->setVisible(m_hasFailed);
  }
}

void BusyNote::setFailed() {
  m_hasFailed = true;
  showWords();
}

void BusyNote::takePicture() {
  if (std::exchange(m_hasFailed, false)) {
    m_words->hide();
  }
  reword();
}

void BusyNote::showWords() {
  m_words->show();
  reword();
  raise();
}

void BusyNote::place() {
  m_words->adjustSize();
  resize(m_words->size());
  move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
}

void BusyNote::reword() {
  if (m_words->isHidden()) {
    return; // at every move of a slider
  }
  const bool isOutdated = m_isOutdated();
  if (m_hasFailed && isOutdated) {
    m_words->setText(tr("These settings cannot be computed. The curves are those of the settings "
                        "before."));
  } else {
    m_words->setText(isOutdated
                         ? tr("Computing… Until then the curves are those of the settings before.")
                         : tr("Computing…"));
  }
  place();
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
