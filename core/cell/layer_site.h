// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"

#include <string>

namespace backflow {

/// Where in a network a layer stands: what it reads, and what its weights and vectors are called.
struct LayerSite {
  int input = 0;               ///< register that it reads
  int hidden = 0;              ///< H
  int layer = 0;               ///< counted from 0
  std::string parameterSuffix; ///< "", or "_l1_reverse"
  std::string vectorSuffix;    ///< "", or "(2)": the layer counted from 1

  std::string parameter(const char* name) const { return name + parameterSuffix; }
  std::string vector(const char* name) const { return name + vectorSuffix; }

  /// A block of rows of a weight that multiplies the input.
  WeightBlock ofInput(const StepBuilder& builder, const char* name, int row, int column) const {
    return {parameter(name), row, column, hidden, builder.sizeOf(input), input};
  }
  /// A block of H rows and columns that multiplies a register of H numbers.
  WeightBlock ofState(const char* name, int row, int source) const {
    return {parameter(name), row, 0, hidden, hidden, source};
  }
};

} // namespace backflow
