// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace backflow {

enum class ExitStatus { Done = 0, Failed = 1, BadInput = 2 };

/// Ends the program with this status and one line on standard error.
class Failure : public std::runtime_error {
 public:
  Failure(ExitStatus status, const std::string& sentence)
      : std::runtime_error(sentence), m_status(status) {}
  ExitStatus status() const { return m_status; }

 private:
  ExitStatus m_status;
};

/// What the user gave is wrong.
class BadInput : public Failure {
 public:
  explicit BadInput(const std::string& sentence) : Failure(ExitStatus::BadInput, sentence) {}
};

} // namespace backflow
