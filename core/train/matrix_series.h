// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/aligned_array.h"
#include "core/numeric/dense.h"

#include <Eigen/Core>

namespace backflow {

/// Matrices of one size in one piece of memory, each beginning at a cache line. Not set at first.
template <class Scalar> class MatrixSeries {
 public:
  using Matrix = MatrixOf<Scalar>;

  MatrixSeries() = default;
  MatrixSeries(Eigen::Index rows, Eigen::Index columns, Eigen::Index count)
      : m_rows(rows), m_columns(columns),
        m_stride((rows * columns + lineLength - 1) / lineLength * lineLength),
        m_numbers(AlignedArray<Scalar>::uninitialised(m_stride * count)) {}

  /// index: from 0
  Eigen::Map<Matrix> at(Eigen::Index index) {
    return {m_numbers.data() + index * m_stride, m_rows, m_columns};
  }
  Eigen::Map<const Matrix> at(Eigen::Index index) const {
    return {m_numbers.data() + index * m_stride, m_rows, m_columns};
  }

 private:
  static constexpr Eigen::Index lineLength = 64 / sizeof(Scalar);

  Eigen::Index m_rows = 0;
  Eigen::Index m_columns = 0;
  Eigen::Index m_stride = 0;
  AlignedArray<Scalar> m_numbers;
};

} // namespace backflow
