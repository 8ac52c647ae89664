// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backflow {

/// A text in the languages of the window.
struct LocalizedText {
  std::string en;
  std::string ptBr;
  bool operator==(const LocalizedText&) const = default;
};

/// A scenario that comes with the program.
struct LibraryEntry {
  std::string name; ///< "halving", for "halving.backflow.json"
  std::filesystem::path file;
  LocalizedText title;
};

struct LibraryGroup {
  LocalizedText title;
  std::vector<LibraryEntry> entries;
};

/// Where scenarios, data and translations are: the environment's BACKFLOW_RESOURCES, else
/// ../share/backflow beside the folder of the running program, else the source tree's.
std::filesystem::path resourceFolder();

/// The shipped scenarios as scenarios/index.json groups and orders them, without those whose file
/// is missing. If the index is missing or damaged: one group without a title that has every
/// scenario in the folder by name; it is empty if there is no folder.
std::vector<LibraryGroup> libraryGroups();

/// The same without the groups.
std::vector<LibraryEntry> libraryEntries(std::vector<LibraryGroup> groups = libraryGroups());

/// The shipped scenario of exactly this name.
std::optional<LibraryEntry> libraryEntry(std::string_view name);

} // namespace backflow
