// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/text_sequence.h"

#include "core/scenario/text_file.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <optional>

namespace backflow {

namespace {

/// The code points of UTF-8 text, or nothing if it is no UTF-8 (RFC 3629).
std::optional<std::u32string> decoded(const std::string& text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80    ? 1
                               : lead >= 0xf0 ? 4
                               : lead >= 0xe0 ? 3
                               : lead >= 0xc2 ? 2
                                              : 0;
    if (length == 0 || lead > 0xf4 || i + length > text.size()) {
      return std::nullopt;
    }
    char32_t point = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xc0U) != 0x80U) {
        return std::nullopt;
      }
      point = (point << 6U) | (next & 0x3fU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[length] || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
      return std::nullopt;
    }
    result += point;
    i += length;
  }
  return result;
}

} // namespace

std::variant<TextSequence, FieldProblem> readTextSequence(const std::filesystem::path& file,
                                                          int count, const std::string& field) {
  const auto problem = [&](std::string complaint, std::string instruction) {
    return sentenceProblem(field, inQuotes(file.filename().string()), std::move(complaint),
                           std::move(instruction));
  };
  TextOrProblem text = readTextFile(file);
  if (auto* wrong = std::get_if<FieldProblem>(&text)) {
    wrong->field = field;
    wrong->value = inQuotes(file.filename().string());
    return std::move(*wrong);
  }
  const std::string_view start = std::string_view(std::get<std::string>(text)).substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") {
    return problem("is UTF-16", "save it as UTF-8");
  }
  if (std::get<std::string>(text).find('\0') != std::string::npos) {
    return problem("is no text", "give a text file in UTF-8");
  }
  auto points = decoded(std::get<std::string>(text));
  if (!points) {
    return problem("is no UTF-8 text", "give a text file in UTF-8");
  }
  if (!points->empty() && points->front() == 0xfeff) {
    points->erase(0, 1);
  }
  const auto wanted = count == wholeText ? points->size() : static_cast<std::size_t>(count);
  if (points->size() < wanted) {
    return problem("has " + counted(points->size(), "character"),
                   "give a text of at least " + std::to_string(wanted) +
                       ", one more than the time steps, or a shorter unroll.horizon");
  }
  TextSequence result;
  result.vocabulary = *points;
  std::sort(result.vocabulary.begin(), result.vocabulary.end());
  result.vocabulary.erase(std::unique(result.vocabulary.begin(), result.vocabulary.end()),
                          result.vocabulary.end());
  if (result.vocabulary.size() > largestVocabulary) {
    return problem("has " + counted(result.vocabulary.size(), "different character"),
                   "give a text of at most " + std::to_string(largestVocabulary));
  }
  result.characters.reserve(wanted);
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto place =
        std::lower_bound(result.vocabulary.begin(), result.vocabulary.end(), (*points)[i]);
    result.characters.push_back(static_cast<int>(place - result.vocabulary.begin()));
  }
  return result;
}

} // namespace backflow
