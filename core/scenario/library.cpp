// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"

#include "core/scenario/program_path.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace backflow {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view scenarioSuffix = ".backflow.json";

LocalizedText textFrom(const nlohmann::json& json) {
  return {json.at("en").get<std::string>(), json.at("pt_BR").get<std::string>()};
}

/// @throws nlohmann::json::exception if the index is not what is written beside it.
std::vector<LibraryGroup> groupsFromIndex(const fs::path& folder) {
  std::ifstream stream(folder / "index.json");
  const nlohmann::json index = nlohmann::json::parse(stream);
  std::vector<LibraryGroup> groups;
  for (const nlohmann::json& group : index) {
    LibraryGroup& added = groups.emplace_back();
    added.title = textFrom(group.at("group"));
    for (const nlohmann::json& scenario : group.at("scenarios")) {
      const auto name = scenario.at("name").get<std::string>();
      const fs::path file = folder / std::string(name).append(scenarioSuffix);
      std::error_code ignored;
      if (fs::is_regular_file(file, ignored)) {
        added.entries.push_back({name, file, textFrom(scenario.at("title"))});
      }
    }
  }
  std::erase_if(groups, [](const LibraryGroup& group) { return group.entries.empty(); });
  return groups;
}

std::vector<LibraryGroup> groupFromFolder(const fs::path& folder) {
  LibraryGroup group;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::string name = it->path().filename().string();
    if (name.ends_with(scenarioSuffix)) {
      name.resize(name.size() - scenarioSuffix.size());
      group.entries.push_back({name, it->path(), {name, name}});
    }
  }
  std::ranges::sort(group.entries, {}, &LibraryEntry::name);
  if (group.entries.empty()) {
    return {};
  }
  return {group};
}

} // namespace

fs::path resourceFolder() {
  if (const char* given = std::getenv("BACKFLOW_RESOURCES"); given != nullptr && *given != '\0') {
    return given;
  }
  std::error_code error;
  const fs::path program = programPath();
  if (!program.empty()) {
    fs::path installed = program.parent_path().parent_path() / "share" / "backflow";
    if (fs::is_directory(installed, error)) {
      return installed;
    }
  }
  return BACKFLOW_SOURCE_RESOURCES;
}

std::vector<LibraryGroup> libraryGroups() {
  const fs::path folder = resourceFolder() / "scenarios";
  try {
    return groupsFromIndex(folder);
  } catch (const nlohmann::json::exception&) {
    return groupFromFolder(folder);
  }
}

std::vector<LibraryEntry> libraryEntries(std::vector<LibraryGroup> groups) {
  std::vector<LibraryEntry> entries;
  for (LibraryGroup& group : groups) {
    std::ranges::move(group.entries, std::back_inserter(entries));
  }
  return entries;
}

std::optional<LibraryEntry> libraryEntry(std::string_view name) {
  for (LibraryEntry& entry : libraryEntries()) {
    if (entry.name == name) {
      return std::move(entry);
    }
  }
  return std::nullopt;
}

} // namespace backflow
