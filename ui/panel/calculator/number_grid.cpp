// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/number_grid.h"

#include "ui/panel/appearance.h"
#include "ui/text/number_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace backflow {

NumberGrid::NumberGrid(const QString& name, QWidget* parent) : QTableWidget(parent) {
  setObjectName(name);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::AllEditTriggers);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setHighlightSections(false);
  verticalHeader()->setHighlightSections(false);
  connect(this, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) { take(*item); });
}

void NumberGrid::setHeaders(const QStringList& rows, const QStringList& columns) {
  const QSignalBlocker blocker(this);
  setRowCount(static_cast<int>(rows.size()));
  setColumnCount(static_cast<int>(columns.size()));
  setVerticalHeaderLabels(rows);
  setHorizontalHeaderLabels(columns);
  fitSections();
}

void NumberGrid::setValues(const Eigen::MatrixXd& values) {
  const QSignalBlocker blocker(this);
  m_values = values;
  for (int row = 0; row < rowCount(); ++row) {
    for (int column = 0; column < columnCount(); ++column) {
      QTableWidgetItem* entry = item(row, column);
      if (entry == nullptr) {
        entry = new QTableWidgetItem;
        entry->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(row, column, entry);
      }
      entry->setText(formatNumber(values(row, column)));
    }
  }
}

void NumberGrid::take(const QTableWidgetItem& entry) {
  const int row = entry.row();
  const int column = entry.column();
  const QString text = entry.text();
  const std::optional<double> value = parseNumber(text);
  // The shown text has fewer digits than the value: leaving it as it is must not change the value.
  const bool isChange = value && text != formatNumber(m_values(row, column));
  if (isChange) {
    m_values(row, column) = *value;
  }
  setValues(m_values);
  if (isChange) {
    emit numberEntered(row, column, *value);
  } else if (!value) {
    emit textRejected(text);
  }
}

void NumberGrid::fitSections() {
  const int width = fontMetrics().horizontalAdvance(QStringLiteral("−0.0000")) + wideGap;
  const int height = fontMetrics().height() + wideGap;
  for (QHeaderView* header : {horizontalHeader(), verticalHeader()}) {
    header->setMinimumSectionSize(0);
  }
  for (int column = 0; column < columnCount(); ++column) {
    const QTableWidgetItem* header = horizontalHeaderItem(column);
    const int words = header == nullptr ? 0 : fontMetrics().horizontalAdvance(header->text());
    setColumnWidth(column, std::max(width, words + 2 * wideGap));
  }
  for (int row = 0; row < rowCount(); ++row) {
    setRowHeight(row, height);
  }
  updateGeometry();
}

QSize NumberGrid::sizeHint() const {
  return {verticalHeader()->sizeHint().width() + horizontalHeader()->length() + 2 * frameWidth(),
          horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth()};
}

void NumberGrid::changeEvent(QEvent* event) {
  QTableWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) {
    fitSections();
  }
}

} // namespace backflow
