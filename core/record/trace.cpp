// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/trace.h"

namespace backflow {

std::string_view nameOf(RunStatus status) {
  switch (status) {
  case RunStatus::Finite:
    return "finite";
  case RunStatus::Overflow:
    return "overflow";
  case RunStatus::Nan:
    return "nan";
  }
  return {};
}

} // namespace backflow
