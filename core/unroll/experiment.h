// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/csv_table.h"
#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// A scenario with every number drawn or read: what a run computes on, in float64. H units, D
/// inputs, T steps, K ≤ H compared units.
struct Experiment {
  Scenario scenario;
  Parameters weights;           ///< W_h H×H, W_x H×D, b H×1
  Eigen::MatrixXd input;        ///< D×T, column t − 1 is x_t
  Eigen::VectorXd initialState; ///< h_0, H
  Eigen::VectorXd injected;     ///< v, H; empty unless the loss is `inject`
  Eigen::MatrixXd targets;      ///< K×T for `every`, K×1 for `last`; empty for `inject`
};

using ExperimentOrProblems = std::variant<Experiment, std::vector<FieldProblem>>;

/// Makes experiments of scenarios. It keeps the last recurrent matrix drawn and the last table
/// read, since a slider that moves changes neither. Not for use by two threads at once.
class ExperimentBuilder {
 public:
  /// Draws the weights and reads the files that the scenario names, relative to `folder`. Returns
  /// the problems instead, if a field is wrong or a file cannot be used.
  ExperimentOrProblems prepare(const Scenario& scenario, const std::filesystem::path& folder);

 private:
  struct DrawnMatrix {
    WeightInit init;
    int hidden;
    std::uint64_t seed;
    Eigen::MatrixXd atGainOne;
  };
  struct ReadTable {
    std::filesystem::path file;
    std::filesystem::file_time_type written;
    CsvTable table;
  };

  const Eigen::MatrixXd& recurrent(const Scenario& scenario);
  std::variant<Eigen::MatrixXd, std::vector<FieldProblem>>
  numbers(const CsvColumns& wanted, const std::filesystem::path& folder, int first, int count,
          const std::string& field);

  std::optional<DrawnMatrix> m_drawn;
  std::optional<ReadTable> m_read;
};

/// As ExperimentBuilder::prepare, once.
ExperimentOrProblems prepare(const Scenario& scenario, const std::filesystem::path& folder);

} // namespace backflow
