// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: products of packed matrices. Speed comes from many sums that are
// gathered side by side, those of one entry where a matrix has few rows.
#pragma once

#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/wide_vector.h"

#include <cstdint>

namespace backflow {
namespace {

constexpr std::ptrdiff_t panelBytes = 64;
// As many sums side by side as the multipliers need, and the registers hold.
constexpr int panelGroup = BACKFLOW_KERNEL_BYTES >= 32 ? 4 : 2;

/// The vectors of a product whose call tells their places.
template <class Scalar> struct GivenVectors {
  const PanelProduct<Scalar>& product;

  const Scalar* segment(std::ptrdiff_t s) const { return product.segments[s].numbers; }
  const Scalar* initial() const { return product.initial; }
  const Scalar* start(int block) const { return product.starts[block]; }
  Scalar* block(int block) const { return product.blocks[block]; }
};

/// Whether so many panels are full and go to one block, so that their rows follow one another
/// there: the first and the last of them tell.
template <class Scalar> BACKFLOW_INLINE bool areOneStretch(const PanelPlace* places, int panels) {
  constexpr auto rows = static_cast<int>(panelBytes / sizeof(Scalar));
  const PanelPlace& last = places[panels - 1];
  return places->block == last.block && last.rows == rows;
}

/// What the sums of a group start at, one vector after another.
template <class Scalar, int panels, class Vectors>
BACKFLOW_INLINE void startSums(const PanelProduct<Scalar>& product, const Vectors& operands,
                               std::ptrdiff_t firstPanel, VectorIn<Scalar>* sums) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  constexpr std::ptrdiff_t rows = panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar));
  constexpr int perPanel = static_cast<int>(rows / lanes);
  const PanelPlace* places = product.places + firstPanel;
  const Scalar* stretch = operands.initial();
  if (stretch != nullptr) {
    stretch += firstPanel * rows;
  } else if (areOneStretch<Scalar>(places, panels)) {
    stretch = operands.start(places->block) + places->row;
  }
  if (stretch != nullptr) {
#pragma GCC unroll 16
    for (int v = 0; v < panels * perPanel; ++v) {
      sums[v] = load(stretch + v * lanes);
    }
    return;
  }
#pragma GCC unroll 16
  for (int v = 0; v < panels * perPanel; ++v) {
    const PanelPlace& place = places[v / perPanel];
    const std::ptrdiff_t first = v % perPanel * lanes;
    const Scalar* from = operands.start(place.block) + place.row + first;
    const std::ptrdiff_t rest = place.rows - first;
    sums[v] = rest >= lanes ? load(from) : rest > 0 ? loadPart(from, rest) : VectorIn<Scalar>{};
  }
}

/// Puts the sums of a group where they go.
template <class Scalar, int panels, class Vectors>
BACKFLOW_INLINE void storeSums(const PanelProduct<Scalar>& product, const Vectors& operands,
                               std::ptrdiff_t firstPanel, const VectorIn<Scalar>* sums) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  constexpr int perPanel =
      static_cast<int>(panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar)) / lanes);
  const PanelPlace* places = product.places + firstPanel;
  if (areOneStretch<Scalar>(places, panels)) {
    Scalar* to = operands.block(places->block) + places->row;
#pragma GCC unroll 16
    for (int v = 0; v < panels * perPanel; ++v) {
      store(to + v * lanes, sums[v]);
    }
    return;
  }
#pragma GCC unroll 16
  for (int v = 0; v < panels * perPanel; ++v) {
    const PanelPlace& place = places[v / perPanel];
    const std::ptrdiff_t first = v % perPanel * lanes;
    Scalar* to = operands.block(place.block) + place.row + first;
    if (place.rows - first >= lanes) {
      store(to, sums[v]);
    } else if (place.rows > first) {
      storePart(to, place.rows - first, sums[v]);
    }
  }
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

// A matrix of at least so many bytes, which is more than many a second-level cache holds, is read
// faster if it is asked for so far ahead. Smaller ones come as fast without.
constexpr std::ptrdiff_t farBytes = std::ptrdiff_t{512} << 10;
constexpr std::uintptr_t bytesAhead = 2048;

/// What lies ahead may lie behind the end, where there is nothing to ask for, nor to point to.
template <class Scalar> BACKFLOW_INLINE void prefetchAhead(const Scalar* from) {
  __builtin_prefetch(
      reinterpret_cast<const void*>(reinterpret_cast<std::uintptr_t>(from) + bytesAhead));
}

/// One group of `panels` panels, which stand side by side, column after column.
template <class Scalar, int panels, bool isFar, class Vectors>
BACKFLOW_INLINE void multiplyGroup(const PanelProduct<Scalar>& product, const Vectors& operands,
                                   const Scalar* column, std::ptrdiff_t firstPanel) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  constexpr std::ptrdiff_t rows = panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar));
  constexpr int perPanel = static_cast<int>(rows / lanes);
  constexpr int vectors = panels * perPanel;
  constexpr int parts = partialSumsOf(panels, panelGroup);
  VectorIn<Scalar> sums[parts][vectors];
  startSums<Scalar, panels>(product, operands, firstPanel, sums[0]);
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
    if constexpr (isFar) {
#pragma GCC unroll 4
      for (int panel = 0; panel < panels; ++panel) {
        prefetchAhead(from + panel * rows);
      }
    }
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
  storeSums<Scalar, panels>(product, operands, firstPanel, sums[0]);
}

template <class Scalar, class Vectors>
BACKFLOW_INLINE void multiplyPanels(const PanelProduct<Scalar>& product, const Vectors& vectors,
                                    RowOrder order) {
  constexpr std::ptrdiff_t rows = panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar));
  const std::ptrdiff_t panelSize = rows * product.columns;
  const std::ptrdiff_t rest = product.panelCount % panelGroup;
  const std::ptrdiff_t whole = product.panelCount - rest;
  const bool isFar =
      product.panelCount * panelSize * static_cast<std::ptrdiff_t>(sizeof(Scalar)) >= farBytes;
  const bool fromLast = order == RowOrder::FromLast;
  const std::ptrdiff_t next = fromLast ? -panelGroup : panelGroup;
  std::ptrdiff_t p = fromLast ? whole - panelGroup : 0;
  for (std::ptrdiff_t left = whole; left > 0; left -= panelGroup, p += next) {
    const Scalar* group = product.panels + p * panelSize;
    if (isFar) {
      multiplyGroup<Scalar, panelGroup, true>(product, vectors, group, p);
    } else {
      multiplyGroup<Scalar, panelGroup, false>(product, vectors, group, p);
    }
  }
  // Fewer panels than a group are too few to matter which order they come in, or to ask for.
  const Scalar* last = product.panels + whole * panelSize;
  switch (rest) {
  case 3:
    multiplyGroup<Scalar, 3, false>(product, vectors, last, whole);
    break;
  case 2:
    multiplyGroup<Scalar, 2, false>(product, vectors, last, whole);
    break;
  case 1:
    multiplyGroup<Scalar, 1, false>(product, vectors, last, whole);
    break;
  default:
    break;
  }
}

template <class Scalar> void multiplyPanels(const PanelProduct<Scalar>& product) {
  multiplyPanels(product, GivenVectors<Scalar>{product}, RowOrder::FromFirst);
}

} // namespace
} // namespace backflow
