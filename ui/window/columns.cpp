// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/columns.h"

#include <algorithm>

namespace backflow {

namespace {

constexpr int leftPanel = 310;
constexpr int rightPanel = 320;
constexpr double mostOfTheLeft = 0.35; ///< its rows are wider than the words at the right
constexpr double mostOfTheRight = 0.28;

} // namespace

Columns::Columns(QWidget* parent) : QSplitter(Qt::Horizontal, parent) {
  setChildrenCollapsible(false);
  connect(this, &QSplitter::splitterMoved, this, [this] { m_areMoved = true; });
}

void Columns::resizeEvent(QResizeEvent* event) {
  QSplitter::resizeEvent(event);
  if (!m_areMoved) {
    const int left = std::min(leftPanel, static_cast<int>(mostOfTheLeft * width()));
    const int right = std::min(rightPanel, static_cast<int>(mostOfTheRight * width()));
    setSizes({left, width() - left - right, right});
  }
}

} // namespace backflow
