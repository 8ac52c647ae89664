// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/app_state.h"

#include <QString>

#include <filesystem>
#include <string>
#include <variant>

namespace backflow {

/// Reads a scenario file. What is wrong comes as one sentence that names the file.
std::variant<Document, QString> readDocument(const std::filesystem::path& file);

/// Writes the scenario; names of data files are made relative to its new folder. Returns one
/// sentence on what went wrong, empty if nothing. `document` is then as the file has it.
QString writeDocument(Document& document, const std::filesystem::path& file);

/// A training that was saved to go on with.
struct SavedTraining {
  std::string state;
  Document document;
};

/// Whether the name is that of a saved training.
bool isTrainingFile(const std::filesystem::path& file);

/// Reads a saved training. What is wrong comes as one sentence that names the file.
std::variant<SavedTraining, QString> readTraining(const std::filesystem::path& file);

} // namespace backflow
