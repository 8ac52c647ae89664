// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/text_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <system_error>

namespace backflow {

namespace {

FieldProblem problem(std::string complaint, std::string instruction) {
  FieldProblem result;
  result.complaint = std::move(complaint);
  result.instruction = std::move(instruction);
  return result;
}

FieldProblem unreadable() {
  const int reason = errno;
  return problem(std::string("cannot be read (") +
                     (reason != 0 ? std::strerror(reason) : "input error") + ")",
                 "give a file that can be read");
}

} // namespace

TextOrProblem readTextFile(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    return problem("does not exist", "give the name of a file that does");
  }
  if (std::filesystem::is_directory(status)) {
    return problem("is a directory", "give the name of a file");
  }
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  return stream ? readText(stream) : unreadable();
}

TextOrProblem readText(std::istream& stream) {
  errno = 0;
  std::string text;
  std::array<char, 1U << 16U> block{};
  // Read block by block: the size that a pipe or a device claims to have says nothing.
  while (stream.read(block.data(), block.size()) || stream.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largestFile) {
      return problem("is larger than 256 MiB", "give a smaller file");
    }
  }
  if (stream.bad()) {
    return unreadable();
  }
  return text;
}

} // namespace backflow
