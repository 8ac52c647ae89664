// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/pytorch_plan.h"

#include <string>

namespace backflow {

/// The Python function `read(…)`, which unrolls one layer in one direction over all T steps with
/// retain_grad(), truncation and the hooks of `state_norm` clipping. It returns the states by t,
/// and with lanes also the row of each that is read from outside.
std::string pythonRead(const ScriptPlan& plan);

/// The lines of `run` that unroll the network: they leave `states`, or `forward` and `backward`,
/// of the top layer, and with lanes `seen`, or `seen_forward` and `seen_backward`.
std::string pythonUnroll(const ScriptPlan& plan);

/// The lines of `run` that make `readouts`, what the loss reads by step, of these states.
std::string pythonReadouts(const ScriptPlan& plan);

} // namespace backflow
