// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/large_pages.h"

#include <Eigen/Core>

#include <cstddef>
#include <limits>

namespace backflow {

template <class Scalar> using MatrixOf = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
template <class Scalar> using VectorOf = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

/// A matrix whose entries are still to be set, on large pages where it fills such.
template <class Scalar> MatrixOf<Scalar> unsetMatrix(Eigen::Index rows, Eigen::Index columns) {
  MatrixOf<Scalar> result(rows, columns);
  preferLargePages(result.data(), sizeof(Scalar) * static_cast<std::size_t>(result.size()));
  return result;
}

/// Whether no number is inf or NaN, in one pass that a compiler can vectorise.
template <class Scalar> bool allFinite(const Scalar* numbers, std::ptrdiff_t count) {
  int wrong = 0;
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const auto number = static_cast<double>(numbers[i]);
    wrong += static_cast<int>(!(number - number == 0));
  }
  return wrong == 0;
}

} // namespace backflow
