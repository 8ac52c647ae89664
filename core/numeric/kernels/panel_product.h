// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace backflow {

/// A vector that some columns of a packed matrix are multiplied with.
template <class Scalar> struct ProductSegment {
  const Scalar* numbers;
  std::ptrdiff_t count;
  /// Whether its products go to the partial sums in turn, its first one to the first; else all go
  /// to the first.
  bool isSplit = true;
};

/// Where the rows of one panel of a packed matrix go: into which of the result's vectors, from
/// which entry on, and how many (the rest of the panel is padding).
struct PanelPlace {
  int block;
  int row;
  int rows;
};

/// More segments or blocks than this do not come together in one product.
inline constexpr std::size_t mostInProduct = 16;

/// Which of a product's rows are computed first. No result depends on it.
enum class RowOrder { FromFirst, FromLast };

/// An addition has to wait for the one before. A full group of panels has sums enough for the
/// multipliers to be busy meanwhile; in a smaller one each entry is gathered over several.
inline constexpr std::ptrdiff_t mostPartialSums = 4;
/// How many, a power of two: for a group of `panels` panels where a full one has `fullGroup`. Where
/// that is but two, one panel is so many short vectors that its sums are enough. (Kernels use it in
/// constant expressions alone, so that no code of theirs is emitted for it.)
constexpr int partialSumsOf(std::ptrdiff_t panels, std::ptrdiff_t fullGroup) {
  if (fullGroup < mostPartialSums) {
    return 1;
  }
  std::ptrdiff_t sums = 1;
  while (2 * sums * panels <= fullGroup && 2 * sums <= mostPartialSums) {
    sums *= 2;
  }
  return static_cast<int>(sums);
}

/// A product y ← start + A·x, x being the segments one after another and y the blocks. See
/// PackedMatrix for the order in which it is gathered.
template <class Scalar> struct PanelProduct {
  const Scalar* panels;     ///< see PackedMatrix
  const PanelPlace* places; ///< block after block, row after row, each full but a block's last
  std::ptrdiff_t panelCount;
  std::ptrdiff_t columns;        ///< of A
  std::ptrdiff_t skippedColumns; ///< columns of A that stand before those of the segments
  const ProductSegment<Scalar>* segments;
  std::ptrdiff_t segmentCount;
  const Scalar* initial;       ///< what y starts at, a panel after another; null: see starts
  const Scalar* const* starts; ///< what y starts at, by block; may be the blocks themselves
  Scalar* const* blocks;
};

/// How many numbers of each class there are.
struct ClassCounts {
  int zeros = 0;
  int subnormals = 0;
  int infinities = 0;
  int nans = 0;
};

} // namespace backflow
