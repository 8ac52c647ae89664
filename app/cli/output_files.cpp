// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_files.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "core/scenario/data_files.h"

#include <system_error>

namespace backflow {

namespace fs = std::filesystem;

namespace {

/// Whether both names lead to one file, whether or not it is there yet.
bool areOneFile(const std::string& one, const std::string& other) {
  if (one == standardStream || other == standardStream) {
    return false;
  }
  std::error_code ignored;
  if (fs::exists(one, ignored) && fs::exists(other, ignored)) {
    return fs::is_regular_file(one, ignored) && fs::equivalent(one, other, ignored);
  }
  const auto whole = [&](const std::string& name) {
    return fs::weakly_canonical(fs::absolute(name, ignored), ignored);
  };
  return whole(one) == whole(other);
}

/// Said before anything is computed, and not only when it is to be written.
void requirePlaceFor(const OutputFile& output) {
  if (output.file == standardStream) {
    return;
  }
  std::error_code ignored;
  const fs::path folder = fs::path(output.file).parent_path();
  const fs::file_type kind =
      folder.empty() ? fs::file_type::directory : fs::status(folder, ignored).type();
  if (kind == fs::file_type::not_found) {
    throw BadInput(output.option + ": " + output.file + ": there is no folder " + folder.string() +
                   "; make it first, or give another place");
  }
  if (kind == fs::file_type::regular) {
    throw BadInput(output.option + ": " + output.file + ": " + folder.string() +
                   " is a file; give a place in a folder");
  }
  if (fs::is_directory(output.file, ignored)) {
    throw BadInput(output.option + ": " + output.file + " is a folder; give a file in it");
  }
}

} // namespace

void checkOutputs(const std::vector<std::string>& inputs, const std::vector<OutputFile>& outputs) {
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    const OutputFile& output = outputs[k];
    if (output.file.empty()) {
      continue;
    }
    requirePlaceFor(output);
    for (const std::string& input : inputs) {
      if (!input.empty() && areOneFile(input, output.file)) {
        throw BadInput(output.option + ": " + output.file + " would overwrite " + input +
                       "; give another file");
      }
    }
    for (std::size_t earlier = 0; earlier < k; ++earlier) {
      const bool areBothStandard =
          output.file == standardStream && outputs[earlier].file == standardStream;
      if (areBothStandard ||
          (!outputs[earlier].file.empty() && areOneFile(outputs[earlier].file, output.file))) {
        throw BadInput(output.option + ": " + output.file + " is where " + outputs[earlier].option +
                       " goes; give another file");
      }
    }
  }
}

std::vector<std::string> dataReadBy(Scenario scenario, const fs::path& folder) {
  std::vector<std::string> files;
  for (const std::string* name : dataFilesOf(scenario)) {
    files.push_back((folder / *name).string());
  }
  return files;
}

} // namespace backflow
