// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace backflow::fuzz {

/// A scenario from its JSON to everything that is computed of it: the run with all its records and
/// sentences, theory, influence, the other cells, the PyTorch script, and some updates of training.
/// What is too large for a fuzzer is left alone.
void takeExperiment(std::string_view bytes);

} // namespace backflow::fuzz
