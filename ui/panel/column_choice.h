// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <filesystem>
#include <string>
#include <vector>

class QMenu;

namespace backflow {

/// A button with the columns of a CSV file that can be read, each to be ticked. The file is looked
/// at when the list opens.
class ColumnChoice : public QToolButton {
  Q_OBJECT

 public:
  explicit ColumnChoice(QWidget* parent = nullptr);

  void show(const std::filesystem::path& file, const std::vector<std::string>& columns);

 signals:
  /// In the order of the file.
  void chosen(std::vector<std::string> columns);
  void failed(const QString& why);

 private:
  void fill();
  void tell();

  QMenu* m_menu;
  std::filesystem::path m_file;
  std::vector<std::string> m_columns;
};

} // namespace backflow
