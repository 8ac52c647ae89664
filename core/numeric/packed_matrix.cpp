// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/packed_matrix.h"

#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <array>

namespace backflow {

template <class Scalar>
PackedMatrix<Scalar>::PackedMatrix(std::span<const Eigen::Index> blockRows, Eigen::Index columns)
    : m_group(kernels<Scalar>().panelGroup), m_columns(columns) {
  std::size_t panels = 0;
  for (const Eigen::Index rows : blockRows) {
    panels += static_cast<std::size_t>((rows + panelRows - 1) / panelRows);
  }
  m_places.reserve(panels);
  m_firstPanels.reserve(blockRows.size());
  for (std::size_t block = 0; block < blockRows.size(); ++block) {
    m_firstPanels.push_back(static_cast<Eigen::Index>(m_places.size()));
    m_rows += blockRows[block];
    for (Eigen::Index row = 0; row < blockRows[block]; row += panelRows) {
      m_places.push_back({static_cast<int>(block), static_cast<int>(row),
                          static_cast<int>(std::min(panelRows, blockRows[block] - row))});
    }
  }
  // A second pass over large weights takes long, so that only what nobody sets becomes zero.
  m_panels = AlignedArray<Scalar>::uninitialised(static_cast<Eigen::Index>(m_places.size()) *
                                                 panelRows * m_columns);
  for (const PanelPlace& panel : m_places) {
    if (panel.rows < panelRows) {
      const auto block = static_cast<std::size_t>(panel.block);
      Scalar* to = m_panels.data() + place(block, panel.row);
      for (Eigen::Index j = 0; j < m_columns; ++j, to += columnStride(block, panel.row)) {
        std::fill_n(to + panel.rows, panelRows - panel.rows, Scalar(0));
      }
    }
  }
}

template <class Scalar>
PackedMatrix<Scalar>::PackedMatrix(const Matrix& values)
    : PackedMatrix(std::array{values.rows()}, values.cols()) {
  set(0, 0, values.template cast<double>());
}

template <class Scalar>
void PackedMatrix<Scalar>::set(std::size_t block, Eigen::Index firstColumn,
                               const Eigen::Ref<const Eigen::MatrixXd>& values) {
  // A few columns at a time: each lies on pages of memory of its own.
  constexpr Eigen::Index together = 16;
  for (Eigen::Index column = 0; column < values.cols(); column += together) {
    const Eigen::Index end = std::min(column + together, values.cols());
    for (Eigen::Index first = 0; first < values.rows(); first += panelRows) {
      const Eigen::Index rows = std::min(panelRows, values.rows() - first);
      const Eigen::Index stride = columnStride(block, first);
      Scalar* to = m_panels.data() + place(block, first) + (firstColumn + column) * stride;
      for (Eigen::Index j = column; j < end; ++j, to += stride) {
        const double* from = &values.coeffRef(first, j);
        for (Eigen::Index i = 0; i < rows; ++i) {
          to[i] = static_cast<Scalar>(from[i]);
        }
      }
    }
  }
}

template <class Scalar>
void PackedMatrix<Scalar>::setTransposed(std::size_t block, Eigen::Index firstColumn,
                                         const Eigen::Ref<const Eigen::MatrixXd>& values) {
  for (Eigen::Index first = 0; first < values.cols(); first += panelRows) {
    const Eigen::Index rows = std::min(panelRows, values.cols() - first);
    const Eigen::Index stride = columnStride(block, first);
    Scalar* to = m_panels.data() + place(block, first) + firstColumn * stride;
    for (Eigen::Index j = 0; j < values.rows(); ++j, to += stride) {
      for (Eigen::Index i = 0; i < rows; ++i) {
        to[i] = static_cast<Scalar>(values.coeffRef(j, first + i));
      }
    }
  }
}

template <class Scalar>
void PackedMatrix<Scalar>::copyColumns(Eigen::Index first, Matrix& to) const {
  for (std::size_t p = 0; p < m_places.size(); ++p) {
    const auto block = static_cast<std::size_t>(m_places[p].block);
    const Eigen::Index row = m_places[p].row;
    const Scalar* from = m_panels.data() + place(block, row) + first * columnStride(block, row);
    for (Eigen::Index j = 0; j < to.cols(); ++j, from += columnStride(block, row)) {
      std::copy_n(from, panelRows, &to.coeffRef(static_cast<Eigen::Index>(p) * panelRows, j));
    }
  }
}

template <class Scalar>
AlignedArray<Scalar> PackedMatrix<Scalar>::startingAt(
    const std::vector<Eigen::Matrix<Scalar, Eigen::Dynamic, 1>>& blocks) const {
  AlignedArray<Scalar> result(static_cast<Eigen::Index>(m_places.size()) * panelRows);
  for (std::size_t p = 0; p < m_places.size(); ++p) {
    const PanelPlace& to = m_places[p];
    const auto& block = blocks[static_cast<std::size_t>(to.block)];
    std::copy_n(block.data() + to.row, to.rows,
                result.data() + static_cast<Eigen::Index>(p) * panelRows);
  }
  return result;
}

template <class Scalar>
PanelProduct<Scalar> PackedMatrix<Scalar>::product(const ProductSegment<Scalar>* segments,
                                                   std::ptrdiff_t segmentCount) const {
  return {.panels = m_panels.data(),
          .places = m_places.data(),
          .panelCount = static_cast<std::ptrdiff_t>(m_places.size()),
          .columns = m_columns,
          .skippedColumns = 0,
          .segments = segments,
          .segmentCount = segmentCount,
          .initial = nullptr,
          .starts = nullptr,
          .blocks = nullptr};
}

template <class Scalar>
void PackedMatrix<Scalar>::addProduct(const ProductSegment<Scalar>* segments,
                                      std::ptrdiff_t segmentCount, const Scalar* initial,
                                      Scalar* const* blocks) const {
  PanelProduct<Scalar> call = product(segments, segmentCount);
  call.initial = initial;
  call.starts = blocks;
  call.blocks = blocks;
  kernels<Scalar>().multiplyPanels(call);
}

template <class Scalar> void PackedMatrix<Scalar>::addProduct(const Scalar* x, Scalar* y) const {
  const ProductSegment<Scalar> segment{x, m_columns};
  addProduct(&segment, 1, nullptr, &y);
}

template class PackedMatrix<float>;
template class PackedMatrix<double>;
template class PackedMatrix<BFloat16>;
template class PackedMatrix<Float16>;

} // namespace backflow
