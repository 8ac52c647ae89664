// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/promise.h"

#include "tests/support/temporary_folder.h"

#include <stdexcept>
#include <string>

namespace backflow::fuzz {

void require(bool holds, std::string_view promise) {
  if (!holds) {
    throw std::logic_error(std::string(promise));
  }
}

void requireOneSentence(const FieldProblem& problem) {
  requireOneSentence(std::vector<FieldProblem>{problem});
}

void requireOneSentence(const std::vector<FieldProblem>& problems) {
  require(!problems.empty(), "what is refused has a reason");
  const std::string line = describe(problems);
  require(!problems.front().complaint.empty(), "a problem has a complaint");
  require(!instructionOf(problems.front()).empty(), "a problem says what would be right");
  require(line.find_first_of("\r\n") == std::string::npos,
          "a problem is told in one line: " + line);
  constexpr std::size_t longest = 20'000;
  require(line.size() <= longest, "a problem is told in a line that can be read: " + line);
}

std::filesystem::path fileWith(std::string_view bytes, const char* name) {
  static const TemporaryFolder folder;
  return folder.write(name, std::string(bytes));
}

} // namespace backflow::fuzz
