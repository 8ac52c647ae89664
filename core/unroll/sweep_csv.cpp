// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep_csv.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/value_text.h"
#include "core/theory/mean_field.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>

namespace backflow {

namespace {

std::string textOf(const std::optional<int>& step) {
  return step ? std::to_string(*step) : std::string();
}

bool hasMeanField(const Scenario& scenario) {
  const NetworkSpec& network = scenario.network;
  return scenario.weights.init == WeightInit::Gaussian && network.cell == CellKind::Rnn &&
         network.activation == Activation::Tanh && network.layers == 1 && !network.bidirectional;
}

} // namespace

SweepTable::SweepTable(const SweepSpec& spec)
    : m_spec(spec), m_identity(identityOf(spec)),
      m_namesSeed(spec.scenario.weights.init != WeightInit::Explicit),
      m_hasMeanField(hasMeanField(spec.scenario)) {
  m_header = "sweep,cell";
  for (const SweepAxis& axis : spec.axes) {
    m_header += "," + axis.field;
    m_namesSeed = m_namesSeed && axis.field != "weights.seed";
  }
  m_header += m_namesSeed ? ",weights.seed" : "";
  m_header += ",log10_ratio,class";
  m_header += m_hasMeanField ? ",mean_field_chi" : "";
  m_header += ",critical_gain";
  for (const Precision precision : spec.scenario.precisions) {
    const std::string name(enumName(precision));
    for (const char* column : {"_status", "_subnormal", "_zero", "_inf", "_nan"}) {
      m_header += "," + name + column;
    }
  }
}

std::string SweepTable::theoryOf(const SweepCell& cell) {
  const auto read = scenarioOf(m_spec, cell);
  const auto* scenario = std::get_if<Scenario>(&read);
  std::string text;
  if (m_hasMeanField) {
    text += ",";
    if (scenario != nullptr && hasMeanField(*scenario)) {
      const double gain = scenario->weights.gain;
      const auto known = m_meanField.find(gain);
      text += shortestText(known != m_meanField.end()
                               ? known->second
                               : (m_meanField[gain] = meanFieldOfTanh(gain).gain));
    }
  }
  const auto critical = scenario != nullptr ? criticalGain(*scenario) : std::nullopt;
  return text + "," + (critical ? shortestText(*critical) : "");
}

SweepRow SweepTable::row(const CellResult& result) {
  const SweepCell& cell = result.cell;
  std::string text = m_identity + "," + std::to_string(cell.index);
  for (const double value : cell.values) {
    text += "," + shortestText(value);
  }
  if (m_namesSeed) {
    text += "," + std::to_string(cell.seed);
  }
  text += "," + shortestText(result.ratioLog10);
  text += ",";
  text += nameOf(result.fate);
  text += theoryOf(cell);
  for (const PrecisionOutcome& outcome : result.outcomes) {
    text += ",";
    text += nameOf(outcome.status);
    for (const auto& step :
         {outcome.first.subnormal, outcome.first.zero, outcome.first.inf, outcome.first.nan}) {
      text += "," + textOf(step);
    }
  }
  return {cell.index, std::move(text)};
}

SweepRows SweepTable::read(const std::filesystem::path& file) const {
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file)) {
    throw std::system_error(errno == 0 ? EISDIR : errno, std::generic_category(),
                            file.string() + ": cannot be read");
  }
  SweepRows found;
  const std::int64_t count = cellCount(m_spec);
  const auto columns = std::count(m_header.begin(), m_header.end(), ',');
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line) && !stream.eof(); ++number) {
    if (number == 1) {
      if (line != m_header) {
        throw SweepFileError(file.string() + ": is not a table of this sweep: its columns are "
                                             "others; give another file");
      }
      found.hasHeader = true;
    } else {
      const std::string place = file.string() + ": line " + std::to_string(number) + ": ";
      const std::string_view text = line;
      std::int64_t cell = -1;
      const std::string_view rest = text.substr(std::min(text.size(), text.find(',') + 1));
      const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), cell);
      if (error != std::errc() || end == rest.data() + rest.size() || *end != ',' || cell < 0 ||
          std::count(line.begin(), line.end(), ',') != columns) {
        throw SweepFileError(place + "is not a row of a sweep; remove the line");
      }
      if (text.substr(0, text.find(',')) != m_identity || cell >= count) {
        throw SweepFileError(place + "is of another sweep; give its own SPEC, or another file");
      }
      found.rows.push_back({cell, line});
    }
    found.wholeBytes += line.size() + 1;
  }
  return found;
}

void SweepTable::write(std::vector<SweepRow> rows, std::ostream& out) const {
  std::ranges::sort(rows, {}, &SweepRow::cell);
  out << m_header << '\n';
  for (const SweepRow& row : rows) {
    out << row.text << '\n';
  }
}

std::vector<SweepRow> mergedRows(const SweepTable& table,
                                 const std::vector<std::filesystem::path>& files) {
  std::vector<SweepRow> all;
  std::map<std::int64_t, std::size_t> holders; ///< which file has the cell
  for (std::size_t k = 0; k < files.size(); ++k) {
    for (SweepRow& row : table.read(files[k]).rows) {
      const auto [holder, isNew] = holders.emplace(row.cell, k);
      if (!isNew) {
        throw SweepFileError(files[k].string() + ": cell " + std::to_string(row.cell) +
                             " is also in " + files[holder->second].string() +
                             "; give each shard once");
      }
      all.push_back(std::move(row));
    }
  }
  std::vector<std::int64_t> missing;
  for (std::int64_t cell = 0; cell < cellCount(table.spec()); ++cell) {
    if (!holders.contains(cell)) {
      missing.push_back(cell);
    }
  }
  if (!missing.empty()) {
    throw SweepFileError(
        "the sweep is not complete: " + std::string(missing.size() == 1 ? "cell " : "cells ") +
        cellList(missing) + (missing.size() == 1 ? " is" : " are") +
        " in none of the files; run the shards that lack them");
  }
  return all;
}

std::string cellList(const std::vector<std::int64_t>& cells) {
  constexpr std::size_t most = 5;
  const std::size_t named = cells.size() <= most + 1 ? cells.size() : most;
  std::string list;
  for (std::size_t k = 0; k < named; ++k) {
    const bool isLast = k + 1 == cells.size();
    list += (k == 0 ? "" : isLast ? " and " : ", ") + std::to_string(cells[k]);
  }
  return named < cells.size() ? list + " and " + std::to_string(cells.size() - named) + " more"
                              : list;
}

} // namespace backflow
