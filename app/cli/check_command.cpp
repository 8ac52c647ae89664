// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_command.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "app/cli/text_table.h"
#include "core/check/describe_check.h"

#include <CLI/CLI.hpp>

namespace backflow {

namespace {

void check() {
  const SelfCheck found = *checkThisComputer();
  TextTable table({TextTable::Align::Left, TextTable::Align::Left});
  for (const Check& one : found.checks) {
    table.addRow({passed(one) ? "passed" : "FAILED", describe(one)});
  }
  writeOutput(standardStream, [&](std::ostream& out) {
    out << describe(found) << "\n\n";
    table.write(out);
  });
  if (found.failures() > 0) {
    throw Failure(ExitStatus::Failed, "check: " + std::to_string(found.failures()) + " of " +
                                          std::to_string(found.checks.size()) + " checks failed");
  }
}

} // namespace

void addCheckCommand(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "check", "Check that this computer gives the numbers that it has to: exact counts, "
               "subnormal numbers, gradients, kernels");
  command->callback(check);
}

} // namespace backflow
