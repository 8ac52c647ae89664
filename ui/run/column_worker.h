// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "ui/run/job_thread.h"

#include <QObject>

#include <filesystem>
#include <string>
#include <vector>

namespace backflow {

/// Looks off the GUI thread which columns of a CSV file can be read: the file may be large.
class ColumnWorker : public QObject {
  Q_OBJECT

 public:
  explicit ColumnWorker(QObject* parent = nullptr);

  void request(const std::filesystem::path& file);

 signals:
  /// `names`: all columns; `numeric`: those that hold a number in every row.
  void columnsReady(std::filesystem::path file, std::vector<std::string> names,
                    std::vector<std::string> numeric);
  void failed(std::filesystem::path file, std::vector<backflow::FieldProblem> problems);

 private:
  void read(const std::filesystem::path& file);

  JobThread m_thread;
};

} // namespace backflow
