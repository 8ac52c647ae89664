// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace backflow {

/// The value of a scenario's field, as its file would have it.
struct FieldValue {
  enum class Kind {
    None,   ///< null, or not there: it has its default, or belongs to another kind
    Number, ///< `text`: the fewest digits that bring it back
    Flag,   ///< `text`: "true" or "false"
    Word,   ///< `text`: a name or a file
    List,   ///< `text`: the few numbers or words of a list, separated by ", "
    Table   ///< too many numbers to show
  };
  Kind kind = Kind::None;
  std::string text;
  bool operator==(const FieldValue&) const = default;
};

/// A field whose value is not the same in two scenarios.
struct FieldDifference {
  std::string field; ///< its path, such as "weights.gain"
  FieldValue from;
  FieldValue to;
  bool operator==(const FieldDifference&) const = default;
};

/// The settings that differ, in the order of the file. The title is none, and a list counts as one
/// value. Where one scenario has a section that the other lacks, such as `clip`, all of its fields
/// differ.
std::vector<FieldDifference> differencesOf(const Scenario& from, const Scenario& to);

} // namespace backflow
