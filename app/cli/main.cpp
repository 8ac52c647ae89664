// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_command.h"
#include "app/cli/failure.h"
#include "app/cli/pytorch_command.h"
#include "app/cli/render_command.h"
#include "app/cli/run_command.h"
#include "app/cli/scenarios_command.h"
#include "app/cli/sweep_command.h"
#include "app/cli/train_command.h"
#include "core/numeric/freed_memory.h"
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/precision.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace backflow {
namespace {

int fail(ExitStatus status, std::string sentence) {
  // One line, whatever a file's name or a library's message has in it.
  std::ranges::replace_if(
      sentence, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  std::cerr << "backflow-cli: " << sentence << std::endl;
  return static_cast<int>(status);
}

/// A first word that is not an option has to be a command. CLI11 would only miss the command.
void requireKnownCommand(const CLI::App& app, const std::string& word) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->get_name() == word) {
      return;
    }
    names += " " + command->get_name();
  }
  if (!word.starts_with('-')) {
    throw BadInput((word.empty() ? "no command is given" : word + " is not a command") +
                   "; give one of" + names);
  }
}

/// The program and the command that was given.
std::string nameOf(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return "backflow-cli" + (commands.empty() ? std::string() : " " + commands.front()->get_name());
}

std::string hintFor(const CLI::App& app) {
  return "; `" + nameOf(app) + " --help` lists what it takes";
}

/// What was given beyond what the command takes. CLI11 would name the last word first.
std::string describeExtras(const CLI::App& app) {
  const std::string name = nameOf(app);
  const std::vector<std::string> extras = app.remaining(true);
  const auto option = std::ranges::find_if(
      extras, [](const std::string& word) { return word.starts_with('-') && word.size() > 1; });
  return (option != extras.end() ? *option + " is not an option of " + name
                                 : extras.front() + " is one word too many for " + name) +
         hintFor(app);
}

int main(int argc, char** argv) {
  if (const std::string complaint = kernelComplaint(); !complaint.empty()) {
    std::cerr << "backflow-cli: " << complaint << std::endl;
  }
  CLI::App app("A gradient laboratory for recurrent networks", "backflow-cli");
  app.set_version_flag("--version",
                       "backflow-cli " BACKFLOW_VERSION ", kernels: " + std::string(kernelName()));
  addRunCommand(app);
  addScenariosCommand(app);
  addRenderCommand(app);
  addTrainCommand(app);
  addPyTorchCommand(app);
  addSweepCommand(app);
  addCheckCommand(app);
  try {
    if (argc < 2 || std::string_view(argv[1]) != "check") {
      requireSubnormals(); // a check says all that is wrong
    }
    requireKnownCommand(app, argc < 2 ? "" : argv[1]);
    app.parse(argc, argv);
    if (app.get_subcommands().empty()) {
      requireKnownCommand(app, "");
    }
    return static_cast<int>(ExitStatus::Done);
  } catch (const CLI::ExtrasError&) {
    return fail(ExitStatus::BadInput, describeExtras(app));
  } catch (const CLI::RequiredError& error) {
    return fail(ExitStatus::BadInput, error.what() + hintFor(app));
  } catch (const CLI::ArgumentMismatch& error) {
    return fail(ExitStatus::BadInput, error.what() + hintFor(app));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      return app.exit(error); // --help and --version
    }
    return fail(ExitStatus::BadInput, error.what());
  } catch (const Failure& failure) {
    return fail(failure.status(), failure.what());
  } catch (const std::bad_alloc&) {
    return fail(ExitStatus::Failed, "there is not enough memory for this run");
  } catch (const std::exception& error) {
    return fail(ExitStatus::Failed, error.what());
  }
}

} // namespace
} // namespace backflow

int main(int argc, char** argv) {
#ifdef SIGPIPE
  // A reader that goes away, as in `backflow-cli run FILE | head`, is an error of writing.
  std::signal(SIGPIPE, SIG_IGN);
#endif
  std::ios::sync_with_stdio(false);
  backflow::keepFreedMemory();
  return backflow::main(argc, argv);
}
