// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/speed_limit.h"

#include "tests/bench/machine_peaks.h"

#include <algorithm>
#include <cstddef>

namespace backflow::bench {

template <class Scalar> double leastSecondsAStep(CellKind cell, int hidden, int inputs, int batch) {
  const double gates = cell == CellKind::Rnn ? 1 : cell == CellKind::Gru ? 3 : 4;
  const double recurrent = gates * hidden * hidden;
  const double fromInput = gates * hidden * inputs;
  const double bytes = recurrent * sizeof(Scalar);
  const double peak = peakOperations<Scalar>();
  const double reading = 2 * bytes / readBandwidth(static_cast<std::size_t>(bytes));
  const double computing = 4 * recurrent * batch / peak;
  return std::max(reading, computing) + (2 * recurrent + 4 * fromInput) * batch / peak;
}

template double leastSecondsAStep<float>(CellKind, int, int, int);
template double leastSecondsAStep<double>(CellKind, int, int, int);

} // namespace backflow::bench
