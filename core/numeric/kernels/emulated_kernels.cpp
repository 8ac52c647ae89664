// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"

#include <cmath>
#include <limits>

namespace backflow {

namespace {

constexpr std::ptrdiff_t panelBytes = 64;
constexpr int tileRows = 4;
constexpr int tileColumns = 4;

template <class Scalar> void multiplyPanels(const PanelProduct<Scalar>& product) {
  constexpr auto rows = panelBytes / static_cast<std::ptrdiff_t>(sizeof(Scalar));
  const Scalar* column = product.panels;
  for (std::ptrdiff_t p = 0; p < product.panelCount; ++p) {
    const PanelPlace& place = product.places[p];
    Scalar* y = product.blocks[place.block] + place.row;
    const Scalar* start = product.initial != nullptr ? product.initial + p * rows
                                                     : product.starts[place.block] + place.row;
    for (int i = 0; i < place.rows; ++i) {
      y[i] = start[i];
    }
    column += product.skippedColumns * rows;
    for (std::ptrdiff_t s = 0; s < product.segmentCount; ++s) {
      const Scalar* x = product.segments[s].numbers;
      for (std::ptrdiff_t j = 0; j < product.segments[s].count; ++j, column += rows) {
        for (int i = 0; i < place.rows; ++i) {
          y[i] += column[i] * x[j];
        }
      }
    }
  }
}

template <class Scalar> void multiplyTiles(const TileCall<Scalar>& call) {
  for (std::ptrdiff_t j = 0; j < call.columns; ++j) {
    const Scalar* right = call.right + j / tileColumns * call.rightPanelStride + j % tileColumns;
    for (std::ptrdiff_t i = 0; i < call.rows; ++i) {
      const Scalar* left = call.left + i / tileRows * call.leftPanelStride + i % tileRows;
      Scalar sum = call.start[i + j * call.startStride];
      for (std::ptrdiff_t k = 0; k < call.steps; ++k) {
        sum += left[k * tileRows] * right[k * tileColumns];
      }
      call.result[i + j * call.resultStride] = sum;
    }
  }
}

template <class Scalar, class Function>
void map(Scalar* y, std::ptrdiff_t count, Function function) {
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    y[i] = function(i);
  }
}

/// The squares of the narrow formats can neither over- nor underflow in a double.
template <class Scalar> double normAll(const Scalar* x, std::ptrdiff_t count) {
  double sum = 0;
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const auto value = static_cast<double>(x[i]);
    sum += value * value;
  }
  return std::sqrt(sum);
}

template <class Scalar>
double measureAll(const Scalar* x, std::ptrdiff_t count, ClassCounts& counts) {
  counts = {};
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const Scalar size = abs(x[i]);
    counts.zeros += static_cast<int>(size == Scalar(0));
    counts.subnormals +=
        static_cast<int>(size > Scalar(0) && size < std::numeric_limits<Scalar>::min());
    counts.infinities += static_cast<int>(size > std::numeric_limits<Scalar>::max());
    counts.nans += static_cast<int>(size != size);
  }
  return normAll(x, count);
}

template <class Scalar> CellPartNorms carryCellParts(const CellParts<Scalar>& parts) {
  for (std::ptrdiff_t i = 0; i < parts.size; ++i) {
    auto outwards = static_cast<double>(parts.output[i]);
    if (parts.squashed != nullptr) {
      const auto squashed = static_cast<double>(parts.squashed[i]);
      outwards *= 1 - squashed * squashed;
    }
    const double loss = parts.loss != nullptr ? static_cast<double>(parts.loss[i]) : 0;
    parts.direct[i] *= parts.keepLater[i];
    if (parts.loss != nullptr) {
      parts.direct[i] += outwards * loss;
    }
    parts.gates[i] = parts.gates[i] * parts.keepLater[i] +
                     outwards * (static_cast<double>(parts.state[i]) - loss);
    parts.keepLater[i] = static_cast<double>(parts.keep[i]);
  }
  const auto norm = kernels<double>().norm;
  return {norm(parts.direct, parts.size), norm(parts.gates, parts.size)};
}

template <class Scalar>
void addProductAll(const Scalar* a, const Scalar* b, const Scalar* x, Scalar* y,
                   std::ptrdiff_t count) {
  map(y, count, [=](std::ptrdiff_t i) { return x[i] + a[i] * b[i]; });
}

/// Plain loops over numbers that round every operation by themselves.
template <class Scalar> Kernels<Scalar> tableOf() {
  Kernels<Scalar> table{};
  table.fuses = false;
  table.panelGroup = 1;
  table.tileRows = tileRows;
  table.tileColumns = tileColumns;
  table.multiplyPanels = multiplyPanels<Scalar>;
  table.multiplyTiles = multiplyTiles<Scalar>;
  table.tanh = [](const Scalar* x, Scalar* y, std::ptrdiff_t count) {
    map(y, count, [x](std::ptrdiff_t i) { return tanh(x[i]); });
  };
  table.logistic = [](const Scalar* x, Scalar* y, std::ptrdiff_t count) {
    map(y, count, [x](std::ptrdiff_t i) { return Scalar(1) / (Scalar(1) + exp(-x[i])); });
  };
  table.relu = [](const Scalar* x, Scalar* y, std::ptrdiff_t count) {
    map(y, count, [x](std::ptrdiff_t i) { return x[i] < Scalar(0) ? Scalar(0) : x[i]; });
  };
  table.multiply = [](const Scalar* a, const Scalar* b, Scalar* y, std::ptrdiff_t count) {
    map(y, count, [a, b](std::ptrdiff_t i) { return a[i] * b[i]; });
  };
  table.add = [](const Scalar* a, const Scalar* b, Scalar* y, std::ptrdiff_t count) {
    map(y, count, [a, b](std::ptrdiff_t i) { return a[i] + b[i]; });
  };
  table.complement = [](const Scalar* x, Scalar* y, std::ptrdiff_t count) {
    map(y, count, [x](std::ptrdiff_t i) { return Scalar(1) - x[i]; });
  };
  table.reverseTanh = [](const Scalar* h, const Scalar* g, const Scalar* x, Scalar* y,
                         std::ptrdiff_t count) {
    map(y, count, [=](std::ptrdiff_t i) { return x[i] + (Scalar(1) - h[i] * h[i]) * g[i]; });
  };
  table.reverseLogistic = [](const Scalar* h, const Scalar* g, const Scalar* x, Scalar* y,
                             std::ptrdiff_t count) {
    map(y, count, [=](std::ptrdiff_t i) { return x[i] + h[i] * (Scalar(1) - h[i]) * g[i]; });
  };
  table.reverseRelu = [](const Scalar* h, const Scalar* g, const Scalar* x, Scalar* y,
                         std::ptrdiff_t count) {
    map(y, count, [=](std::ptrdiff_t i) { return h[i] <= Scalar(0) ? x[i] : x[i] + g[i]; });
  };
  table.addProduct = addProductAll<Scalar>;
  table.reverseMultiply = [](const ReversedProduct<Scalar>& product) {
    const auto add = [&product](const Scalar* factor, const Scalar* addend, Scalar* target) {
      map(target, product.size, [&](std::ptrdiff_t i) {
        return (addend != nullptr ? addend[i] : Scalar(0)) + factor[i] * product.upstream[i];
      });
    };
    add(product.right, product.leftAddend, product.leftTarget);
    add(product.left, product.rightAddend, product.rightTarget);
  };
  table.addColumns = [](const ColumnSum<Scalar>& call) {
    for (std::ptrdiff_t k = 0; k < call.columns; ++k) {
      const Scalar* column = call.first + k * call.stride;
      map(call.sum, call.size, [=](std::ptrdiff_t i) { return call.sum[i] + column[i]; });
    }
  };
  table.subtract = [](const Scalar* x, const Scalar* from, Scalar* y, std::ptrdiff_t count) {
    map(y, count, [=](std::ptrdiff_t i) { return from[i] - x[i]; });
  };
  table.norm = normAll<Scalar>;
  table.measure = measureAll<Scalar>;
  table.carryCellParts = carryCellParts<Scalar>;
  table.allFinite = [](const Scalar* x, std::ptrdiff_t count) {
    bool finite = true;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      finite = finite && x[i] - x[i] == Scalar(0);
    }
    return finite;
  };
  table.countOnes = [](const Scalar* x, std::ptrdiff_t count) {
    int found = 0;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      found += static_cast<int>(abs(x[i]) == Scalar(1));
    }
    return found;
  };
  table.countZerosAndOnes = [](const Scalar* x, std::ptrdiff_t count) {
    int found = 0;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      found += static_cast<int>(x[i] == Scalar(0) || x[i] == Scalar(1));
    }
    return found;
  };
  return table;
}

} // namespace

template <> const Kernels<BFloat16>& chosenKernels() {
  static const Kernels<BFloat16> table = tableOf<BFloat16>();
  return table;
}

template <> const Kernels<Float16>& chosenKernels() {
  static const Kernels<Float16> table = tableOf<Float16>();
  return table;
}

} // namespace backflow
