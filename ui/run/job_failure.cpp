// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/job_failure.h"

#include <QCoreApplication>

#include <new>
#include <stdexcept>

namespace backflow {

namespace {

struct JobFailure {
  Q_DECLARE_TR_FUNCTIONS(JobFailure)
};

} // namespace

std::vector<FieldProblem> problemsOf(const std::exception& error) {
  const bool isMemory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr ||
                        dynamic_cast<const std::length_error*>(&error) != nullptr;
  FieldProblem problem;
  problem.complaint = error.what();
  if (isMemory) {
    problem.complaint = JobFailure::tr("There is not enough memory for this").toStdString();
    problem.instruction = JobFailure::tr("take a smaller network or fewer steps").toStdString();
  }
  return {problem};
}

} // namespace backflow
