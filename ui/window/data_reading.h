// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "ui/run/data_file_worker.h"
#include "ui/state/data_input.h"

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

namespace backflow {

class AppState;
class MessageBar;

/// Makes a data file the input of the scenario that is shown, and tells what came of it. The file
/// is read off the GUI thread; whoever opens something else meanwhile wants that instead.
class DataReading : public QObject {
  Q_OBJECT

 public:
  DataReading(AppState& state, MessageBar& message, QObject* parent);

  /// By the ending of its name a text or a table.
  void read(const std::filesystem::path& file);
  void readText(const std::filesystem::path& file);
  bool isBusy() const { return m_file.has_value(); }

 signals:
  /// Nothing is being read any more: it is the input, or was told of, or is not wanted.
  void ended();
  /// A table is about to become the input.
  void tableRead(const std::filesystem::path& file,
                 const std::vector<backflow::ColumnContent>& columns, std::size_t rows);

 private:
  void useTable(const std::vector<ColumnContent>& columns, std::size_t rows);
  void useText(std::size_t characters, std::size_t different);
  /// `characters`: how many different ones a text has; `length` says how long the data is.
  void use(const DataInput& input, std::optional<int> characters, const QString& length,
           const QString& leftOut);
  /// Why weights that the scenario gives one by one cannot read the data; empty if they can.
  QString unfitWeights(const DataInput& input, std::optional<int> characters) const;
  void refuse(const QString& why);
  void end();

  AppState& m_state;
  MessageBar& m_message;
  DataFileWorker m_worker;
  QTimer m_delay;
  std::optional<std::filesystem::path> m_file; ///< being read
};

} // namespace backflow
