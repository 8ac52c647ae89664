// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace backflow {

/// A new empty folder, removed with all that is in it when this object goes.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return m_path; }
  /// Writes a file in it and returns where it is.
  std::filesystem::path write(const std::string& name, const std::string& contents) const;

 private:
  std::filesystem::path m_path;
};

std::string readWholeFile(const std::filesystem::path& file);

} // namespace backflow
