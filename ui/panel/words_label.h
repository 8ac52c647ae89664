// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace backflow {

/// Wrapped plain words that change with every move of a slider. They can be selected only under the
/// mouse: Qt lays words that can be out as a document, at several times the cost of plain ones.
class WordsLabel : public QLabel {
 public:
  explicit WordsLabel(QWidget* parent = nullptr);

 protected:
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
};

} // namespace backflow
