// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/aligned_array.h"
#include "core/numeric/kernels/kernel_table.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace backflow {

/// A matrix laid out for y ← y + A·x with many x: panels of rows, a few of them side by side,
/// column after column, so that a product reads it once from its beginning to its end.
///
/// x may come in several segments and y in several blocks of rows, each a vector of its own: the
/// gates of a cell that read the same vectors are one matrix.
///
/// Every entry of the result is gathered in one order, which the set of kernels and the shape of
/// the matrix alone decide, so that a scalar replay finds the very operation at which an inf or a
/// NaN came up: over S = partialSums() sums s_0 = y_i, s_1 = −0, …, the products a_ij·x_j of each
/// segment being added to s_0, s_1, …, s_{S−1}, s_0, … in turn (all to s_0 if the segment is not
/// split). Each product and each sum is rounded once, or both together if the kernel fuses
/// (kernelFuses()). In the end s_k ← s_k + s_{k+S/2} for k < S/2, and so on with half of them,
/// until one is left.
template <class Scalar> class PackedMatrix {
 public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;

  /// Every entry is still to be set. blockRows: how many rows each block of y has.
  PackedMatrix(std::span<const Eigen::Index> blockRows, Eigen::Index columns);
  explicit PackedMatrix(const Matrix& values);

  /// Sets rows 0.. of a block, columns `firstColumn`.., each number rounded to `Scalar`.
  void set(std::size_t block, Eigen::Index firstColumn,
           const Eigen::Ref<const Eigen::MatrixXd>& values);
  /// The same with the transposed of `values`.
  void setTransposed(std::size_t block, Eigen::Index firstColumn,
                     const Eigen::Ref<const Eigen::MatrixXd>& values);
  /// As many columns as `to` has, from `first` on; its rows are laid out as startingAt() lays out
  /// the blocks.
  void copyColumns(Eigen::Index first, Matrix& to) const;
  Scalar at(std::size_t block, Eigen::Index row, Eigen::Index column) const {
    return m_panels[place(block, row) + column * columnStride(block, row)];
  }

  /// What the result starts at in place of what the blocks hold: a vector laid out as they are.
  AlignedArray<Scalar>
  startingAt(const std::vector<Eigen::Matrix<Scalar, Eigen::Dynamic, 1>>&) const;

  /// blocks: where each begins. They may not overlap the segments. initial: see startingAt(), or
  /// null. Allocates nothing.
  void addProduct(const ProductSegment<Scalar>* segments, std::ptrdiff_t segmentCount,
                  const Scalar* initial, Scalar* const* blocks) const;
  /// x: columns() numbers, y: rows() numbers of the one block; they may not overlap.
  void addProduct(const Scalar* x, Scalar* y) const;

  /// How many partial sums this row of the result is gathered over.
  int partialSums(std::size_t block, Eigen::Index row) const {
    return partialSumsOf(groupSize(panelOf(block, row)), m_group);
  }

  /// For who applies it himself: all but what y starts at and where it goes.
  PanelProduct<Scalar> product(const ProductSegment<Scalar>* segments,
                               std::ptrdiff_t segmentCount) const;
  /// Rows of a panel. Each block begins a panel of its own.
  static constexpr Eigen::Index panelRows = 64 / sizeof(Scalar);
  /// Numbers of a vector laid out as startingAt() does.
  std::ptrdiff_t startSize() const {
    return static_cast<std::ptrdiff_t>(m_places.size()) * panelRows;
  }

  Eigen::Index rows() const { return m_rows; }
  Eigen::Index columns() const { return m_columns; }

 private:
  Eigen::Index panelOf(std::size_t block, Eigen::Index row) const {
    return m_firstPanels[block] + row / panelRows;
  }
  Eigen::Index groupSize(Eigen::Index panel) const {
    const Eigen::Index first = panel / m_group * m_group;
    const auto rest = static_cast<Eigen::Index>(m_places.size()) - first;
    return rest < m_group ? rest : m_group;
  }
  Eigen::Index columnStride(std::size_t block, Eigen::Index row) const {
    return groupSize(panelOf(block, row)) * panelRows;
  }
  Eigen::Index place(std::size_t block, Eigen::Index row) const {
    const Eigen::Index panel = panelOf(block, row);
    return panel / m_group * m_group * panelRows * m_columns + panel % m_group * panelRows +
           row % panelRows;
  }

  Eigen::Index m_group; ///< panels side by side
  Eigen::Index m_rows = 0;
  Eigen::Index m_columns;
  std::vector<PanelPlace> m_places;
  std::vector<Eigen::Index> m_firstPanels; ///< by block
  AlignedArray<Scalar> m_panels;
};

} // namespace backflow
