// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/export_file.h"

#include <fstream>
#include <stdexcept>

namespace backflow::bench {

void ExportFile::add(const std::string& name, const Eigen::MatrixXd& values) {
  m_arrays.push_back({{"name", name}, {"rows", values.rows()}, {"columns", values.cols()}});
  m_values.emplace_back(values);
}

void ExportFile::add(const std::string& name, const std::vector<double>& values) {
  add(name, Eigen::MatrixXd(Eigen::Map<const Eigen::VectorXd>(
                values.data(), static_cast<Eigen::Index>(values.size()))));
}

void ExportFile::write(const std::filesystem::path& file) const {
  std::ofstream out(file, std::ios::binary);
  nlohmann::json line = head;
  line["arrays"] = m_arrays;
  out << line.dump() << '\n';
  for (const RowMajor& values : m_values) {
    out.write(
        reinterpret_cast<const char*>(values.data()),
        static_cast<std::streamsize>(values.size() * static_cast<Eigen::Index>(sizeof(double))));
  }
  out.flush();
  if (!out) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

} // namespace backflow::bench
