// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/tile_product.h"

#include "core/numeric/kernels/kernels.h"

#include <algorithm>

namespace backflow {

namespace {

// So many steps of a panel of both factors stay in the first-level cache.
constexpr std::ptrdiff_t stepsAtOnce = 256;

} // namespace

template <class Scalar>
PackedFactor<Scalar>::PackedFactor(FactorSide side, std::ptrdiff_t entries, std::ptrdiff_t steps)
    : m_width(side == FactorSide::Left ? kernels<Scalar>().tileRows
                                       : kernels<Scalar>().tileColumns),
      m_entries(entries), m_capacity(steps),
      m_panels((entries + m_width - 1) / m_width * m_width * steps) {}

template <class Scalar>
void PackedFactor<Scalar>::append(const FactorView<Scalar>& view, std::ptrdiff_t steps) {
  for (std::ptrdiff_t first = 0; first < m_entries; first += m_width) {
    // What lies beyond the last entry stays as it was made: zero.
    const std::ptrdiff_t width = std::min(m_width, m_entries - first);
    Scalar* to = m_panels.data() + first * m_capacity + m_steps * m_width;
    const Scalar* from = view.data + first * view.entryStride;
    if (view.entryStride == 1) {
      for (std::ptrdiff_t k = 0; k < steps; ++k, to += m_width, from += view.stepStride) {
        std::copy_n(from, width, to);
      }
      continue;
    }
    for (std::ptrdiff_t i = 0; i < width; ++i, from += view.entryStride) {
      for (std::ptrdiff_t k = 0; k < steps; ++k) {
        to[i + k * m_width] = from[k * view.stepStride];
      }
    }
  }
  m_steps += steps;
}

template <class Scalar>
void addTileProduct(const PackedFactor<Scalar>& left, const PackedFactor<Scalar>& right,
                    Scalar* result, std::ptrdiff_t stride) {
  for (std::ptrdiff_t first = 0; first < left.steps(); first += stepsAtOnce) {
    kernels<Scalar>().multiplyTiles({left.data() + first * left.width(), left.panelStride(),
                                     right.data() + first * right.width(), right.panelStride(),
                                     std::min(stepsAtOnce, left.steps() - first), result, stride,
                                     left.entries(), right.entries()});
  }
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template class PackedFactor<Scalar>;                                                             \
  template void addTileProduct(const PackedFactor<Scalar>&, const PackedFactor<Scalar>&, Scalar*,  \
                               std::ptrdiff_t);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
