// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/equation_delegate.h"

#include "ui/panel/appearance.h"
#include "ui/panel/calculator/equation_painting.h"

#include <QApplication>
#include <QPainter>

#include <cmath>

namespace backflow {

void EquationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  QStyleOptionViewItem item = option;
  initStyleOption(&item, index);
  const std::vector<EquationRun> runs = equationRuns(item.text);
  item.text.clear();
  const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
  const bool isSelected = (item.state & QStyle::State_Selected) != 0;
  painter->save();
  painter->setClipRect(item.rect);
  painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
  // On one line with the plain text of the columns beside it.
  const double free = item.rect.height() - QFontMetricsF(item.font).height();
  paintEquation(*painter, {item.rect.x() + 4.0, item.rect.y() + free / 2}, runs, item.font);
  painter->restore();
}

QSize EquationDelegate::sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
  QStyleOptionViewItem item = option;
  initStyleOption(&item, index);
  const QSizeF size = equationSize(equationRuns(item.text), item.font);
  return {static_cast<int>(std::ceil(size.width())) + wideGap,
          static_cast<int>(std::ceil(size.height())) + wideGap};
}

} // namespace backflow
