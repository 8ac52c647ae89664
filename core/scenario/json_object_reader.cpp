// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json_object_reader.h"

#include "core/scenario/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

using Json = nlohmann::json;

const Json noKeys = Json::object();

} // namespace

std::optional<double> numberOf(const Json& value) {
  if (value.is_number()) {
    return value.get<double>();
  }
  if (value == "inf") {
    return std::numeric_limits<double>::infinity();
  }
  if (value == "-inf") {
    return -std::numeric_limits<double>::infinity();
  }
  if (value == "nan") {
    return std::numeric_limits<double>::quiet_NaN();
  }
  return std::nullopt;
}

JsonObjectReader::JsonObjectReader(const Json& value, std::string path,
                                   std::vector<FieldProblem>& problems)
    : m_object(value.is_object() ? value : noKeys), m_path(std::move(path)), m_problems(problems) {
  if (!value.is_object()) {
    report(m_path, textOf(value), "is not an object", "give keys and values in braces, {}");
  }
}

const Json* JsonObjectReader::find(const std::string& key) {
  m_known.push_back(key);
  const auto found = m_object.find(key);
  return found == m_object.end() ? nullptr : &*found;
}

const Json* JsonObjectReader::findUnlessNull(const std::string& key) {
  const Json* value = find(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

std::string JsonObjectReader::pathOf(const std::string& key) const {
  return m_path.empty() ? key : m_path + "." + key;
}

std::string JsonObjectReader::textOf(const Json& value) {
  return value.is_string() ? inQuotes(value.get_ref<const std::string&>())
                           : shortened(value.dump());
}

void JsonObjectReader::report(std::string field, std::string value, std::string complaint,
                              std::string instruction) {
  report(sentenceProblem(std::move(field), std::move(value), std::move(complaint),
                         std::move(instruction)));
}

void JsonObjectReader::text(const std::string& key, std::string& target) {
  if (const Json* value = find(key)) {
    if (value->is_string()) {
      target = value->get<std::string>();
    } else {
      report(pathOf(key), textOf(*value), "is not a text", "give one in quotation marks");
    }
  }
}

void JsonObjectReader::truth(const std::string& key, bool& target) {
  if (const Json* value = find(key)) {
    if (value->is_boolean()) {
      target = value->get<bool>();
    } else {
      report(pathOf(key), textOf(*value), "is neither true nor false", "give true or false");
    }
  }
}

void JsonObjectReader::number(const std::string& key, const NumberRule& rule, double& target) {
  if (const Json* value = find(key)) {
    if (value->is_number() && rule.allows(value->get<double>())) {
      target = value->get<double>();
    } else {
      report(rule.violation(pathOf(key), textOf(*value)));
    }
  }
}

void JsonObjectReader::anyNumber(const std::string& key, const NumberRule& rule, double& target) {
  if (const Json* value = find(key)) {
    if (const auto number = numberOf(*value)) {
      target = *number;
    } else {
      report(rule.violation(pathOf(key), textOf(*value)));
    }
  }
}

const Json* JsonObjectReader::wholeOf(const std::string& key, const NumberRule& rule) {
  const Json* value = find(key);
  if (value == nullptr) {
    return nullptr;
  }
  if (value->is_number()) {
    const auto number = value->get<double>();
    if (rule.allows(number) && std::trunc(number) == number) {
      return value;
    }
  }
  report(
      rule.violation(pathOf(key), textOf(*value), value->is_number() ? value->get<double>() : 0));
  return nullptr;
}

void JsonObjectReader::whole(const std::string& key, const NumberRule& rule, int& target) {
  const std::size_t before = m_problems.size();
  if (const Json* value = wholeOf(key, rule)) {
    target = static_cast<int>(value->get<double>());
  } else if (m_problems.size() > before) {
    target = static_cast<int>(rule.least) - 1;
  }
}

void JsonObjectReader::seed(const std::string& key, std::uint64_t& target) {
  if (const Json* value = wholeOf(key, rules::seed)) {
    target = static_cast<std::uint64_t>(value->get<double>());
  }
}

std::optional<std::vector<double>> JsonObjectReader::numbersFrom(const Json& value,
                                                                 const std::string& field,
                                                                 const std::string& elementPrefix,
                                                                 const std::string& instruction) {
  if (!value.is_array()) {
    report(field, textOf(value), "is not a list of numbers", "give numbers in brackets, []");
    return std::nullopt;
  }
  std::vector<double> result;
  result.reserve(value.size());
  for (const Json& element : value) {
    const auto number = numberOf(element);
    if (!number) {
      report(elementPrefix + std::to_string(result.size() + 1) + "]", textOf(element),
             "is not a number", instruction);
      return std::nullopt;
    }
    result.push_back(*number);
  }
  return result;
}

std::optional<std::vector<double>> JsonObjectReader::numbers(const std::string& key,
                                                             const std::string& instruction) {
  const Json* value = find(key);
  return value == nullptr ? std::nullopt
                          : numbersFrom(*value, pathOf(key), pathOf(key) + "[", instruction);
}

std::optional<Rows> JsonObjectReader::rows(const std::string& key) {
  const Json* value = find(key);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (!value->is_array()) {
    report(pathOf(key), textOf(*value), "is not a list of rows",
           "give rows of numbers in brackets, [[]]");
    return std::nullopt;
  }
  Rows result;
  result.reserve(value->size());
  for (const Json& row : *value) {
    const std::string place = pathOf(key) + "[" + std::to_string(result.size() + 1);
    auto numbers = numbersFrom(row, place + "]", place + ",", anyNumberInstruction);
    if (!numbers) {
      return std::nullopt;
    }
    result.push_back(std::move(*numbers));
  }
  return result;
}

void JsonObjectReader::texts(const std::string& key, std::vector<std::string>& target) {
  const Json* value = find(key);
  if (value == nullptr) {
    return;
  }
  const bool allTexts =
      value->is_array() && std::all_of(value->begin(), value->end(),
                                       [](const Json& element) { return element.is_string(); });
  if (allTexts) {
    target = value->get<std::vector<std::string>>();
  } else {
    report(pathOf(key), textOf(*value), "is not a list of names",
           "give names in quotation marks and brackets, [\"\"]");
  }
}

void JsonObjectReader::reportChoice(const Json& value, const std::string& field,
                                    std::string_view noun, std::vector<std::string> choices,
                                    std::initializer_list<std::string_view> notComputed) {
  const bool known =
      value.is_string() && std::find(notComputed.begin(), notComputed.end(),
                                     value.get_ref<const std::string&>()) != notComputed.end();
  report({field,
          textOf(value),
          known ? "is not computed by this version" : "is not " + std::string(noun),
          Remedy::Choice,
          0,
          0,
          std::move(choices),
          {}});
}

void JsonObjectReader::reportUnknownKeys(std::string_view kind,
                                         std::initializer_list<std::string_view> otherKinds) {
  for (const auto& [key, value] : m_object.items()) {
    if (std::find(m_known.begin(), m_known.end(), key) != m_known.end()) {
      continue;
    }
    FieldProblem problem{pathOf(shortened(key)),
                         inQuotes(key),
                         "is not a known key",
                         Remedy::KnownKey,
                         0,
                         0,
                         {},
                         {}};
    if (std::find(otherKinds.begin(), otherKinds.end(), key) != otherKinds.end()) {
      problem.complaint = "is not a key for " + inQuotes(kind);
    } else if (const auto nearest = nearestName(key, m_known)) {
      problem.choices = {*nearest};
    }
    report(std::move(problem));
  }
}

} // namespace backflow
