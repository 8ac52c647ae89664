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
  Parameters weights;           ///< as parameterShapes() has them
  Eigen::MatrixXd input;        ///< D×T, column t − 1 is x_t
  Eigen::VectorXd initialState; ///< h_0, H numbers for each layer and direction
  Eigen::VectorXd initialCell;  ///< c_0, as many; zero for other cells than LSTM
  Eigen::VectorXd injected;     ///< v, as many as the readout has; empty unless `inject`
  Eigen::MatrixXd targets;      ///< K×T for `every`, K×1 for `last`; empty for others
  std::u32string vocabulary;    ///< `text`: its characters by code point; D of them
  std::vector<int> characters;  ///< `text`: T + 1 places in the vocabulary; x_t is the t-th
};

using ExperimentOrProblems = std::variant<Experiment, std::vector<FieldProblem>>;

/// Makes experiments of scenarios. It keeps the last recurrent blocks drawn and the last table
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
    std::vector<Eigen::MatrixXd> atGainOne;
  };
  struct ReadTable {
    std::filesystem::path file;
    std::filesystem::file_time_type written;
    CsvTable table;
  };

  const std::vector<Eigen::MatrixXd>& recurrent(const Scenario& scenario);
  std::variant<Eigen::MatrixXd, std::vector<FieldProblem>>
  numbers(const CsvColumns& wanted, const std::filesystem::path& folder, int first, int count,
          const std::string& field);

  std::optional<DrawnMatrix> m_drawn;
  std::optional<ReadTable> m_read;
};

/// As ExperimentBuilder::prepare, once.
ExperimentOrProblems prepare(const Scenario& scenario, const std::filesystem::path& folder);

} // namespace backflow
