// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTableWidget>

#include <Eigen/Core>

namespace backflow {

/// A small matrix that is edited number by number; as large as its entries. What is not a number is
/// refused and the entry as it was comes back.
class NumberGrid : public QTableWidget {
  Q_OBJECT

 public:
  explicit NumberGrid(const QString& name, QWidget* parent = nullptr);

  void setHeaders(const QStringList& rows, const QStringList& columns);
  /// Shows them. @pre as many as there are headers.
  void setValues(const Eigen::MatrixXd& values);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void numberEntered(int row, int column, double value);
  void textRejected(const QString& text);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fitSections();
  void take(const QTableWidgetItem& item);

  Eigen::MatrixXd m_values;
};

} // namespace backflow
