// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

namespace backflow {

int inputSize(const InputSpec& input) {
  switch (input.kind) {
  case InputKind::Csv:
    return static_cast<int>(input.csv.columns.size());
  case InputKind::Explicit:
    return input.values.empty() ? 0 : static_cast<int>(input.values.front().size());
  case InputKind::Text:
    return 0; // the file tells
  case InputKind::Noise:
  case InputKind::Impulse:
  case InputKind::Constant:
  case InputKind::Sine:
    break;
  }
  return input.size;
}

} // namespace backflow
