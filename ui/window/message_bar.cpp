// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/message_bar.h"

#include "ui/panel/appearance.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace backflow {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_text(new QLabel) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(wideGap, smallGap, smallGap, smallGap);
  m_text->setObjectName(QStringLiteral("message"));
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_text->setTextFormat(Qt::PlainText);
  auto* close = new QToolButton;
  close->setAutoRaise(true);
  close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  layout->addWidget(m_text, 1);
  layout->addWidget(close, 0, Qt::AlignTop);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  setFrameShape(QFrame::StyledPanel);
  hide();
}

void MessageBar::showProblem(const QString& text) {
  show(text, true);
}

void MessageBar::showNews(const QString& text) {
  show(text, false);
}

QString MessageBar::text() const {
  return isHidden() ? QString() : m_text->text();
}

void MessageBar::show(const QString& text, bool isProblem) {
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText,
                  isProblem ? errorColor(palette()) : palette().color(QPalette::Text));
  m_text->setPalette(colors);
  m_text->setText(text);
  setVisible(!text.isEmpty());
}

} // namespace backflow
