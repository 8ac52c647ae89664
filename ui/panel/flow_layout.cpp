// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/flow_layout.h"

#include "ui/panel/appearance.h"

#include <QHBoxLayout>
#include <QWidget>

#include <algorithm>

namespace backflow {

namespace {

/// A word longer than a whole line is as narrow as it can be.
QSize sizeOf(const QLayoutItem& item, int widthOfLine) {
  const QSize size = item.sizeHint();
  return {std::max(item.minimumSize().width(), std::min(size.width(), widthOfLine)), size.height()};
}

} // namespace

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(wideGap);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) {
    return nullptr;
  }
  QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
  m_items.erase(m_items.begin() + index);
  return item;
}

int FlowLayout::heightForWidth(int width) const {
  return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const auto& item : m_items) {
    if (!item->isEmpty()) {
      size = size.expandedTo(item->minimumSize());
    }
  }
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& area) {
  QLayout::setGeometry(area);
  arrange(area, true);
}

int FlowLayout::arrange(const QRect& area, bool moves) const {
  const QRect room = area.marginsRemoved(contentsMargins());
  std::vector<QLayoutItem*> line;
  int x = room.x();
  int y = room.y();
  int lineHeight = 0;
  const auto endLine = [&] {
    int left = room.x();
    for (QLayoutItem* item : line) {
      QSize size = sizeOf(*item, room.width());
      if (m_filler != nullptr && item->widget() == m_filler) {
        size.rwidth() += std::max(0, room.right() + 1 + spacing() - x);
      }
      if (moves) {
        // Short controls stand at the middle of their line; blocks with a heading at its top.
        const bool isBlock = (item->alignment() & Qt::AlignTop) != 0;
        const int shift = isBlock ? 0 : (lineHeight - size.height()) / 2;
        item->setGeometry(QRect(QPoint(left, y + shift), size));
      }
      left += size.width() + spacing();
    }
    y += lineHeight;
    line.clear();
  };
  for (const auto& item : m_items) {
    if (item->isEmpty()) {
      continue;
    }
    const QSize size = sizeOf(*item, room.width());
    if (!line.empty() && x + size.width() > room.right() + 1) {
      endLine();
      y += spacing();
      x = room.x();
      lineHeight = 0;
    }
    line.push_back(item.get());
    x += size.width() + spacing();
    lineHeight = std::max(lineHeight, size.height());
  }
  endLine();
  return y - area.y() + contentsMargins().bottom();
}

QWidget* oneWord(std::initializer_list<QWidget*> widgets) {
  auto* word = new QWidget;
  auto* row = new QHBoxLayout(word);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(smallGap);
  for (QWidget* widget : widgets) {
    row->addWidget(widget);
  }
  return word;
}

} // namespace backflow
