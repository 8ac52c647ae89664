// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/wished_steps.h"

#include <algorithm>

namespace backflow {

namespace {

/// The data file that the network reads; empty if there is none.
std::string dataOf(const InputSpec& input) {
  switch (input.kind) {
  case InputKind::Csv:
    return input.csv.file;
  case InputKind::Text:
    return input.text;
  case InputKind::Noise:
  case InputKind::Impulse:
  case InputKind::Constant:
  case InputKind::Sine:
  case InputKind::Explicit:
    break;
  }
  return {};
}

} // namespace

WishedSteps stepsOf(const Scenario& scenario) {
  WishedSteps result{scenario.unroll.horizon, {}};
  if (scenario.unroll.truncation) {
    result.truncation = scenario.unroll.truncation->length;
  }
  return result;
}

WishedSteps wishedAfter(const WishedSteps& wished, const Scenario& before, const Scenario& after) {
  const WishedSteps had = stepsOf(before);
  const WishedSteps has = stepsOf(after);
  WishedSteps result = wished;
  if (has.horizon != had.horizon) {
    result.horizon = has.horizon;
  }
  if (!has.truncation) {
    result.switchedOffAt = had.truncation.value_or(wished.switchedOffAt);
  } else if (has.truncation != had.truncation) {
    const bool isAsItWas = switchesTruncationOn(before, after) && wished.truncation &&
                           *has.truncation == std::min(wished.switchedOffAt, has.horizon);
    result.truncation = isAsItWas ? wished.truncation : has.truncation;
  }
  return result;
}

bool switchesTruncationOn(const Scenario& before, const Scenario& after) {
  return !before.unroll.truncation && after.unroll.truncation;
}

bool readsOther(const Scenario& before, const Scenario& after) {
  return before.input.kind != after.input.kind || dataOf(before.input) != dataOf(after.input);
}

void fitSteps(Scenario& scenario, const WishedSteps& wished, const DataLengths& lengths) {
  std::size_t most = static_cast<std::size_t>(wished.horizon);
  if (const auto known = lengths.find(dataOf(scenario.input)); known != lengths.end()) {
    most = std::min(most, known->second);
  }
  UnrollSpec& unroll = scenario.unroll;
  unroll.horizon = static_cast<int>(most);
  if (unroll.truncation) {
    unroll.truncation->length =
        std::min(wished.truncation.value_or(unroll.truncation->length), unroll.horizon);
  }
}

} // namespace backflow
