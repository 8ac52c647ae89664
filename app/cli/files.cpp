// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/files.h"

#include "app/cli/failure.h"
#include "core/scenario/atomic_file.h"
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/text_file.h"
#include "core/unroll/experiment.h"

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

namespace backflow {

namespace fs = std::filesystem;

namespace {

/// By its name.
bool isData(const fs::path& file) {
  const std::string ending = file.extension().string();
  std::error_code ignored;
  return (ending == ".csv" || ending == ".tsv" || ending == ".txt") &&
         fs::is_regular_file(file, ignored);
}

ScenarioOrProblems readFrom(const std::string& file) {
  if (file == standardStream) {
    TextOrProblem text = readText(std::cin);
    if (auto* problem = std::get_if<FieldProblem>(&text)) {
      return std::vector<FieldProblem>{std::move(*problem)};
    }
    return readScenario(std::get<std::string>(text));
  }
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    if (const auto shipped = libraryEntry(file)) {
      throw BadInput(file + ": there is no such file; the scenario of that name is " +
                     shipped->file.string() + " (`backflow-cli scenarios " + file + "` prints it)");
    }
  }
  ScenarioOrProblems read = readScenarioFile(file);
  // What is wrong with data as a scenario says nothing.
  if (std::holds_alternative<std::vector<FieldProblem>>(read) && isData(file)) {
    throw BadInput(file +
                   ": is data, not a scenario; give a scenario (*.backflow.json) whose input "
                   "names it");
  }
  return read;
}

std::string labelOf(const std::string& file) {
  return file == standardStream ? "standard input" : file;
}

template <class Value>
Value valueOrThrow(std::variant<Value, std::vector<FieldProblem>> result, const std::string& file) {
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&result)) {
    throw BadInput(labelOf(file) + ": " + describe(*problems));
  }
  return std::get<Value>(std::move(result));
}

/// Whether another file name would have helped.
bool isFaultOfName(int reason) {
  switch (reason) {
  case ENOENT:
  case EACCES:
  case EPERM:
  case EISDIR:
  case ENOTDIR:
  case EROFS:
  case ENAMETOOLONG:
  case ELOOP:
  case EINVAL:
    return true;
  default:
    return false;
  }
}

} // namespace

std::string problemOfName(const std::string& file) {
  return file.empty() ? "the name is empty; give a file" : "";
}

Experiment experimentIn(const std::string& file) {
  const Scenario scenario = valueOrThrow(readFrom(file), file);
  return valueOrThrow(prepare(scenario, folderOf(file)), file);
}

fs::path folderOf(const std::string& file) {
  return fs::path(file).parent_path();
}

Trace runScenarioFile(const std::string& file, RunOptions options) {
  std::optional<Trace> trace = run(experimentIn(file), options);
  if (!trace) {
    throw Failure(ExitStatus::Failed, labelOf(file) + ": the run was stopped");
  }
  return std::move(*trace);
}

void writeOutput(const std::string& file, const std::function<void(std::ostream&)>& write) {
  if (file == standardStream) {
    errno = 0;
    write(std::cout);
    std::cout.flush();
    if (!std::cout) {
      const std::error_code reason(errno == 0 ? EIO : errno, std::generic_category());
      throw Failure(ExitStatus::Failed, "standard output: cannot be written: " + reason.message());
    }
    return;
  }
  try {
    writeAtomically(file, write);
  } catch (const std::system_error& error) {
    throw Failure(isFaultOfName(error.code().value()) ? ExitStatus::BadInput : ExitStatus::Failed,
                  error.what());
  }
}

} // namespace backflow
