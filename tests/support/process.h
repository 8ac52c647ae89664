// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace backflow {

struct ProcessResult {
  int status = -1; ///< the exit status, or −1 if a signal ended it
  std::string out;
  std::string err;
};

/// Runs a program to its end with these arguments and this text on its standard input.
/// @throws std::runtime_error if it cannot be started.
ProcessResult runProcess(const std::string& program, const std::vector<std::string>& arguments,
                         const std::string& input = {});

/// As above with standard output going to a file or device, which has to exist.
ProcessResult runProcessInto(const std::string& outputFile, const std::string& program,
                             const std::vector<std::string>& arguments);

} // namespace backflow
