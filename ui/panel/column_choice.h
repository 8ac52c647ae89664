// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "ui/run/data_file_worker.h"

#include <QToolButton>

#include <filesystem>
#include <string>
#include <vector>

class QMenu;

namespace backflow {

/// A button with the columns of a CSV file: those that can be read are to be ticked, the others say
/// why they cannot. The file is looked at when the list opens.
class ColumnChoice : public QToolButton {
  Q_OBJECT

 public:
  explicit ColumnChoice(QWidget* parent = nullptr);

  void show(const std::filesystem::path& file, const std::vector<std::string>& columns);

 signals:
  /// Those that were read keep their order, since each has its own place in x_t; new ones follow.
  void chosen(std::vector<std::string> columns);
  /// One sentence on why the file cannot be looked at; empty if it can.
  void told(const QString& problem);

 private:
  void lookAtFile();
  void list(const std::vector<ColumnContent>& columns);
  void offer(const std::string& name);
  void showWords(const QString& words);
  void toggle(const std::string& name, bool wanted);

  QMenu* m_menu;
  DataFileWorker m_worker;
  std::filesystem::path m_file;
  std::vector<std::string> m_columns;
};

} // namespace backflow
