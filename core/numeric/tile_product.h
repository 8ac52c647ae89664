// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/aligned_array.h"

#include <cstddef>

namespace backflow {

/// Where the numbers of a factor stand: entry i of step k at data[i · entryStride + k ·
/// stepStride].
template <class Scalar> struct FactorView {
  const Scalar* data;
  std::ptrdiff_t entryStride;
  std::ptrdiff_t stepStride;
};

enum class FactorSide { Left, Right };

/// A sequence of vectors, one a step, laid out for TileProduct: panels of entries, step after step.
/// Instantiated for all formats.
template <class Scalar> class PackedFactor {
 public:
  PackedFactor() = default;
  /// entries: of a vector; steps: the most that come together.
  PackedFactor(FactorSide side, std::ptrdiff_t entries, std::ptrdiff_t steps);

  void clear() { m_steps = 0; }
  /// Puts `steps` further vectors behind those that are there. Allocates nothing.
  void append(const FactorView<Scalar>& view, std::ptrdiff_t steps);

  const Scalar* data() const { return m_panels.data(); }
  std::ptrdiff_t panelStride() const { return m_width * m_capacity; }
  std::ptrdiff_t width() const { return m_width; }
  std::ptrdiff_t entries() const { return m_entries; }
  std::ptrdiff_t steps() const { return m_steps; }
  /// The most steps that come together.
  std::ptrdiff_t capacity() const { return m_capacity; }
  bool isFull() const { return m_steps == m_capacity; }

 private:
  std::ptrdiff_t m_width = 1; ///< entries of a panel
  std::ptrdiff_t m_entries = 0;
  std::ptrdiff_t m_capacity = 0;
  std::ptrdiff_t m_steps = 0;
  AlignedArray<Scalar> m_panels;
};

/// C ← C + Σ_k left_k right_kᵀ, entry by entry in the order of the steps: each product and each sum
/// rounded once, or both together if the kernel fuses. C has left.entries() rows and
/// right.entries() columns, column j at result + j · stride.
template <class Scalar>
void addTileProduct(const PackedFactor<Scalar>& left, const PackedFactor<Scalar>& right,
                    Scalar* result, std::ptrdiff_t stride);

/// The same with every column starting at `start`, a vector of left.entries() numbers, in place of
/// what C holds.
template <class Scalar>
void setTileProduct(const PackedFactor<Scalar>& left, const PackedFactor<Scalar>& right,
                    const Scalar* start, Scalar* result, std::ptrdiff_t stride);

} // namespace backflow
