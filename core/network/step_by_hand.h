// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/network/parameters.h"
#include "core/record/attribution.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <map>
#include <string>
#include <vector>

namespace backflow {

/// What one step of one layer is worked out from. H units, D inputs.
struct HandStep {
  NetworkSpec network;   ///< one layer in one direction
  Parameters weights;    ///< all that parameterShapes() has
  Eigen::VectorXd input; ///< x_1, D numbers
  Eigen::VectorXd state; ///< h_0, H numbers: c_0 of the course's GRU, a_0 of its LSTM
  Eigen::VectorXd cell;  ///< c_0 of an LSTM, H numbers; not read for other cells
  std::map<Gate, double>
      givenGates; ///< gates that are told and not computed, the same in all units
};

/// A vector that the step computes.
struct HandVector {
  std::string name; ///< as in the equations: "a_u", "Gu", "c~", "h"
  StepOperation operation;
  bool isGiven = false; ///< a gate that was told
  Eigen::VectorXd values;
  /// The addends of each entry in the order of computation; of an activation its operand alone.
  std::vector<std::vector<Term<double>>> terms;
};

/// The step of one layer in one direction over `inputs` numbers, as it runs.
StepProgram programOf(const NetworkSpec& network, int inputs);

/// Works one step out in float64 with the engine that runs networks: every vector in the order of
/// computation, the new states last. Inf and NaN pass through as IEEE 754 has it.
/// @throws std::out_of_range if a parameter is missing. @pre the shapes fit.
std::vector<HandVector> stepByHand(const HandStep& step);

/// The same network and numbers for another cell or other sizes: what has the same name keeps the
/// entries that fit, the rest is zero. Gates that the cell has not are no longer given.
HandStep refitted(const HandStep& step, const NetworkSpec& network, int inputs);

/// Exercise 10 of the sheet: a GRU of two units, W_c = [[1,1,2],[0,1,0]], W_u = [[1,0,3],[2,0,0]]
/// with columns [c1, c2, x], biases 0, x = 3, c_0 = 0, Γr = 1.
HandStep exerciseTen();

/// A scenario that runs this network for `horizon` steps from the same state, x being the same at
/// each, given gates pinned, L the sum of the last state's units. Its first step is this one.
Scenario scenarioByHand(const HandStep& step, int horizon);

} // namespace backflow
