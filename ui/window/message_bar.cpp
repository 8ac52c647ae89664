// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/message_bar.h"

#include "ui/panel/appearance.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

constexpr int newsMs = 8000;
constexpr qint64 readingMs = 4000;
constexpr double shareOfWidth = 0.7;

} // namespace

MessageBar::MessageBar(QWidget* window)
    : QFrame(window), m_text(new QLabel), m_accept(new QPushButton), m_decline(new QPushButton),
      m_others(new QToolButton) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(2 * wideGap, wideGap, wideGap, wideGap);
  layout->setSpacing(wideGap);
  m_text->setObjectName(QStringLiteral("message"));
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_text->setTextFormat(Qt::PlainText);
  m_accept->setObjectName(QStringLiteral("messageAccept"));
  m_decline->setObjectName(QStringLiteral("messageDecline"));
  m_others->setObjectName(QStringLiteral("messageOthers"));
  m_others->setPopupMode(QToolButton::InstantPopup);
  m_others->setMenu(new QMenu(m_others));
  auto* close = new QToolButton;
  close->setObjectName(QStringLiteral("messageClose"));
  close->setAutoRaise(true);
  m_close = close;
  close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  layout->addWidget(m_text, 1);
  layout->addWidget(m_accept);
  layout->addWidget(m_decline);
  layout->addWidget(m_others);
  layout->addWidget(close, 0, Qt::AlignTop);
  connect(m_accept, &QPushButton::clicked, this, [this] { answer(true); });
  connect(m_decline, &QPushButton::clicked, this, [this] { answer(false); });
  connect(close, &QToolButton::clicked, this, &MessageBar::clear);
  retranslate();
  m_goes.setSingleShot(true);
  connect(&m_goes, &QTimer::timeout, this, &QWidget::hide);
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  window->installEventFilter(this);
  hide();
}

void MessageBar::showProblem(const QString& text) {
  show(text, true);
  m_sinceProblem.start();
}

void MessageBar::goOn() {
  if (m_sinceProblem.isValid() && m_sinceProblem.hasExpired(readingMs)) {
    clear();
  }
}

void MessageBar::showNews(const QString& text) {
  show(text, false);
  m_goes.start(newsMs);
}

void MessageBar::offer(const QString& text, const QString& accept, const QString& decline,
                       std::function<void(bool accepted)> answer, Others others) {
  m_offer = Offer{text, accept, decline, std::move(answer), std::move(others)};
  if (!m_isBeforeClass) {
    showOffer();
  }
}

void MessageBar::showOffer() {
  m_accept->setText(m_offer->accept);
  m_decline->setText(m_offer->decline);
  listOthers();
  bringUp(m_offer->text, false, true);
}

void MessageBar::listOthers() {
  const Others& others = m_offer->others;
  m_others->setText(others.label);
  QMenu* menu = m_others->menu();
  menu->clear();
  for (int k = 0; k < others.names.size(); ++k) {
    QString name = others.names[k];
    const QAction* other = menu->addAction(name.replace(QStringLiteral("&"), QStringLiteral("&&")));
    // What is chosen comes with a list of its own, and this action is no more.
    connect(
        other, &QAction::triggered, this, [this, k] { chooseOther(k); }, Qt::QueuedConnection);
  }
}

void MessageBar::chooseOther(int index) {
  if (m_offer && index < m_offer->others.names.size()) {
    const auto choose = m_offer->others.choose;
    choose(index);
  }
}

void MessageBar::clear() {
  leaveOffer();
  hide();
}

void MessageBar::leaveOffer() {
  // Not declined: it is still there at the next start.
  if (!m_isBeforeClass) {
    m_offer.reset();
  }
}

void MessageBar::setBeforeClass(bool on) {
  m_isBeforeClass = on;
  if (m_offer && on) {
    hide();
  } else if (m_offer) {
    showOffer();
  }
}

QString MessageBar::text() const {
  return isHidden() ? QString() : m_text->text();
}

void MessageBar::setDistance(int pixels) {
  m_distance = pixels;
  place();
}

void MessageBar::answer(bool accepted) {
  hide();
  if (const auto offered = std::exchange(m_offer, std::nullopt)) {
    offered->answer(accepted);
  }
}

void MessageBar::show(const QString& text, bool isProblem) {
  leaveOffer();
  bringUp(text, isProblem, false);
}

void MessageBar::bringUp(const QString& text, bool isProblem, bool withAnswers) {
  m_goes.stop();
  m_sinceProblem.invalidate();
  m_accept->setVisible(withAnswers);
  m_decline->setVisible(withAnswers);
  m_others->setVisible(withAnswers && !m_offer->others.names.isEmpty());
  showWords(*m_text, text, isProblem);
  setVisible(!text.isEmpty());
  place();
  raise();
}

void MessageBar::place() {
  const QSize room = parentWidget()->size();
  const int width =
      std::max(std::min(room.width(), 480), static_cast<int>(room.width() * shareOfWidth));
  const int height = layout()->totalHeightForWidth(width);
  setGeometry((room.width() - width) / 2, room.height() - m_distance - height, width, height);
}

void MessageBar::retranslate() {
  m_close->setToolTip(tr("Close (Esc)"));
  m_close->setAccessibleName(tr("Close the message"));
}

void MessageBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QFrame::changeEvent(event);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) {
    place();
  }
  return QFrame::eventFilter(watched, event);
}

} // namespace backflow
