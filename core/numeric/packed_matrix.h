// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <vector>

namespace backflow {

/// A matrix laid out for y ← y + A·x with many x: panels of rows, column after column.
///
/// Every entry of the result is gathered in one fixed order, y_i ← (((y_i + a_i1·x_1) + a_i2·x_2)
/// + …), each product and each sum rounded once, so that a scalar replay of that order finds the
/// very operation at which an inf or a NaN came up. Instantiated for float and double.
template <class Scalar> class PackedMatrix {
 public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;

  explicit PackedMatrix(const Matrix& values);

  /// x: columns() numbers, y: rows() numbers; they may not overlap.
  void addProduct(const Scalar* x, Scalar* y) const;

  Eigen::Index rows() const { return m_rows; }
  Eigen::Index columns() const { return m_columns; }

 private:
  static constexpr Eigen::Index panelRows = 64 / sizeof(Scalar);

  Eigen::Index m_rows;
  Eigen::Index m_columns;
  Eigen::Matrix<Scalar, Eigen::Dynamic, 1> m_panels;
};

} // namespace backflow
