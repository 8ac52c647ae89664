// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/task/series_task.h"

#include "core/scenario/csv_cell.h"
#include "core/scenario/csv_table.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <optional>
#include <utility>

namespace backflow {

namespace {

constexpr double trainedShare = 0.75;

struct Series {
  Eigen::MatrixXd inputs;  ///< D×N
  Eigen::VectorXd targets; ///< what belongs to the end of a window at each place
  int ahead = 0;           ///< places by which a target comes later
  bool everyStep = false;
  std::string unit;
};

struct Moments {
  double mean = 0;
  double deviation = 1;
};

Moments momentsOf(const Eigen::VectorXd& numbers) {
  Moments result;
  result.mean = numbers.mean();
  result.deviation = std::sqrt((numbers.array() - result.mean).square().mean());
  result.deviation = result.deviation > 0 ? result.deviation : 1;
  return result;
}

int trainedPlaces(int count) {
  return static_cast<int>(trainedShare * count);
}

/// Whether a series of this length can have windows to train on and to judge by.
bool hasRoom(const Series& series, int horizon) {
  const auto count = static_cast<int>(series.inputs.cols());
  const int trained = trainedPlaces(count);
  return trained >= horizon + series.ahead + 1 &&
         count - trained >= series.ahead + 1 + (series.everyStep ? horizon : 0);
}

class SeriesTask final : public Task {
 public:
  SeriesTask(TaskKind kind, Series series, int horizon)
      : m_kind(kind), m_series(std::move(series)), m_horizon(horizon),
        m_count(static_cast<int>(m_series.inputs.cols())), m_trained(trainedPlaces(m_count)) {
    for (Eigen::Index row = 0; row < m_series.inputs.rows(); ++row) {
      const Moments moments = momentsOf(m_series.inputs.row(row).head(m_trained).transpose());
      m_series.inputs.row(row).array() -= moments.mean;
      m_series.inputs.row(row).array() /= moments.deviation;
    }
    m_targets = momentsOf(m_series.targets.head(m_trained));
    m_series.targets = (m_series.targets.array() - m_targets.mean) / m_targets.deviation;
    m_baseline = baseline();
  }

  int inputs() const override { return static_cast<int>(m_series.inputs.rows()); }
  int outputs() const override { return 1; }
  bool hasClasses() const override { return false; }
  double baselineLoss() const override { return m_baseline; }
  double errorScale() const override { return m_targets.deviation; }
  std::string errorUnit() const override { return m_series.unit; }
  std::string baselineName() const override {
    return m_kind == TaskKind::Temperature ? "as today"
           : m_kind == TaskKind::Mood      ? "guessing the mean"
                                           : "a line through the last month";
  }

  TaskBatch draw(PortableRandom& random, int count) const override {
    std::vector<int> ends(static_cast<std::size_t>(count));
    const int places = m_trained - m_series.ahead - m_horizon + 1;
    for (int& end : ends) {
      end = m_horizon - 1 + static_cast<int>(random.uniform() * places);
    }
    return windows(ends);
  }

  TaskBatch heldOut() const override {
    std::vector<int> ends;
    // A window may begin in what was trained on; what is foretold lies beyond.
    const int stride = m_series.everyStep ? m_horizon : 1;
    for (int end = m_trained + (m_series.everyStep ? m_horizon - 1 : 0);
         end + m_series.ahead < m_count; end += stride) {
      ends.push_back(end);
    }
    return windows(ends);
  }

 private:
  TaskBatch windows(const std::vector<int>& ends) const {
    TaskBatch batch;
    const auto count = static_cast<Eigen::Index>(ends.size());
    batch.inputs.assign(static_cast<std::size_t>(m_horizon), Eigen::MatrixXd(inputs(), count));
    for (int t = m_series.everyStep ? 1 : m_horizon; t <= m_horizon; ++t) {
      batch.lossSteps.push_back(t);
      batch.targets.emplace_back(1, count);
    }
    for (Eigen::Index b = 0; b < count; ++b) {
      const int end = ends[static_cast<std::size_t>(b)];
      for (int t = 1; t <= m_horizon; ++t) {
        const int place = end - m_horizon + t;
        batch.inputs[static_cast<std::size_t>(t) - 1].col(b) = m_series.inputs.col(place);
      }
      for (std::size_t i = 0; i < batch.lossSteps.size(); ++i) {
        const int place = end - m_horizon + batch.lossSteps[i];
        batch.targets[i](0, b) = m_series.targets[place + m_series.ahead];
      }
    }
    return batch;
  }

  /// Mean square error of the plain guess on what is held out.
  double baseline() const {
    const int first = m_trained;
    const int places = m_count - m_series.ahead - first;
    const auto wanted = m_series.targets.segment(first + m_series.ahead, places).array();
    switch (m_kind) {
    case TaskKind::Temperature:
      return (wanted - m_series.targets.segment(first + m_series.ahead - 1, places).array())
          .square()
          .mean();
    case TaskKind::Sunspots: {
      const int known = m_trained - m_series.ahead;
      const auto x = m_series.targets.head(known).array();
      const auto y = m_series.targets.segment(m_series.ahead, known).array();
      const double slope = ((x - x.mean()) * (y - y.mean())).sum() / (x - x.mean()).square().sum();
      const double offset = y.mean() - slope * x.mean();
      return (wanted - (slope * m_series.targets.segment(first, places).array() + offset))
          .square()
          .mean();
    }
    default:
      break;
    }
    return wanted.square().mean();
  }

  TaskKind m_kind;
  Series m_series;
  int m_horizon;
  int m_count;
  int m_trained;
  Moments m_targets;
  double m_baseline = 0;
};

/// mood_t = 0.8 mood_{t−1} + (warmth_t − rain_t), of past days alone.
Eigen::VectorXd moodOf(const Eigen::MatrixXd& weather) {
  constexpr double kept = 0.8;
  constexpr double degreesADeviation = 7.4;
  constexpr double pleasantDegrees = 16;
  constexpr double millimetresADeviation = 6.7;
  Eigen::VectorXd mood(weather.cols());
  double now = 0;
  for (Eigen::Index day = 0; day < weather.cols(); ++day) {
    const double warmth = (weather(0, day) - pleasantDegrees) / degreesADeviation;
    const double rain = weather(2, day) / millimetresADeviation;
    now = kept * now + warmth - rain;
    mood[day] = now;
  }
  return mood;
}

/// The first of the columns that the file has not. They are the task's: nobody gave their names.
std::optional<FieldProblem> missingColumn(const CsvTable& table, const CsvColumns& wanted,
                                          const std::string& field) {
  for (const std::string& name : wanted.columns) {
    const bool isThere = std::ranges::any_of(
        table.header, [&](const std::string& cell) { return trimmed(cell) == name; });
    if (isThere) {
      continue;
    }
    const std::size_t count = wanted.columns.size();
    std::string all = count == 1 ? "give a file with the column " : "give a file with the columns ";
    for (std::size_t i = 0; i < count; ++i) {
      const char* separator = i == 0 ? "" : i + 1 < count ? ", " : " and ";
      all += separator + inQuotes(wanted.columns[i]);
    }
    return sentenceProblem(field, inQuotes(std::filesystem::path(wanted.file).filename().string()),
                           "has no column " + inQuotes(name), all);
  }
  return std::nullopt;
}

} // namespace

TaskOrProblems makeSeriesTask(const Scenario& scenario, const std::filesystem::path& folder) {
  const TaskSpec& task = scenario.training->task;
  constexpr const char* field = "training.task";
  auto table = readCsv(folder / task.file, std::string(field) + ".file");
  if (auto* problems = std::get_if<std::vector<FieldProblem>>(&table)) {
    return std::move(*problems);
  }
  const auto& csv = std::get<CsvTable>(table);
  CsvColumns wanted;
  wanted.file = task.file;
  wanted.standardize = false;
  wanted.columns = task.kind == TaskKind::Sunspots
                       ? std::vector<std::string>{"sunspots"}
                       : std::vector<std::string>{"temp_max", "temp_min", "precipitation", "wind"};
  if (auto missing = missingColumn(csv, wanted, std::string(field) + ".file")) {
    return std::vector<FieldProblem>{*std::move(missing)};
  }
  auto numbers = numbersFrom(csv, wanted, 0, static_cast<int>(csv.rows.size()), field);
  if (auto* problems = std::get_if<std::vector<FieldProblem>>(&numbers)) {
    return std::move(*problems);
  }
  Series series;
  series.inputs = std::get<Eigen::MatrixXd>(std::move(numbers));
  series.targets = series.inputs.row(0).transpose();
  switch (task.kind) {
  case TaskKind::Sunspots:
    series.ahead = task.ahead;
    series.unit = "sunspots";
    break;
  case TaskKind::Mood:
    series.targets = moodOf(series.inputs);
    series.everyStep = true;
    break;
  default:
    series.ahead = 1;
    series.unit = "°C";
    break;
  }
  if (!hasRoom(series, scenario.unroll.horizon)) {
    return std::vector<FieldProblem>{sentenceProblem(
        "unroll.horizon", std::to_string(scenario.unroll.horizon),
        "is too long for the " + counted(csv.rows.size(), "row") + " of the task's file",
        "give a shorter one")};
  }
  return std::make_unique<SeriesTask>(task.kind, std::move(series), scenario.unroll.horizon);
}

} // namespace backflow
