// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/csv_cell.h"

#include <charconv>
#include <cmath>

namespace backflow {

std::string quotedCell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string result = "\"";
  for (const char letter : text) {
    result += letter == '"' ? "\"\"" : std::string(1, letter);
  }
  return result + '"';
}

std::string_view trimmed(std::string_view cell) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = cell.find_first_not_of(blanks);
  return first == std::string_view::npos
             ? std::string_view{}
             : cell.substr(first, cell.find_last_not_of(blanks) - first + 1);
}

std::optional<double> numberIn(std::string_view cell, char delimiter) {
  std::string text(trimmed(cell));
  if (delimiter != ',' && text.find('.') == std::string::npos) {
    if (const std::size_t comma = text.find(','); comma != std::string::npos) {
      text[comma] = '.';
    }
  }
  const bool signedPlus = text.size() > 1 && text[0] == '+' && text[1] != '-';
  const char* end = text.data() + text.size();
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data() + (signedPlus ? 1 : 0), end, number);
  const bool isNumber = error == std::errc{} && stop == end && std::isfinite(number);
  return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace backflow
