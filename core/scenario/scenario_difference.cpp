// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_difference.h"

#include "core/scenario/scenario_json.h"
#include "core/scenario/value_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace backflow {

namespace {

using Json = nlohmann::ordered_json;

/// A list of more entries than this says nothing to a reader in one line.
constexpr std::size_t mostListed = 4;

std::string scalarText(const Json& json) {
  if (json.is_string()) {
    return json.get<std::string>();
  }
  return json.is_number_float() ? shortestText(json.get<double>()) : json.dump();
}

FieldValue valueOf(const Json& json) {
  using Kind = FieldValue::Kind;
  if (json.is_null()) {
    return {};
  }
  if (json.is_array()) {
    const bool isShort = json.size() <= mostListed &&
                         std::none_of(json.begin(), json.end(),
                                      [](const Json& entry) { return entry.is_structured(); });
    if (!isShort) {
      return {Kind::Table, {}};
    }
    std::string text;
    for (const Json& entry : json) {
      text += (text.empty() ? "" : ", ") + scalarText(entry);
    }
    return {Kind::List, text};
  }
  const Kind kind = json.is_number() ? Kind::Number : json.is_boolean() ? Kind::Flag : Kind::Word;
  return {kind, scalarText(json)};
}

void compare(const Json& from, const Json& to, const std::string& path,
             std::vector<FieldDifference>& found) {
  if (from == to) {
    return;
  }
  if (!from.is_object() && !to.is_object()) {
    found.push_back({path, valueOf(from), valueOf(to)});
    return;
  }
  const Json none;
  const auto entry = [&none](const Json& json, const std::string& key) -> const Json& {
    return json.is_object() && json.contains(key) ? json[key] : none;
  };
  const auto below = [&path](const std::string& key) {
    return path.empty() ? key : path + "." + key;
  };
  if (from.is_object()) {
    for (const auto& [key, value] : from.items()) {
      compare(value, entry(to, key), below(key), found);
    }
  }
  if (to.is_object()) {
    for (const auto& [key, value] : to.items()) {
      if (!from.is_object() || !from.contains(key)) {
        compare(none, value, below(key), found);
      }
    }
  }
}

} // namespace

std::vector<FieldDifference> differencesOf(const Scenario& from, const Scenario& to) {
  Json before = toJson(from);
  Json after = toJson(to);
  before.erase("title");
  after.erase("title");
  std::vector<FieldDifference> found;
  compare(before, after, {}, found);
  return found;
}

} // namespace backflow
