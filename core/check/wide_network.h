// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/unroll/experiment.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace backflow {

/// The widest format that the compiler has: 64 digits on x86-64, where float64 has 53.
using WideNumber = long double;
using WideMatrix = Eigen::Matrix<WideNumber, Eigen::Dynamic, Eigen::Dynamic>;
using WideVector = Eigen::Matrix<WideNumber, Eigen::Dynamic, 1>;

/// The forward pass of a network of one layer and direction with an injected loss gradient, step
/// by step from its equations with plain loops: no kernel, no packing, no batching. Its loss is
/// what gradients are checked against.
class WideNetwork {
 public:
  struct Parameter {
    std::string name;
    WideMatrix values;
  };

  /// @pre one layer, one direction, read by its state, loss `inject` at the last step, no pins.
  explicit WideNetwork(const Experiment& experiment);

  /// L = v·h_T.
  WideNumber loss() const;

  std::vector<Parameter> parameters; ///< those of the experiment, to be changed

 private:
  const WideMatrix& valuesOf(const std::string& parameter) const;
  WideVector compute(const StepOperation& operation,
                     const std::vector<WideVector>& registers) const;

  StepProgram m_program;
  WideMatrix m_input; ///< D×T
  WideVector m_initialState;
  WideVector m_initialCell;
  WideVector m_injected;
};

} // namespace backflow
