// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/choice_box.h"

#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QWheelEvent>

namespace backflow {

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

} // namespace backflow
