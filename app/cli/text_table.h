// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace backflow {

/// Rows of text in columns as wide as their widest cell. Cells are UTF-8.
class TextTable {
 public:
  enum class Align { Left, Right };

  explicit TextTable(std::vector<Align> columns) : m_columns(std::move(columns)) {}

  /// What the row lacks is empty.
  void addRow(std::vector<std::string> cells);
  void write(std::ostream& out) const;

 private:
  std::vector<Align> m_columns;
  std::vector<std::vector<std::string>> m_rows;
};

/// The character cells that UTF-8 text takes, if each code point takes one.
std::size_t displayWidth(std::string_view text);

/// Four significant digits; "inf", "-inf", "nan".
std::string fourDigits(double number);

} // namespace backflow
