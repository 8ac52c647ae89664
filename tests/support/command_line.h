// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/process.h"

#include <string>
#include <vector>

namespace backflow {

/// backflow-cli, run to its end.
ProcessResult cli(const std::vector<std::string>& arguments, const std::string& input = {});

/// Expects that it ended with this status, wrote nothing but one line to standard error, and that
/// the line has all of these words.
void expectOneLine(const ProcessResult& result, int status, const std::vector<std::string>& words);

} // namespace backflow
