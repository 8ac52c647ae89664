// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: sums of outer products of packed factors, a tile of the result at a
// time, which the registers hold.
#pragma once

#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/wide_vector.h"

namespace backflow {
namespace {

constexpr int tileColumns = BACKFLOW_KERNEL_BYTES >= 64 ? 8 : 4;
// Tall tiles need fewer loads for as many products; these leave no register idle.
constexpr int tileVectors = BACKFLOW_KERNEL_BYTES == 32 ? 3 : 2;
template <class Scalar>
constexpr std::ptrdiff_t tileRows = std::ptrdiff_t{tileVectors} * Wide<Scalar>::lanes;

/// One tile of `vectors` vectors by tileColumns, gathered in registers.
template <int vectors, class Scalar>
BACKFLOW_INLINE void multiplyTile(const Scalar* left, const Scalar* right, std::ptrdiff_t steps,
                                  const Scalar* start, std::ptrdiff_t startStride, Scalar* result,
                                  std::ptrdiff_t stride) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  VectorIn<Scalar> sums[vectors][tileColumns];
#pragma GCC unroll 8
  for (int j = 0; j < tileColumns; ++j) {
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v) {
      sums[v][j] = load(start + j * startStride + v * lanes);
    }
  }
  for (std::ptrdiff_t k = 0; k < steps; ++k, left += tileRows<Scalar>, right += tileColumns) {
    VectorIn<Scalar> factors[vectors];
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v) {
      factors[v] = load(left + v * lanes);
    }
#pragma GCC unroll 8
    for (int j = 0; j < tileColumns; ++j) {
      const VectorIn<Scalar> factor = broadcast(right[j]);
#pragma GCC unroll 4
      for (int v = 0; v < vectors; ++v) {
        sums[v][j] = multiplyAdd<Scalar>(factors[v], factor, sums[v][j]);
      }
    }
  }
#pragma GCC unroll 8
  for (int j = 0; j < tileColumns; ++j) {
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v) {
      store(result + j * stride + v * lanes, sums[v][j]);
    }
  }
}

/// Asks for a tile that is computed next. Its columns lie too far apart for a processor to foresee,
/// and its sums begin with what stands there.
template <class Scalar>
BACKFLOW_INLINE void prefetchTile(const Scalar* tile, std::ptrdiff_t stride) {
  constexpr std::ptrdiff_t perLine = 64 / static_cast<std::ptrdiff_t>(sizeof(Scalar));
#pragma GCC unroll 8
  for (int j = 0; j < tileColumns; ++j) {
#pragma GCC unroll 4
    for (std::ptrdiff_t i = 0; i < tileRows<Scalar>; i += perLine) {
      __builtin_prefetch(tile + j * stride + i, 1);
    }
  }
}

/// A tile that the matrix does not fill, computed beside it.
template <int vectors, class Scalar>
BACKFLOW_INLINE void multiplyEdge(const TileCall<Scalar>& call, const Scalar* left,
                                  const Scalar* right, const Scalar* start, Scalar* result,
                                  std::ptrdiff_t rows, std::ptrdiff_t columns) {
  constexpr std::ptrdiff_t height = Wide<Scalar>::lanes * vectors;
  alignas(64) Scalar edge[height * tileColumns];
  for (std::ptrdiff_t c = 0; c < tileColumns; ++c) {
    for (std::ptrdiff_t r = 0; r < height; ++r) {
      edge[c * height + r] = r < rows && c < columns ? start[r + c * call.startStride] : Scalar(0);
    }
  }
  multiplyTile<vectors, Scalar>(left, right, call.steps, edge, height, edge, height);
  for (std::ptrdiff_t c = 0; c < columns; ++c) {
    for (std::ptrdiff_t r = 0; r < rows; ++r) {
      result[r + c * call.resultStride] = edge[c * height + r];
    }
  }
}

/// The tile whose first of `rows` rows is `i` and whose first column is `j`.
template <int vectors, class Scalar>
BACKFLOW_INLINE void multiplyTileAt(const TileCall<Scalar>& call, std::ptrdiff_t i,
                                    std::ptrdiff_t rows, std::ptrdiff_t j) {
  constexpr std::ptrdiff_t height = Wide<Scalar>::lanes * vectors;
  const Scalar* left = call.left + i / tileRows<Scalar> * call.leftPanelStride;
  const Scalar* right = call.right + j / tileColumns * call.rightPanelStride;
  const Scalar* start = call.start + i + j * call.startStride;
  Scalar* result = call.result + i + j * call.resultStride;
  const std::ptrdiff_t rest = call.columns - j;
  if (vectors == tileVectors && rest >= std::ptrdiff_t{2} * tileColumns) {
    prefetchTile(result + tileColumns * call.resultStride, call.resultStride);
  }
  if (rows == height && rest >= tileColumns) {
    multiplyTile<vectors>(left, right, call.steps, start, call.startStride, result,
                          call.resultStride);
  } else {
    multiplyEdge<vectors>(call, left, right, start, result, rows,
                          rest < tileColumns ? rest : std::ptrdiff_t{tileColumns});
  }
}

/// From row `first` on, up to two tiles one below the other, and so all along the columns: where
/// these lie a page or several apart, they share few places of the cache, and a tile is alone with
/// a part of a line at each.
template <int vectors, class Scalar>
BACKFLOW_INLINE void multiplyRowsOfTiles(const TileCall<Scalar>& call, std::ptrdiff_t first,
                                         std::ptrdiff_t rows) {
  for (std::ptrdiff_t j = 0; j < call.columns; j += tileColumns) {
    for (std::ptrdiff_t i = 0; i < rows; i += tileRows<Scalar>) {
      multiplyTileAt<vectors>(call, first + i,
                              rows - i < tileRows<Scalar> ? rows - i : tileRows<Scalar>, j);
    }
  }
}

template <class Scalar> void multiplyTiles(const TileCall<Scalar>& call) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  constexpr std::ptrdiff_t pair = 2 * tileRows<Scalar>;
  std::ptrdiff_t i = 0;
  for (; i + pair <= call.rows; i += pair) {
    multiplyRowsOfTiles<tileVectors>(call, i, pair);
  }
  if (i + tileRows<Scalar> <= call.rows) {
    multiplyRowsOfTiles<tileVectors>(call, i, tileRows<Scalar>);
    i += tileRows<Scalar>;
  }
  const std::ptrdiff_t rest = call.rows - i;
  if (rest > 2 * lanes) {
    multiplyRowsOfTiles<tileVectors>(call, i, rest);
  } else if (rest > lanes) {
    multiplyRowsOfTiles<2>(call, i, rest);
  } else if (rest > 0) {
    multiplyRowsOfTiles<1>(call, i, rest);
  }
}

} // namespace
} // namespace backflow
