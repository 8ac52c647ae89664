// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// The start of a text, character by character.
struct TextSequence {
  std::u32string vocabulary;   ///< the distinct characters of the whole file, by code point
  std::vector<int> characters; ///< each the place of a character in the vocabulary, from 0
};

inline constexpr std::size_t largestVocabulary = 4096;

/// For `count`: all characters, however many.
inline constexpr int wholeText = -1;

/// The first `count` characters (Unicode code points) of a UTF-8 file; a byte order mark is none.
/// `field` is where the scenario names the file.
std::variant<TextSequence, FieldProblem> readTextSequence(const std::filesystem::path& file,
                                                          int count, const std::string& field);

} // namespace backflow
