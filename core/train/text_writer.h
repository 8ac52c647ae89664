// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <string>

namespace backflow {

/// UTF-8 that a trained network writes, character after character, each drawn with the
/// probabilities softmax(y / temperature). It starts from a zero state and the vocabulary's line
/// feed, or first character. @pre a network in one direction; temperature > 0.
std::string writtenText(const Scenario& scenario, const Parameters& parameters,
                        const std::u32string& vocabulary, int characters, double temperature,
                        std::uint64_t seed);

} // namespace backflow
