// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/column_worker.h"

#include "ui/run/job_failure.h"

#include <QMetaObject>

#include <exception>
#include <stop_token>
#include <variant>

namespace backflow {

ColumnWorker::ColumnWorker(QObject* parent) : QObject(parent), m_thread([] {}) {}

void ColumnWorker::request(const std::filesystem::path& file) {
  m_thread.request([this, file](const std::stop_token&) { read(file); });
}

void ColumnWorker::read(const std::filesystem::path& file) {
  std::vector<FieldProblem> problems;
  try {
    const auto result = readCsv(file, {});
    if (const auto* table = std::get_if<CsvTable>(&result)) {
      QMetaObject::invokeMethod(
          this,
          [this, file, columns = contentOf(*table), rows = table->rows.size()] {
            emit columnsReady(file, columns, rows);
          },
          Qt::QueuedConnection);
      return;
    }
    problems = std::get<std::vector<FieldProblem>>(result);
  } catch (const std::exception& error) {
    problems = problemsOf(error);
  }
  QMetaObject::invokeMethod(
      this, [this, file, problems] { emit failed(file, problems); }, Qt::QueuedConnection);
}

} // namespace backflow
