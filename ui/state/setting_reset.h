// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <string_view>

namespace backflow {

/// One setting of a scenario that can be put back by itself, under the name of its field in the
/// file. A choice of a kind takes the data that belongs to it along.
struct ResettableSetting {
  std::string_view field;
  bool (*isSame)(const Scenario& a, const Scenario& b);
  void (*copy)(const Scenario& from, Scenario& to);
};

/// Nothing for a field that is not put back by itself.
const ResettableSetting* resettableSetting(std::string_view field);

} // namespace backflow
