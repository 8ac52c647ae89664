// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/size_barrier.h"

#include <QEvent>

namespace backflow {

SizeBarrier::SizeBarrier(QWidget* content, QWidget* parent) : QWidget(parent), m_content(content) {
  content->setParent(this);
  setSizePolicy(content->sizePolicy());
}

QSize SizeBarrier::sizeHint() const {
  return m_content->sizeHint();
}

QSize SizeBarrier::minimumSizeHint() const {
  return m_content->minimumSizeHint().expandedTo(m_content->minimumSize());
}

bool SizeBarrier::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) {
    const QSize least = minimumSizeHint();
    if (least != m_least) {
      m_least = least;
      updateGeometry();
    }
  }
  return QWidget::event(event);
}

void SizeBarrier::resizeEvent(QResizeEvent* event) {
  m_content->resize(size());
  QWidget::resizeEvent(event);
}

} // namespace backflow
