// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep.h"

#include "core/numeric/precision.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace backflow {

namespace {

/// What the threads of a sweep share.
class SweepTeam {
 public:
  SweepTeam(const SweepSpec& spec, const std::vector<std::int64_t>& cells,
            const std::function<void(const CellResult&)>& finished, const std::stop_token& stop)
      : m_spec(spec), m_cells(cells), m_finished(finished),
        m_forward(stop, [this] { m_stop.request_stop(); }) {}

  void work() {
    CellEvaluator evaluator(m_spec);
    const std::stop_token stop = m_stop.get_token();
    while (!stop.stop_requested()) {
      const std::size_t next = m_next++;
      if (next >= m_cells.size()) {
        return;
      }
      try {
        const SweepCell cell = cellAt(m_spec, m_cells[next]);
        const auto evaluated = evaluator.evaluate({&cell, 1}, stop);
        const std::lock_guard lock(m_mutex);
        if (m_stop.stop_requested()) {
          return;
        }
        if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&evaluated)) {
          m_problems = *problems;
          m_stop.request_stop();
          return;
        }
        for (const CellResult& result : std::get<std::vector<CellResult>>(evaluated)) {
          m_finished(result);
        }
      } catch (...) {
        const std::lock_guard lock(m_mutex);
        if (!m_failure) {
          m_failure = std::current_exception();
        }
        m_stop.request_stop();
      }
    }
  }

  std::vector<FieldProblem> outcome() const {
    if (m_failure) {
      std::rethrow_exception(m_failure);
    }
    return m_problems;
  }

 private:
  const SweepSpec& m_spec;
  const std::vector<std::int64_t>& m_cells;
  const std::function<void(const CellResult&)>& m_finished;
  std::atomic<std::size_t> m_next{0};
  std::mutex m_mutex;
  std::vector<FieldProblem> m_problems;
  std::exception_ptr m_failure;
  std::stop_source m_stop;
  std::stop_callback<std::function<void()>> m_forward;
};

} // namespace

std::vector<FieldProblem> runSweep(const SweepSpec& spec, const std::vector<std::int64_t>& cells,
                                   int threads,
                                   const std::function<void(const CellResult&)>& finished,
                                   const std::stop_token& stop) {
  requireSubnormals();
  const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const auto wanted = static_cast<std::size_t>(threads > 0 ? threads : cores);
  SweepTeam team(spec, cells, finished, stop);
  {
    std::vector<std::jthread> workers;
    for (std::size_t k = 0; k < std::min(wanted, cells.size()); ++k) {
      try {
        workers.emplace_back([&team] { team.work(); });
      } catch (const std::system_error&) {
        // No more threads are to be had: the others do the work.
        if (workers.empty()) {
          throw;
        }
        break;
      }
    }
  }
  return team.outcome();
}

std::vector<std::int64_t> cellsOfShard(std::int64_t count, int shard, int shards) {
  std::vector<std::int64_t> cells;
  for (std::int64_t cell = shard - 1; cell < count; cell += shards) {
    cells.push_back(cell);
  }
  return cells;
}

} // namespace backflow
