// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace backflow {

/// One of a few choices, of which one is always made. The chosen one has a frame that stands out in
/// the dark too, where styles hardly shade what is pressed.
class SegmentButton : public QToolButton {
  Q_OBJECT

 public:
  explicit SegmentButton(const QString& name, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

} // namespace backflow
