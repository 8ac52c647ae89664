// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace backflow {

/// The horizon and the truncation length that a user wants: data that is shorter takes steps away
/// for as long as it is what the network reads, and no longer.
struct WishedSteps {
  int horizon = 1;
  std::optional<int> truncation; ///< none until something was truncated
  int switchedOffAt = 0;         ///< the length that truncation had when it was switched off last
  bool operator==(const WishedSteps&) const = default;
};

WishedSteps stepsOf(const Scenario& scenario);

/// What is wished for after an edit: what the edit has changed, and the rest as before.
WishedSteps wishedAfter(const WishedSteps& wished, const Scenario& before, const Scenario& after);

/// How many steps each data file has, by its name in a scenario, as far as it was read.
using DataLengths = std::map<std::string, std::size_t>;

/// Whether truncation is switched on between the two.
bool switchesTruncationOn(const Scenario& before, const Scenario& after);

/// Whether the network reads something else.
bool readsOther(const Scenario& before, const Scenario& after);

/// Gives a scenario the steps that are wished for, as far as what it reads has them.
void fitSteps(Scenario& scenario, const WishedSteps& wished, const DataLengths& lengths);

} // namespace backflow
