// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/packed_matrix.h"

#include "core/numeric/emulated.h"

#include <algorithm>

namespace backflow {

template <class Scalar>
PackedMatrix<Scalar>::PackedMatrix(const Matrix& values)
    : m_rows(values.rows()), m_columns(values.cols()) {
  const Eigen::Index panels = (m_rows + panelRows - 1) / panelRows;
  m_panels.setZero(panels * panelRows * m_columns);
  for (Eigen::Index i = 0; i < m_rows; ++i) {
    const Eigen::Index panelStart = (i / panelRows) * panelRows * m_columns + i % panelRows;
    for (Eigen::Index j = 0; j < m_columns; ++j) {
      m_panels[panelStart + j * panelRows] = values(i, j);
    }
  }
}

template <class Scalar> void PackedMatrix<Scalar>::addProduct(const Scalar* x, Scalar* y) const {
  using Panel = Eigen::Array<Scalar, panelRows, 1>;
  const Scalar* column = m_panels.data();
  for (Eigen::Index first = 0; first < m_rows; first += panelRows) {
    const Eigen::Index inPanel = std::min(panelRows, m_rows - first);
    Panel sum = Panel::Zero();
    std::copy_n(y + first, inPanel, sum.data());
    for (Eigen::Index j = 0; j < m_columns; ++j, column += panelRows) {
      sum += Eigen::Map<const Panel>(column) * x[j];
    }
    std::copy_n(sum.data(), inPanel, y + first);
  }
}

template class PackedMatrix<float>;
template class PackedMatrix<double>;
template class PackedMatrix<BFloat16>;
template class PackedMatrix<Float16>;

} // namespace backflow
