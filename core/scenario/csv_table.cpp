// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/csv_table.h"

#include "core/scenario/csv_cell.h"
#include "core/scenario/text_file.h"
#include "core/scenario/value_text.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace backflow {

namespace {

using Problems = std::vector<FieldProblem>;

/// The separator that the first line has most of, outside quotation marks.
char delimiterOf(std::string_view text) {
  std::array<std::pair<char, int>, 3> counts{{{'\t', 0}, {';', 0}, {',', 0}}};
  bool inQuotation = false;
  for (const char c : text) {
    inQuotation = inQuotation != (c == '"');
    if (!inQuotation && (c == '\n' || c == '\r')) {
      break;
    }
    for (auto& [delimiter, count] : counts) {
      count += !inQuotation && c == delimiter ? 1 : 0;
    }
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->second > 0 ? most->first : ',';
}

/// Feeds libcsv line by line, so that each row's line in the file is known.
class TableParser {
 public:
  explicit TableParser(char delimiter) {
    csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
    m_table.delimiter = delimiter;
  }
  ~TableParser() { csv_free(&m_parser); }
  TableParser(const TableParser&) = delete;
  TableParser& operator=(const TableParser&) = delete;

  /// False, with a line and a complaint, where quotation marks are wrong or a row's length is.
  bool parse(std::string_view text) {
    while (!text.empty() && m_complaint.empty()) {
      std::size_t end = text.find_first_of("\r\n");
      end = end == std::string_view::npos ? text.size() : end + 1;
      if (text[end - 1] == '\r' && end < text.size() && text[end] == '\n') {
        ++end;
      }
      ++m_line;
      feed(text.substr(0, end));
      text.remove_prefix(end);
    }
    if (m_complaint.empty() && csv_fini(&m_parser, onCell, onRow, this) != 0) {
      m_line = m_rowLine;
      m_complaint = "has a quotation mark that is not closed";
    }
    return m_complaint.empty();
  }

  CsvTable take() { return std::move(m_table); }
  std::size_t line() const { return m_line; }
  const std::string& complaint() const { return m_complaint; }

 private:
  void feed(std::string_view line) {
    const bool isBlank = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (m_betweenRows && !(isBlank && line.find(m_table.delimiter) == std::string_view::npos)) {
      m_rowLine = m_line;
      m_betweenRows = false;
    }
    if (csv_parse(&m_parser, line.data(), line.size(), onCell, onRow, this) != line.size()) {
      m_complaint = csv_error(&m_parser) == CSV_EPARSE ? "has a quotation mark out of place"
                                                       : "is too large for the memory";
    }
  }

  static void onCell(void* data, std::size_t size, void* self) {
    static_cast<TableParser*>(self)->m_row.emplace_back(static_cast<const char*>(data), size);
  }

  static void onRow(int, void* self) { static_cast<TableParser*>(self)->endRow(); }

  void endRow() {
    m_betweenRows = true;
    std::vector<std::string> row;
    row.swap(m_row);
    if (m_table.header.empty()) {
      m_table.header = std::move(row);
      return;
    }
    if (row.size() != m_table.header.size() && m_complaint.empty()) {
      m_line = m_rowLine;
      m_complaint = "has " + counted(row.size(), "cell") + " where the first line has " +
                    std::to_string(m_table.header.size());
    }
    m_table.rows.push_back(std::move(row));
    m_table.lines.push_back(m_rowLine);
  }

  csv_parser m_parser{};
  CsvTable m_table;
  std::vector<std::string> m_row;
  std::size_t m_line = 0;
  std::size_t m_rowLine = 0;
  bool m_betweenRows = true;
  std::string m_complaint;
};

/// What is wrong with the bytes of a file, before they are read as a table.
std::optional<std::pair<const char*, const char*>> notText(std::string_view text) {
  const std::string_view start = text.substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") {
    return {{"is UTF-16", "save it as UTF-8"}};
  }
  if (text.find('\0') != std::string_view::npos) {
    return {{"is not a text", "give a CSV file"}};
  }
  if (trimmed(text).empty()) {
    return {{"is empty", "give a CSV file with names in its first line"}};
  }
  return std::nullopt;
}

} // namespace

std::variant<CsvTable, Problems> readCsv(const std::filesystem::path& file,
                                         const std::string& field) {
  FieldProblem problem;
  problem.field = field;
  problem.value = inQuotes(file.filename().string());
  TextOrProblem read = readTextFile(file);
  if (const auto* wrong = std::get_if<FieldProblem>(&read)) {
    problem.complaint = wrong->complaint;
    problem.instruction = wrong->instruction;
    return Problems{problem};
  }
  std::string_view text = std::get<std::string>(read);
  if (text.substr(0, 3) == "\xEF\xBB\xBF") {
    text.remove_prefix(3);
  }
  if (const auto wrong = notText(text)) {
    std::tie(problem.complaint, problem.instruction) = *wrong;
    return Problems{problem};
  }
  TableParser parser(delimiterOf(text));
  if (!parser.parse(text)) {
    problem.complaint =
        "cannot be used: line " + std::to_string(parser.line()) + " " + parser.complaint();
    problem.instruction = "correct that line";
    return Problems{problem};
  }
  CsvTable table = parser.take();
  const bool holdsNumbers =
      std::all_of(table.header.begin(), table.header.end(), [&](const std::string& cell) {
        return numberIn(cell, table.delimiter).has_value();
      });
  if (holdsNumbers) {
    problem.complaint = "has no header: its first line holds numbers";
    problem.instruction = "write the columns' names above them";
    return Problems{problem};
  }
  return table;
}

} // namespace backflow
