// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/scenario_files.h"

#include "core/scenario/atomic_file.h"
#include "core/scenario/data_files.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/text_file.h"
#include "core/train/training_state.h"
#include "ui/text/problem_text.h"

#include <exception>
#include <fstream>
#include <ostream>
#include <system_error>
#include <utility>

namespace backflow {

namespace {

/// `name`, seen from `from`, as it is seen from `to`.
std::string movedName(const std::string& name, const std::filesystem::path& from,
                      const std::filesystem::path& to) {
  if (std::filesystem::path(name).is_absolute()) {
    return name;
  }
  std::error_code error;
  const auto relative = std::filesystem::relative(from / name, to, error);
  return error || relative.empty() ? (from / name).string() : relative.generic_string();
}

std::filesystem::path folderOf(const std::filesystem::path& file) {
  return std::filesystem::absolute(file).parent_path();
}

} // namespace

std::variant<Document, QString> readDocument(const std::filesystem::path& file) {
  auto read = readScenarioFile(file);
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    return problemsText(file, *problems);
  }
  return Document{std::get<Scenario>(std::move(read)), folderOf(file)};
}

QString writeDocument(Document& document, const std::filesystem::path& file) {
  Document moved = document;
  moved.folder = folderOf(file);
  for (std::string* name : dataFilesOf(moved.scenario)) {
    *name = movedName(*name, document.folder, moved.folder);
  }
  try {
    writeAtomically(file, [&](std::ostream& out) { out << writeScenario(moved.scenario); });
  } catch (const std::exception& error) {
    return QString::fromStdString(error.what());
  }
  document = moved;
  return {};
}

bool isTrainingFile(const std::filesystem::path& file) {
  if (file.filename().string().ends_with(".training.json")) {
    return true;
  }
  // The command line saves one under any name. What is no file gives its text only once.
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return false;
  }
  constexpr std::size_t longestHead = 200;
  std::string head(longestHead, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.find("\"backflow-training\"") != std::string::npos;
}

std::variant<SavedTraining, QString> readTraining(const std::filesystem::path& file) {
  const auto problem = [&](const std::vector<FieldProblem>& problems) {
    return problemsText(file, problems);
  };
  TextOrProblem text = readTextFile(file);
  if (const auto* unreadable = std::get_if<FieldProblem>(&text)) {
    return problem({*unreadable});
  }
  SavedTraining saved{std::get<std::string>(std::move(text)), {}};
  auto state = readTrainingState(saved.state);
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&state)) {
    return problem(*problems);
  }
  saved.document = {std::get<TrainingState>(std::move(state)).scenario, folderOf(file)};
  return saved;
}

} // namespace backflow
