// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/other_format.h"

#include "core/scenario/json_object_reader.h"

namespace backflow {

namespace {

struct Format {
  std::string_view name;
  const char* complaint;
  const char* instruction;
};

constexpr Format formats[] = {
    {"backflow-scenario", "is that of a scenario", "run it with backflow-cli run"},
    {"backflow-sweep", "is that of a sweep", "run it with backflow-cli sweep"},
    {"backflow-training", "is that of a saved training",
     "go on with it by backflow-cli train --resume, or in the window"},
};

} // namespace

std::optional<FieldProblem> otherFormat(const nlohmann::json& json, std::string_view wanted) {
  const auto given = json.is_object() ? json.find("format") : json.end();
  if (given == json.end()) {
    return std::nullopt;
  }
  for (const Format& format : formats) {
    if (format.name != wanted && *given == format.name) {
      return sentenceProblem("format", JsonObjectReader::textOf(*given), format.complaint,
                             format.instruction);
    }
  }
  return std::nullopt;
}

} // namespace backflow
