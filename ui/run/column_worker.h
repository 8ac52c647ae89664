// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/csv_table.h"
#include "core/scenario/field_problem.h"
#include "ui/run/job_thread.h"

#include <QObject>

#include <cstddef>
#include <filesystem>
#include <vector>

namespace backflow {

/// Looks off the GUI thread what the columns of a CSV file hold: the file may be large.
class ColumnWorker : public QObject {
  Q_OBJECT

 public:
  explicit ColumnWorker(QObject* parent = nullptr);

  void request(const std::filesystem::path& file);

 signals:
  void columnsReady(std::filesystem::path file, std::vector<backflow::ColumnContent> columns,
                    std::size_t rows);
  void failed(std::filesystem::path file, std::vector<backflow::FieldProblem> problems);

 private:
  void read(const std::filesystem::path& file);

  JobThread m_thread;
};

} // namespace backflow
