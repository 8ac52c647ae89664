// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/choice_box.h"

#include <QAbstractItemView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

#include <algorithm>

namespace backflow {

namespace {

/// Styles leave a pixel or two free on either side of the text.
constexpr int textMargins = 4;

} // namespace

ChoiceBox::ChoiceBox(const QString& name, QWidget* parent) : QComboBox(parent) {
  setObjectName(name);
  setFocusPolicy(Qt::StrongFocus);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(6);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(this, &QComboBox::activated, this,
          [this](int index) { emit chosen(itemData(index).toInt()); });
}

void ChoiceBox::setChoice(int key, const QString& text) {
  const QSignalBlocker blocker(this);
  if (const int index = findData(key); index >= 0) {
    setItemText(index, text);
  } else {
    addItem(text, key);
  }
}

void ChoiceBox::setChoiceEnabled(int key, bool enabled, const QString& reason) {
  if (QStandardItem* item = qobject_cast<QStandardItemModel*>(model())->item(findData(key))) {
    item->setEnabled(enabled);
    item->setToolTip(enabled ? QString() : reason);
  }
}

int ChoiceBox::widthOfChoice() const {
  int longest = 0;
  for (int k = 0; k < count(); ++k) {
    longest = std::max(longest, fontMetrics().horizontalAdvance(itemText(k)));
  }
  return sizeHint().width() - longest + fontMetrics().horizontalAdvance(currentText()) +
         2 * textMargins;
}

void ChoiceBox::setCurrent(int key) {
  const QSignalBlocker blocker(this);
  setCurrentIndex(findData(key));
}

void ChoiceBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) {
    QComboBox::wheelEvent(event);
  } else {
    event->ignore();
  }
}

void ChoiceBox::showPopup() {
  view()->setMinimumWidth(view()->sizeHintForColumn(0) +
                          view()->verticalScrollBar()->sizeHint().width());
  QComboBox::showPopup();
}

void ChoiceBox::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  QStyleOptionComboBox option;
  initStyleOption(&option);
  painter.drawComplexControl(QStyle::CC_ComboBox, option);
  const QRect room =
      style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
  option.currentText =
      fontMetrics().elidedText(option.currentText, Qt::ElideRight, room.width() - textMargins);
  painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace backflow
