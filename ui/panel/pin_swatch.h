// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

#include <QChar>
#include <QPen>
#include <QWidget>

namespace backflow {

/// A pinned curve's letter beside a piece of its line.
class PinSwatch : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  void showLine(QChar letter, const QPen& pen, const QColor& paper);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QChar m_letter = u'A';
  QPen m_pen;
  QColor m_paper = Qt::white;
};

} // namespace backflow
