// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/sweep_cell.h"
#include "core/unroll/sweep_spec.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace backflow {

/// Evaluates cells of a sweep in as many threads as asked for (0: one for each core), which live as
/// long as this call and take the next cell whenever they are free. What is found out about a cell
/// depends neither on the threads nor on the order.
///
/// `finished` is called for every cell as it is done, in any order but never by two threads at
/// once. An exception that it throws ends the sweep and is thrown again here. Returns the problems
/// of the first cell that cannot be run; empty if all were, or `stop` was requested.
std::vector<FieldProblem> runSweep(const SweepSpec& spec, const std::vector<std::int64_t>& cells,
                                   int threads,
                                   const std::function<void(const CellResult&)>& finished,
                                   const std::stop_token& stop = {});

/// Which cells the I-th of N shards has, I = 1..N: every N-th, so that each has its part of what is
/// slow. `count` is that of all cells.
std::vector<std::int64_t> cellsOfShard(std::int64_t count, int shard, int shards);

} // namespace backflow
