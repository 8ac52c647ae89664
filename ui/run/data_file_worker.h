// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/csv_table.h"
#include "core/scenario/field_problem.h"
#include "ui/run/job_thread.h"

#include <QObject>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

namespace backflow {

/// Looks off the GUI thread what a data file holds: it may be large.
class DataFileWorker : public QObject {
  Q_OBJECT

 public:
  explicit DataFileWorker(QObject* parent = nullptr);

  void requestTable(const std::filesystem::path& file);
  void requestText(const std::filesystem::path& file);

 signals:
  void tableRead(std::filesystem::path file, std::vector<backflow::ColumnContent> columns,
                 std::size_t rows);
  /// `characters` of which so many are `different`.
  void textRead(std::filesystem::path file, std::size_t characters, std::size_t different);
  void failed(std::filesystem::path file, std::vector<backflow::FieldProblem> problems);

 private:
  using Problems = std::vector<FieldProblem>;

  /// Runs `reading` in the thread; what it returns, or throws, is told of as failed().
  void request(const std::filesystem::path& file, const std::function<Problems()>& reading);
  Problems readTable(const std::filesystem::path& file);
  Problems readWholeText(const std::filesystem::path& file);

  JobThread m_thread;
};

} // namespace backflow
