// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"

#include "tests/support/temporary_folder.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <stdexcept>

extern char** environ;

namespace backflow {

namespace {

/// Files rather than pipes: whatever the program writes, neither side waits for the other.
ProcessResult spawn(const std::string& program, const std::vector<std::string>& arguments,
                    const std::string& inputFile, const std::string& outputFile,
                    const std::string& errorFile) {
  std::vector<char*> words{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) {
    words.push_back(const_cast<char*>(argument.c_str()));
  }
  words.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, inputFile.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, outputFile.c_str(), O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errorFile.c_str(), O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    throw std::runtime_error(program + " cannot be started");
  }
  int state = 0;
  while (::waitpid(child, &state, 0) < 0) {
    if (errno != EINTR) {
      throw std::runtime_error(program + " cannot be waited for");
    }
  }
  ProcessResult result;
  result.status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
  return result;
}

} // namespace

ProcessResult runProcess(const std::string& program, const std::vector<std::string>& arguments,
                         const std::string& input) {
  const TemporaryFolder folder;
  const auto in = folder.write("in", input);
  const auto out = folder.write("out", {});
  const auto err = folder.write("err", {});
  ProcessResult result = spawn(program, arguments, in.string(), out.string(), err.string());
  result.out = readWholeFile(out);
  result.err = readWholeFile(err);
  return result;
}

ProcessResult runProcessInto(const std::string& outputFile, const std::string& program,
                             const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  const auto in = folder.write("in", {});
  const auto err = folder.write("err", {});
  ProcessResult result = spawn(program, arguments, in.string(), outputFile, err.string());
  result.err = readWholeFile(err);
  return result;
}

} // namespace backflow
