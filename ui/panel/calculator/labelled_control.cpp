// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/labelled_control.h"

#include "ui/panel/appearance.h"

#include <QHBoxLayout>
#include <QLabel>

namespace backflow {

LabelledControl::LabelledControl(QWidget* control, QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_control(control) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(smallGap);
  row->addWidget(m_label);
  row->addWidget(control);
  m_label->setBuddy(control);
}

void LabelledControl::setWords(const QString& label, const QString& help) {
  m_label->setText(label);
  m_control->setAccessibleName(label);
  m_label->setToolTip(help);
  m_control->setToolTip(help);
}

} // namespace backflow
