// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace backflow::bench {

/// Numbers for a program in another language, exactly: one line of JSON with what they mean and
/// {"arrays": [{"name": …, "rows": …, "columns": …}, …]}, then all of them as float64 in this
/// machine's order of bytes, array after array and row after row.
class ExportFile {
 public:
  nlohmann::json head; ///< whatever else is to be known

  void add(const std::string& name, const Eigen::MatrixXd& values);
  void add(const std::string& name, const std::vector<double>& values);
  /// @throws std::runtime_error if the file cannot be written.
  void write(const std::filesystem::path& file) const;

 private:
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  nlohmann::json m_arrays = nlohmann::json::array();
  std::vector<RowMajor> m_values;
};

} // namespace backflow::bench
