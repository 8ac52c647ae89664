// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace backflow {

/// The largest hidden size and the largest input that are counted: far beyond what can run.
inline constexpr int largestCounted = 100'000'000;
/// The most layers that are counted.
inline constexpr int mostCountedLayers = 64;

struct CountedParameter {
  ParameterShape shape;
  std::int64_t numbers = 0; ///< rows × columns
};

/// What the parameters of one layer in one direction come to: blocks·(H·(H + inputs) + biases·H).
struct CountedLayer {
  int inputs = 0;           ///< D, or what the layer below gives
  int copies = 0;           ///< layers and directions that are alike
  int blocks = 0;           ///< 1, and one more for each gate
  int biases = 0;           ///< 1, or PyTorch's 2
  std::int64_t numbers = 0; ///< of one copy
};

/// A vector of the equations and how many numbers it has.
struct CountedVector {
  std::string name; ///< as in the equations: "x", "Gu", "c~"
  int size = 0;
};

struct ParameterCount {
  std::vector<CountedParameter> parameters; ///< in the order of parameterShapes()
  std::vector<CountedLayer> layers;         ///< the first layer, then those above it
  std::vector<CountedVector> vectors; ///< of one layer and direction: x, gates, candidate, states
  std::int64_t total = 0;
};

/// Counts what parameterShapes() has for a network over `inputs` numbers a step, without an output
/// layer. Exact: nothing if the sum is beyond a 64-bit integer (2⁶³ − 1).
/// @pre hidden and inputs are 1..largestCounted, layers 1..mostCountedLayers.
std::optional<ParameterCount> countParameters(const NetworkSpec& network, int inputs);

} // namespace backflow
