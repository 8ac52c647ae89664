// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/value_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace backflow {

namespace {

constexpr std::size_t longestShown = 40;

bool continuesCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Levenshtein distance, upper and lower case being the same.
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

} // namespace

std::string shortestText(double number) {
  if (std::isnan(number)) {
    return "nan";
  }
  std::array<char, 40> buffer{};
  constexpr double largestWritten = 1e15;
  const bool whole = std::trunc(number) == number && std::abs(number) <= largestWritten;
  const auto result =
      whole ? std::to_chars(buffer.begin(), buffer.end(), number, std::chars_format::fixed)
            : std::to_chars(buffer.begin(), buffer.end(), number);
  return {buffer.begin(), result.ptr};
}

std::string shortened(std::string_view text) {
  std::string line(text);
  if (text.size() > longestShown) {
    std::size_t end = longestShown - 1;
    while (end > 0 && continuesCharacter(text[end])) {
      --end;
    }
    line = std::string(text.substr(0, end)) + "…";
  }
  std::replace_if(
      line.begin(), line.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }, ' ');
  return line;
}

std::string inQuotes(std::string_view text) {
  return '"' + shortened(text) + '"';
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::optional<std::string> nearestName(std::string_view name,
                                       const std::vector<std::string>& candidates) {
  const std::size_t most = std::min<std::size_t>(4, 1 + name.size() / 4);
  std::size_t least = most + 1;
  std::optional<std::string> nearest;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(name.size(), candidate.size());
    if (longer - std::min(name.size(), candidate.size()) > most) {
      continue;
    }
    const std::size_t distance = editDistance(name, candidate);
    if (distance < least && distance < longer) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

} // namespace backflow
