// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/enum_names.h"
#include "core/scenario/field_problem.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/scenario.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backflow {

/// A number, or one of the strings "inf", "-inf" and "nan"; nothing for any other value.
std::optional<double> numberOf(const nlohmann::json& value);

/// Reads one JSON object strictly. Each key that is asked for becomes a known one; what is wrong
/// is reported and leaves the target as it was, but for whole numbers: see whole().
class JsonObjectReader {
 public:
  /// `path` is the object's own field, empty for the outermost. Reads a value that is no object as
  /// an empty one, after reporting it.
  JsonObjectReader(const nlohmann::json& value, std::string path,
                   std::vector<FieldProblem>& problems);

  /// The value under the key, or null. Makes the key known.
  const nlohmann::json* find(const std::string& key);
  /// As find(), but null also for the JSON null.
  const nlohmann::json* findUnlessNull(const std::string& key);

  std::string pathOf(const std::string& key) const;
  static std::string textOf(const nlohmann::json& value);

  void text(const std::string& key, std::string& target);
  void truth(const std::string& key, bool& target);
  void number(const std::string& key, const NumberRule& rule, double& target);
  /// Takes "inf", "-inf" and "nan" as well, and leaves the range to validation.
  void anyNumber(const std::string& key, const NumberRule& rule, double& target);
  /// 3 and 3.0. After a problem the target holds a number that is out of range too, so that
  /// validation does not look at what depends on it.
  void whole(const std::string& key, const NumberRule& rule, int& target);
  void seed(const std::string& key, std::uint64_t& target);

  /// A flat array of numbers, or a reported problem and nothing. `instruction` is for what is no
  /// number there.
  std::optional<std::vector<double>> numbers(const std::string& key,
                                             const std::string& instruction = anyNumberInstruction);
  /// An array of arrays of numbers, or a reported problem and nothing.
  std::optional<Rows> rows(const std::string& key);
  void texts(const std::string& key, std::vector<std::string>& target);

  /// One of the names of an enumeration. `noun` is "an activation"; names of the format that this
  /// version does not compute are said to be so. False after a problem.
  template <class Enum>
  bool choice(const std::string& key, std::string_view noun, Enum& target,
              std::initializer_list<std::string_view> notComputed = {}) {
    const nlohmann::json* value = find(key);
    return value == nullptr || choiceFrom(*value, pathOf(key), noun, target, notComputed);
  }

  /// As choice() for a value that stands at `field`.
  template <class Enum>
  bool choiceFrom(const nlohmann::json& value, const std::string& field, std::string_view noun,
                  Enum& target, std::initializer_list<std::string_view> notComputed) {
    const auto named =
        value.is_string() ? enumNamed<Enum>(value.get_ref<const std::string&>()) : std::nullopt;
    if (named) {
      target = *named;
      return true;
    }
    std::vector<std::string> choices;
    for (const auto& [candidate, name] : enumNames<Enum>()) {
      choices.emplace_back(name);
    }
    reportChoice(value, field, noun, std::move(choices), notComputed);
    return false;
  }

  void report(FieldProblem problem) { m_problems.push_back(std::move(problem)); }
  void report(std::string field, std::string value, std::string complaint, std::string instruction);

  /// Reports the keys that were not asked for. Those of `otherKinds` are known to the format, but
  /// not for the `kind` chosen.
  void reportUnknownKeys(std::string_view kind = {},
                         std::initializer_list<std::string_view> otherKinds = {});

 private:
  static constexpr const char* anyNumberInstruction = R"(give a number, "inf", "-inf" or "nan")";

  const nlohmann::json* wholeOf(const std::string& key, const NumberRule& rule);
  std::optional<std::vector<double>> numbersFrom(const nlohmann::json& value,
                                                 const std::string& field,
                                                 const std::string& elementPrefix,
                                                 const std::string& instruction);
  void reportChoice(const nlohmann::json& value, const std::string& field, std::string_view noun,
                    std::vector<std::string> choices,
                    std::initializer_list<std::string_view> notComputed);

  const nlohmann::json& m_object;
  std::string m_path;
  std::vector<FieldProblem>& m_problems;
  std::vector<std::string> m_known;
};

} // namespace backflow
