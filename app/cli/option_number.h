// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "core/scenario/field_problem.h"

#include <charconv>
#include <functional>
#include <string>
#include <system_error>
#include <type_traits>
#include <variant>

namespace backflow {

/// The number that was typed for an option; or one sentence on what would be right, which begins
/// with the option's name if one is given.
template <class Number>
std::variant<Number, std::string> optionNumber(const std::string& option, const std::string& text,
                                               Number least, Number most) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && stop == end && number >= least && number <= most) {
    return number;
  }
  FieldProblem problem;
  problem.field = option;
  problem.value = text;
  problem.complaint = "does not fit";
  problem.remedy = std::is_integral_v<Number> ? Remedy::WholeNumber : Remedy::Number;
  problem.least = static_cast<double>(least);
  problem.most = static_cast<double>(most);
  return describe(problem);
}

template <class Number>
Number numberFrom(const char* option, const std::string& text, Number least, Number most) {
  const auto read = optionNumber(option, text, least, most);
  if (const auto* sentence = std::get_if<std::string>(&read)) {
    throw BadInput(*sentence);
  }
  return std::get<Number>(read);
}

/// For CLI11, which puts the option's name before what is wrong.
template <class Number>
std::function<std::string(const std::string&)> numberBetween(Number least, Number most) {
  return [least, most](const std::string& text) {
    const auto read = optionNumber({}, text, least, most);
    const auto* sentence = std::get_if<std::string>(&read);
    return sentence == nullptr ? std::string() : *sentence;
  };
}

} // namespace backflow
