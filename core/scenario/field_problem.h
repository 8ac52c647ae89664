// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace backflow {

/// What a wrong field should hold instead.
enum class Remedy {
  WholeNumber, ///< from `least` to `most`
  Number,      ///< from `least` to `most`
  Choice,      ///< one of `choices`
  KnownKey,    ///< the key is unknown; `choices` holds the nearest known one, if any is near
  Sentence     ///< none of these: `instruction` says it
};

/// One wrong field of a scenario: where, what stands there, and what would be right.
struct FieldProblem {
  std::string field;     ///< dotted path, "network.hidden"; "weights.parameters.W_h[2]"
  std::string value;     ///< as it stands in the file, "-3"; shortened when long
  std::string complaint; ///< English predicate, "is not a size"
  Remedy remedy = Remedy::Sentence;
  double least = 0;
  double most = 0;
  std::vector<std::string> choices;
  std::string instruction; ///< English imperative without the full stop, for `Sentence`

  bool operator==(const FieldProblem&) const = default;
};

/// A problem whose remedy is a sentence of its own.
FieldProblem sentenceProblem(std::string field, std::string value, std::string complaint,
                             std::string instruction);

/// What would be right, as an English imperative: "give a whole number from 1 to 4096".
std::string instructionOf(const FieldProblem& problem);

/// The whole sentence: "network.hidden: -3 is not a size; give a whole number from 1 to 4096".
std::string describe(const FieldProblem& problem);

/// All of them in one line: the first in full, the others by field.
std::string describe(const std::vector<FieldProblem>& problems);

} // namespace backflow
