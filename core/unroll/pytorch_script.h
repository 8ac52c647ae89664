// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/experiment.h"

#include <string>

namespace backflow {

/// A Python script (UTF-8, Python 3.8, PyTorch 1.13 or later, nothing else) that rebuilds the
/// experiment in PyTorch and needs neither Backflow nor its files: the equations of the cell step
/// by step, retain_grad(), truncation by detach(), clipping by hand, and every weight, input,
/// initial state and target or injected gradient exactly. It runs both passes with autograd, on
/// the CPU, and prints for each precision ‖h_t‖₂ and ‖∂L/∂h_t‖₂ by t as RunTrace records them, the
/// loss, and the gradient's norm before and after clipping. `--csv FILE` writes the norms under the
/// names that writeTraceCsv() uses.
///
/// What it cannot do, it says in a comment and when it is run:
/// - `float16` and `bfloat16`: PyTorch rounds a sum of products once and not at every operation, or
///   lacks the operation on the CPU. It runs the other precisions, and float64 if there is none;
/// - the `training` section: it is the one run of both passes.
/// The reference curve, events and the theory are left out without a word.
///
/// About 11 bytes for each weight and each number of the input beyond small ones. Throws nothing
/// for an experiment that prepare() made.
std::string pytorchScript(const Experiment& experiment);

} // namespace backflow
