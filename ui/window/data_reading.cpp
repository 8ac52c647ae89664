// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/data_reading.h"

#include "core/scenario/parameter_checks.h"
#include "ui/panel/appearance.h"
#include "ui/state/app_state.h"
#include "ui/text/file_name.h"
#include "ui/text/problem_text.h"
#include "ui/window/message_bar.h"

#include <variant>

namespace backflow {

DataReading::DataReading(AppState& state, MessageBar& message, QObject* parent)
    : QObject(parent), m_state(state), m_message(message) {
  m_delay.setSingleShot(true);
  m_delay.setInterval(wordlessMs);
  connect(&m_delay, &QTimer::timeout, this,
          [this] { m_message.showNews(tr("Reading %1…").arg(shownPath(*m_file))); });
  connect(&m_worker, &DataFileWorker::tableRead, this,
          [this](const std::filesystem::path& file, const std::vector<ColumnContent>& columns,
                 std::size_t rows) {
            if (file == m_file) {
              useTable(columns, rows);
            }
          });
  connect(&m_worker, &DataFileWorker::textRead, this,
          [this](const std::filesystem::path& file, std::size_t characters, std::size_t different) {
            if (file == m_file) {
              useText(characters, different);
            }
          });
  connect(&m_worker, &DataFileWorker::failed, this,
          [this](const std::filesystem::path& file, const std::vector<FieldProblem>& problems) {
            if (file == m_file) {
              refuse(problemsText(file, problems));
            }
          });
  connect(&m_state, &AppState::startedOver, this, [this] {
    if (isBusy()) {
      end();
    }
  });
}

void DataReading::read(const std::filesystem::path& file) {
  if (isTextData(file)) {
    readText(file);
    return;
  }
  m_file = file;
  m_delay.start();
  m_worker.requestTable(file);
}

void DataReading::readText(const std::filesystem::path& file) {
  m_file = file;
  m_delay.start();
  m_worker.requestText(file);
}

void DataReading::useTable(const std::vector<ColumnContent>& columns, std::size_t rows) {
  const auto input = tableInput(*m_file, columns, rows);
  if (const auto* problem = std::get_if<QString>(&input)) {
    refuse(*problem);
  } else {
    emit tableRead(*m_file, columns, rows);
    use(std::get<DataInput>(input), std::nullopt, tr("It has %1 rows").arg(rows),
        leftOutText(columns, rows));
  }
}

void DataReading::useText(std::size_t characters, std::size_t different) {
  const auto input = textInput(*m_file, characters);
  if (const auto* problem = std::get_if<QString>(&input)) {
    refuse(*problem);
  } else {
    use(std::get<DataInput>(input), static_cast<int>(different),
        tr("It has %1 characters").arg(characters), {});
  }
}

void DataReading::use(const DataInput& input, std::optional<int> characters, const QString& length,
                      const QString& leftOut) {
  if (const QString problem = unfitWeights(input, characters); !problem.isEmpty()) {
    refuse(problem);
    return;
  }
  const int before = m_state.scenario().unroll.horizon;
  const std::vector<FieldProblem> problems =
      m_state.readData(input.file, input.steps, input.change);
  if (!problems.empty()) {
    const bool isTooShort =
        m_state.scenario().training && problems.front().field == "unroll.horizon";
    refuse(isTooShort ? tr("%1 is too short for the task that this scenario trains. %2: open "
                           "another scenario first.")
                            .arg(shownPath(*m_file), length)
                      : problemsText(*m_file, problems));
    return;
  }
  QString news = tr("The network now reads %1.").arg(shownPath(*m_file));
  const int now = m_state.scenario().unroll.horizon;
  if (now < before || (now > before && static_cast<std::size_t>(now) == input.steps)) {
    news += QChar(' ') + tr("%1: the horizon T is now %2, not %3. Undo brings it back.")
                             .arg(length)
                             .arg(now)
                             .arg(before);
  } else if (now > before) {
    news += QChar(' ') + tr("The horizon T is %1 again.").arg(now);
  }
  if (m_state.scenario().training) {
    news += QChar(' ') + tr("The training has data of its own: its task's.");
  }
  if (leftOut.isEmpty()) {
    m_message.showNews(news);
  } else {
    // Stays until it is closed: it cannot be read in passing.
    m_message.showProblem(news + QChar(' ') +
                          tr("Left out of %1: %2").arg(shownName(*m_file), leftOut));
  }
  end();
}

QString DataReading::unfitWeights(const DataInput& input, std::optional<int> characters) const {
  Scenario changed = m_state.scenario();
  input.change(changed);
  const int inputs = characters.value_or(inputSize(changed.input));
  if (changed.weights.init != WeightInit::Explicit || checkParameters(changed, inputs).empty()) {
    return {};
  }
  return tr("%1 is an input of size %2, but the weights of this scenario are written out for "
            "another size. Choose how to draw weights first, under “Weights”.")
      .arg(shownPath(*m_file))
      .arg(inputs);
}

void DataReading::refuse(const QString& why) {
  m_message.showProblem(why);
  end();
}

void DataReading::end() {
  m_delay.stop();
  m_file.reset();
  emit ended();
}

} // namespace backflow
