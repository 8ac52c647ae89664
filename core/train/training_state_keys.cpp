// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_state_keys.h"

#include "core/scenario/field_rules.h"
#include "core/scenario/json_object_reader.h"

#include <initializer_list>
#include <string>

namespace backflow {

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;
using Keys = std::initializer_list<const char*>;

/// What is no object is told by those who take it.
void look(const Json& json, const std::string& path, Keys known, Problems& problems) {
  if (!json.is_object()) {
    return;
  }
  JsonObjectReader reader(json, path, problems);
  for (const char* key : known) {
    reader.find(key);
  }
  reader.reportUnknownKeys();
}

void lookWithin(const Json& json, const std::string& path, const char* key, Keys known,
                Problems& problems) {
  if (json.is_object() && json.contains(key)) {
    look(json[key], path + "." + key, known, problems);
  }
}

template <class Look>
void lookAtEach(const Json& state, const char* list, const Problems& problems, const Look& lookAt) {
  const auto found = state.find(list);
  if (found == state.end() || !found->is_array()) {
    return;
  }
  constexpr std::size_t enough = 100; // no more than a reader could work through
  for (std::size_t i = 0; i < found->size() && problems.size() < enough; ++i) {
    lookAt((*found)[i], std::string(list) + "[" + std::to_string(i + 1) + "]");
  }
}

void lookAtVersion(const Json& state, Problems& problems) {
  constexpr NumberRule rule{"is not a version that can be read", 1, 1, true};
  const auto version = state.find("version");
  if (version == state.end()) {
    problems.push_back(sentenceProblem("version", "", "is missing", "give 1"));
  } else if (!version->is_number() || !rule.allows(version->get<double>())) {
    problems.push_back(rule.violation("version", JsonObjectReader::textOf(*version)));
  }
}

} // namespace

std::vector<FieldProblem> strangersIn(const Json& state) {
  Problems problems;
  lookAtVersion(state, problems);
  look(state, "",
       {"format", "version", "scenario", "optimiser_steps", "weights", "first_moments",
        "second_moments", "records", "events"},
       problems);
  lookAtEach(state, "records", problems, [&](const Json& record, const std::string& path) {
    look(record, path,
         {"update", "loss", "accuracy", "norm_before", "norm_after", "coefficient", "rate",
          "threshold", "omega", "spectral_radius", "held_out", "profile"},
         problems);
    lookWithin(record, path, "held_out", {"loss", "accuracy", "error"}, problems);
  });
  lookAtEach(state, "events", problems, [&](const Json& event, const std::string& path) {
    look(event, path,
         {"update", "sequence", "kind", "phase", "precision", "quantity", "t", "steps_back",
          "element", "cause"},
         problems);
    lookWithin(event, path, "cause", {"kind", "left_name", "left", "right_name", "right", "result"},
               problems);
  });
  return problems;
}

} // namespace backflow
