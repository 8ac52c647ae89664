// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/data_file_worker.h"

#include "core/scenario/text_sequence.h"
#include "ui/run/job_failure.h"

#include <QMetaObject>

#include <exception>
#include <stop_token>
#include <variant>

namespace backflow {

DataFileWorker::DataFileWorker(QObject* parent) : QObject(parent), m_thread([] {}) {}

void DataFileWorker::requestTable(const std::filesystem::path& file) {
  request(file, [this, file] { return readTable(file); });
}

void DataFileWorker::requestText(const std::filesystem::path& file) {
  request(file, [this, file] { return readWholeText(file); });
}

void DataFileWorker::request(const std::filesystem::path& file,
                             const std::function<Problems()>& reading) {
  m_thread.request([this, file, reading](const std::stop_token&) {
    Problems problems;
    try {
      problems = reading();
    } catch (const std::exception& error) {
      problems = problemsOf(error);
    }
    if (!problems.empty()) {
      QMetaObject::invokeMethod(
          this, [this, file, problems] { emit failed(file, problems); }, Qt::QueuedConnection);
    }
  });
}

DataFileWorker::Problems DataFileWorker::readTable(const std::filesystem::path& file) {
  const auto result = readCsv(file, {});
  if (const auto* problems = std::get_if<Problems>(&result)) {
    return *problems;
  }
  const auto& table = std::get<CsvTable>(result);
  QMetaObject::invokeMethod(
      this,
      [this, file, columns = contentOf(table), rows = table.rows.size()] {
        emit tableRead(file, columns, rows);
      },
      Qt::QueuedConnection);
  return {};
}

DataFileWorker::Problems DataFileWorker::readWholeText(const std::filesystem::path& file) {
  auto result = readTextSequence(file, wholeText, {});
  if (auto* problem = std::get_if<FieldProblem>(&result)) {
    problem->value.clear(); // the message begins with the file
    return {*problem};
  }
  const auto& text = std::get<TextSequence>(result);
  QMetaObject::invokeMethod(
      this,
      [this, file, characters = text.characters.size(), different = text.vocabulary.size()] {
        emit textRead(file, characters, different);
      },
      Qt::QueuedConnection);
  return {};
}

} // namespace backflow
