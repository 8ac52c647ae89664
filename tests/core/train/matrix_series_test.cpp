// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/matrix_series.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace backflow {
namespace {

TEST(MatrixSeries, KeepsMatricesApartAndEachAtACacheLine) {
  MatrixSeries<float> series(3, 7, 4);
  for (int k = 0; k < 4; ++k) {
    series.at(k).setConstant(static_cast<float>(k));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(series.at(k).data()) % 64, 0U);
  }
  const MatrixSeries<float>& same = series;
  for (int k = 0; k < 4; ++k) {
    EXPECT_EQ(same.at(k), MatrixOf<float>::Constant(3, 7, static_cast<float>(k)));
  }
}

} // namespace
} // namespace backflow
