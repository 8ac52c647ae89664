// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: products of packed matrices. Speed comes from many sums that are
// gathered side by side, those of one entry where a matrix has few rows.
#pragma once

#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/wide_vector.h"

namespace backflow {
namespace {

constexpr std::ptrdiff_t panelBytes = 64;
// As many sums side by side as the multipliers need, and the registers hold.
constexpr int panelGroup = BACKFLOW_KERNEL_BYTES >= 32 ? 4 : 2;
constexpr int tileColumns = BACKFLOW_KERNEL_BYTES >= 64 ? 8 : 4;
// Tall tiles need fewer loads for as many products; these leave no register idle.
constexpr int tileVectors = BACKFLOW_KERNEL_BYTES == 32 ? 3 : 2;
template <class Scalar>
constexpr std::ptrdiff_t tileRows = std::ptrdiff_t{tileVectors} * Wide<Scalar>::lanes;

/// The vectors of a product whose call tells their places.
template <class Scalar> struct GivenVectors {
  const PanelProduct<Scalar>& product;

  const Scalar* segment(std::ptrdiff_t s) const { return product.segments[s].numbers; }
  const Scalar* initial() const { return product.initial; }
  const Scalar* start(int block) const { return product.starts[block]; }
  Scalar* block(int block) const { return product.blocks[block]; }
};

/// What the sums of a panel start at.
template <class Scalar, class Vectors>
BACKFLOW_INLINE VectorIn<Scalar> startOf(const PanelProduct<Scalar>& product,
                                         const Vectors& vectors, std::ptrdiff_t panel,
                                         std::ptrdiff_t first) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  if (const Scalar* initial = vectors.initial()) {
    constexpr std::ptrdiff_t rows = panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar));
    return load(initial + panel * rows + first);
  }
  const PanelPlace& place = product.places[panel];
  const Scalar* from = vectors.start(place.block) + place.row + first;
  const std::ptrdiff_t rest = place.rows - first;
  if (rest >= lanes) {
    return load(from);
  }
  return rest > 0 ? loadPart(from, rest) : VectorIn<Scalar>{};
}

/// Adds the second half of the partial sums to the first until one is left.
template <class Scalar, int parts, int vectors>
BACKFLOW_INLINE void joinSums(VectorIn<Scalar> (*sums)[vectors]) {
  if constexpr (parts > 1) {
    constexpr int half = parts / 2;
#pragma GCC unroll 2
    for (int part = 0; part < half; ++part) {
#pragma GCC unroll 16
      for (int v = 0; v < vectors; ++v) {
        sums[part][v] += sums[part + half][v];
      }
    }
    joinSums<Scalar, half>(sums);
  }
}

/// One group of `panels` panels, which stand side by side, column after column.
template <class Scalar, int panels, class Vectors>
BACKFLOW_INLINE void multiplyGroup(const PanelProduct<Scalar>& product, const Vectors& operands,
                                   const Scalar* column, std::ptrdiff_t firstPanel) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  constexpr std::ptrdiff_t rows = panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar));
  constexpr int perPanel = static_cast<int>(rows / lanes);
  constexpr int vectors = panels * perPanel;
  constexpr int parts = partialSumsOf(panels, panelGroup);
  VectorIn<Scalar> sums[parts][vectors];
#pragma GCC unroll 16
  for (int v = 0; v < vectors; ++v) {
    sums[0][v] = startOf(product, operands, firstPanel + v / perPanel, v % perPanel * lanes);
  }
#pragma GCC unroll 4
  for (int part = 1; part < parts; ++part) {
#pragma GCC unroll 16
    for (int v = 0; v < vectors; ++v) {
      sums[part][v] = -VectorIn<Scalar>{}; // added to anything it changes not even the sign of 0
    }
  }
  constexpr std::ptrdiff_t stride = panels * rows;
  const auto add = [&sums](int part, Scalar x, const Scalar* from) __attribute__((always_inline)) {
    const VectorIn<Scalar> factor = broadcast(x);
#pragma GCC unroll 16
    for (int v = 0; v < vectors; ++v) {
      sums[part][v] = multiplyAdd<Scalar>(load(from + v * lanes), factor, sums[part][v]);
    }
  };
  column += product.skippedColumns * stride;
  for (std::ptrdiff_t s = 0; s < product.segmentCount; ++s) {
    const Scalar* x = operands.segment(s);
    const Scalar* const end = x + product.segments[s].count;
    if (parts > 1 && product.segments[s].isSplit) {
      for (; end - x >= parts; x += parts, column += parts * stride) {
#pragma GCC unroll 4
        for (int part = 0; part < parts; ++part) {
          add(part, x[part], column + part * stride);
        }
      }
#pragma GCC unroll 4
      for (int part = 0; part < parts - 1; ++part) {
        if (x != end) {
          add(part, *x, column);
          ++x;
          column += stride;
        }
      }
    } else {
      for (; x != end; ++x, column += stride) {
        add(0, *x, column);
      }
    }
  }
  joinSums<Scalar, parts>(sums);
#pragma GCC unroll 16
  for (int v = 0; v < vectors; ++v) {
    const PanelPlace& place = product.places[firstPanel + v / perPanel];
    const std::ptrdiff_t first = v % perPanel * lanes;
    Scalar* to = operands.block(place.block) + place.row + first;
    if (place.rows - first >= lanes) {
      store(to, sums[0][v]);
    } else if (place.rows > first) {
      storePart(to, place.rows - first, sums[0][v]);
    }
  }
}

template <class Scalar, class Vectors>
BACKFLOW_INLINE void multiplyPanels(const PanelProduct<Scalar>& product, const Vectors& vectors,
                                    RowOrder order) {
  constexpr std::ptrdiff_t rows = panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar));
  const std::ptrdiff_t panelSize = rows * product.columns;
  const std::ptrdiff_t rest = product.panelCount % panelGroup;
  const std::ptrdiff_t whole = product.panelCount - rest;
  const bool fromLast = order == RowOrder::FromLast;
  const std::ptrdiff_t next = fromLast ? -panelGroup : panelGroup;
  std::ptrdiff_t p = fromLast ? whole - panelGroup : 0;
  for (std::ptrdiff_t left = whole; left > 0; left -= panelGroup, p += next) {
    multiplyGroup<Scalar, panelGroup>(product, vectors, product.panels + p * panelSize, p);
  }
  // Fewer panels than a group are too few to matter which order they come in.
  const Scalar* last = product.panels + whole * panelSize;
  switch (rest) {
  case 3:
    multiplyGroup<Scalar, 3>(product, vectors, last, whole);
    break;
  case 2:
    multiplyGroup<Scalar, 2>(product, vectors, last, whole);
    break;
  case 1:
    multiplyGroup<Scalar, 1>(product, vectors, last, whole);
    break;
  default:
    break;
  }
}

template <class Scalar> void multiplyPanels(const PanelProduct<Scalar>& product) {
  multiplyPanels(product, GivenVectors<Scalar>{product}, RowOrder::FromFirst);
}

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
  if (vectors == tileVectors && rest >= 2 * tileColumns) {
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
