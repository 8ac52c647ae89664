// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/tile_product.h"

#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace backflow {

namespace {

// A panel of so many steps of the left factor stays in the second-level cache. To go through the
// result more often, for panels that the first level holds, costs more than it gives.
constexpr std::ptrdiff_t stepsAtOnce = 1024;

/// Steps from `first` on of the first `width` entries of a panel that holds `panelWidth`.
template <class Scalar>
void packPanel(const FactorView<Scalar>& view, std::ptrdiff_t width, std::ptrdiff_t panelWidth,
               std::ptrdiff_t first, std::ptrdiff_t steps, Scalar* to) {
  if (view.entryStride == 1) {
    for (std::ptrdiff_t k = first; k < steps; ++k) {
      std::copy_n(view.data + k * view.stepStride, width, to + k * panelWidth);
    }
    return;
  }
  for (std::ptrdiff_t i = 0; i < width; ++i) {
    const Scalar* from = view.data + i * view.entryStride;
    for (std::ptrdiff_t k = first; k < steps; ++k) {
      to[i + k * panelWidth] = from[k * view.stepStride];
    }
  }
}

/// Vectors that lie side by side: copied whole, in a size that the compiler knows.
template <class Scalar, std::size_t width>
void copyPanel(const FactorView<Scalar>& view, std::ptrdiff_t panelWidth, std::ptrdiff_t steps,
               Scalar* to) {
  for (std::ptrdiff_t k = 0; k < steps; ++k) {
    std::memcpy(to + k * panelWidth, view.data + k * view.stepStride, width * sizeof(Scalar));
  }
}

using FourFloats __attribute__((vector_size(16), aligned(4), may_alias)) = float;
using TwoDoubles __attribute__((vector_size(16), aligned(8), may_alias)) = double;

// to[k + i · width] = from[i + k · stride] for i and k below `squareSide`.
constexpr std::ptrdiff_t squareSide = 4;

inline void transposeSquare(const float* from, std::ptrdiff_t stride, float* to,
                            std::ptrdiff_t width) {
  const auto row = [&](std::ptrdiff_t k) {
    return *reinterpret_cast<const FourFloats*>(from + k * stride);
  };
  const auto put = [&](std::ptrdiff_t i, FourFloats values) {
    *reinterpret_cast<FourFloats*>(to + i * width) = values;
  };
  const FourFloats firstOf01 = __builtin_shufflevector(row(0), row(1), 0, 4, 1, 5);
  const FourFloats lastOf01 = __builtin_shufflevector(row(0), row(1), 2, 6, 3, 7);
  const FourFloats firstOf23 = __builtin_shufflevector(row(2), row(3), 0, 4, 1, 5);
  const FourFloats lastOf23 = __builtin_shufflevector(row(2), row(3), 2, 6, 3, 7);
  put(0, __builtin_shufflevector(firstOf01, firstOf23, 0, 1, 4, 5));
  put(1, __builtin_shufflevector(firstOf01, firstOf23, 2, 3, 6, 7));
  put(2, __builtin_shufflevector(lastOf01, lastOf23, 0, 1, 4, 5));
  put(3, __builtin_shufflevector(lastOf01, lastOf23, 2, 3, 6, 7));
}

inline void transposeSquare(const double* from, std::ptrdiff_t stride, double* to,
                            std::ptrdiff_t width) {
  for (std::ptrdiff_t k = 0; k < squareSide; k += 2) {
    for (std::ptrdiff_t i = 0; i < squareSide; i += 2) {
      const auto upper = *reinterpret_cast<const TwoDoubles*>(from + i + k * stride);
      const auto lower = *reinterpret_cast<const TwoDoubles*>(from + i + (k + 1) * stride);
      *reinterpret_cast<TwoDoubles*>(to + k + i * width) =
          __builtin_shufflevector(upper, lower, 0, 2);
      *reinterpret_cast<TwoDoubles*>(to + k + (i + 1) * width) =
          __builtin_shufflevector(upper, lower, 1, 3);
    }
  }
}

/// Entries that lie side by side from step to step: turned in squares that registers hold.
template <class Scalar>
void transposePanel(const FactorView<Scalar>& view, std::ptrdiff_t width, std::ptrdiff_t panelWidth,
                    std::ptrdiff_t steps, Scalar* to) {
  const std::ptrdiff_t whole = steps / squareSide * squareSide;
  for (std::ptrdiff_t k = 0; k < whole; k += squareSide) {
    for (std::ptrdiff_t i = 0; i < width; i += squareSide) {
      transposeSquare(view.data + i * view.entryStride + k, view.entryStride,
                      to + i + k * panelWidth, panelWidth);
    }
  }
  packPanel(view, width, panelWidth, whole, steps, to);
}

/// Packs the first `width` entries of a panel, if there is a quick way.
template <class Scalar>
bool packQuickly(const FactorView<Scalar>& view, std::ptrdiff_t width, std::ptrdiff_t panelWidth,
                 std::ptrdiff_t steps, Scalar* to) {
  if (view.entryStride == 1) {
    switch (width) {
    case 4:
      copyPanel<Scalar, 4>(view, panelWidth, steps, to);
      return true;
    case 8:
      copyPanel<Scalar, 8>(view, panelWidth, steps, to);
      return true;
    case 12:
      copyPanel<Scalar, 12>(view, panelWidth, steps, to);
      return true;
    case 16:
      copyPanel<Scalar, 16>(view, panelWidth, steps, to);
      return true;
    case 24:
      copyPanel<Scalar, 24>(view, panelWidth, steps, to);
      return true;
    case 32:
      copyPanel<Scalar, 32>(view, panelWidth, steps, to);
      return true;
    default:
      return false;
    }
  }
  if constexpr (std::is_floating_point_v<Scalar>) {
    if (view.stepStride == 1 && width % squareSide == 0) {
      transposePanel(view, width, panelWidth, steps, to);
      return true;
    }
  }
  return false;
}

template <class Scalar> struct TileStart {
  const Scalar* numbers;
  std::ptrdiff_t stride;
};

template <class Scalar>
void startTileProduct(const PackedFactor<Scalar>& left, const PackedFactor<Scalar>& right,
                      TileStart<Scalar> start, Scalar* result, std::ptrdiff_t stride) {
  for (std::ptrdiff_t first = 0; first < left.steps(); first += stepsAtOnce) {
    kernels<Scalar>().multiplyTiles({left.data() + first * left.width(), left.panelStride(),
                                     right.data() + first * right.width(), right.panelStride(),
                                     std::min(stepsAtOnce, left.steps() - first), start.numbers,
                                     start.stride, result, stride, left.entries(),
                                     right.entries()});
    start = {result, stride};
  }
}

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
    const FactorView<Scalar> panel{view.data + first * view.entryStride, view.entryStride,
                                   view.stepStride};
    if (!packQuickly(panel, width, m_width, steps, to)) {
      packPanel(panel, width, m_width, 0, steps, to);
    }
  }
  m_steps += steps;
}

template <class Scalar>
void addTileProduct(const PackedFactor<Scalar>& left, const PackedFactor<Scalar>& right,
                    Scalar* result, std::ptrdiff_t stride) {
  startTileProduct<Scalar>(left, right, {result, stride}, result, stride);
}

template <class Scalar>
void setTileProduct(const PackedFactor<Scalar>& left, const PackedFactor<Scalar>& right,
                    const Scalar* start, Scalar* result, std::ptrdiff_t stride) {
  startTileProduct<Scalar>(left, right, {start, 0}, result, stride);
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template class PackedFactor<Scalar>;                                                             \
  template void addTileProduct(const PackedFactor<Scalar>&, const PackedFactor<Scalar>&, Scalar*,  \
                               std::ptrdiff_t);                                                    \
  template void setTileProduct(const PackedFactor<Scalar>&, const PackedFactor<Scalar>&,           \
                               const Scalar*, Scalar*, std::ptrdiff_t);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
