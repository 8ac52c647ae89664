// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_list.h"

#include "ui/panel/appearance.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

KeyList::KeyList(QWidget* window) : Overlay(window), m_title(new QLabel), m_close(new QToolButton) {
  setObjectName(QStringLiteral("keyList"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * wideGap, 2 * wideGap, 2 * wideGap, 3 * wideGap);
  auto* head = new QHBoxLayout;
  QFont bold = font();
  bold.setBold(true);
  m_title->setFont(bold);
  m_close->setAutoRaise(true);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  head->addWidget(m_title, 1);
  head->addWidget(m_close);
  column->addLayout(head);
  connect(m_close, &QToolButton::clicked, this, [this] { setShown(false); });
  nameParts();
}

void KeyList::setActions(const QList<QAction*>& actions) {
  m_actions = actions;
}

void KeyList::setShown(bool shown) {
  if (shown) {
    fill();
    bringUp();
  } else {
    hide();
  }
}

void KeyList::addBlock(const QString& heading, const QList<Keys>& keys, int column, int& row) {
  auto* title = new QLabel(heading, m_page);
  title->setForegroundRole(QPalette::PlaceholderText);
  m_grid->addWidget(title, row++, column, 1, 2);
  for (const auto& [pressed, does] : keys) {
    auto* key = new QLabel(pressed, m_page);
    QFont bold = key->font();
    bold.setBold(true);
    key->setFont(bold);
    m_grid->addWidget(key, row, column, Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(new QLabel(does, m_page), row++, column + 1, Qt::AlignLeft | Qt::AlignTop);
  }
  m_grid->setRowMinimumHeight(row++, wideGap);
}

void KeyList::nameParts() {
  m_title->setText(tr("Keys"));
  setAccessibleName(m_title->text());
  m_close->setToolTip(tr("Close (Esc)"));
  m_close->setAccessibleName(tr("Close the list of keys"));
}

void KeyList::fill() {
  nameParts();
  delete m_page;
  m_page = new QWidget(this);
  m_grid = new QGridLayout(m_page);
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(2 * wideGap);
  m_grid->setVerticalSpacing(2);
  QList<Keys> ofActions;
  for (const QAction* action : m_actions) {
    if (!action->shortcut().isEmpty()) {
      QString words = action->text();
      words.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
      ofActions += {action->shortcut().toString(QKeySequence::NativeText), words};
    }
  }
  ofActions += {tr("Ctrl+1 to 9"), tr("a view below the gradient flow, by its place")};
  ofActions += {tr("Esc"), tr("Close a message or the export")};
  int left = 0;
  addBlock(tr("Window"), ofActions, 0, left);
  int right = 0;
  addBlock(tr("A slider or number that has the focus"),
           {{QStringLiteral("← →, ↑ ↓"), tr("one step down or up")},
            {QStringLiteral("PgUp, PgDn"), tr("ten steps")},
            {tr("Tab, ⇧Tab"), tr("to the next control, to the one before")},
            {tr("Double-click, ↺"), tr("back to the opened value")},
            {tr("Esc"), tr("in a number: as it was before typing")}},
           3, right);
  addBlock(tr("Projector view (F11)"),
           {{QStringLiteral("G, ⇧G"), tr("recurrence gain up, down")},
            {QStringLiteral("C, ⇧C"), tr("clipping threshold up, down")},
            {QStringLiteral("K, ⇧K"), tr("truncation length up, down")},
            {QStringLiteral("V, J"), tr("clipping, truncation on or off")},
            {QStringLiteral("← →"), tr("time cursor; with ⇧ ten steps")},
            {tr("Space"), tr("play the backward pass")},
            {QStringLiteral("PgDn, PgUp"), tr("next, previous scenario")},
            {QStringLiteral("L, W"), tr("plots below, what happened")},
            {QStringLiteral("H"), tr("the line of keys")},
            {tr("Esc"), tr("leave")}},
           3, right);
  addBlock(tr("Training tab"),
           {{QStringLiteral("F5"), tr("train, or halt the training")},
            {QStringLiteral("F6"), tr("one update")}},
           3, right);
  m_grid->setColumnMinimumWidth(2, 3 * wideGap);
  m_grid->setRowStretch(std::max(left, right), 1);
  layout()->addWidget(m_page);
}

QSize KeyList::sizeIn(const QSize& room) {
  QFont type = QApplication::font();
  const double least = type.pointSizeF();
  for (double points = std::max(m_typeSize, least); points >= least; points -= 0.5) {
    type.setPointSizeF(points);
    setFont(type);
    layout()->activate();
    adjustSize();
    if (sizeHint().width() <= room.width() && sizeHint().height() <= room.height()) {
      break;
    }
  }
  return sizeHint().boundedTo(room);
}

void KeyList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && isVisible()) {
    fill();
    place();
  }
  Overlay::changeEvent(event);
}

} // namespace backflow
