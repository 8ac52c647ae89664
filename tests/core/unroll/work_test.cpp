// SPDX-License-Identifier: GPL-3.0-or-later
// What a run costs is guarded by counting, not by the clock: no step of either pass may allocate,
// and a step holds its records and what the way back reads, no more.
#include "core/scenario/enum_names.h"
#include "core/unroll/experiment.h"
#include "core/unroll/network_run.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>
#include <string>
#include <variant>

// A sanitiser has an allocator of its own.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define BACKFLOW_COUNTS_ALLOCATIONS

namespace {

std::atomic<bool> counts{false};
std::atomic<long> allocations{0};
std::atomic<long> bytes{0};

void note(std::size_t size) {
  if (counts.load(std::memory_order_relaxed)) {
    allocations.fetch_add(1, std::memory_order_relaxed);
    bytes.fetch_add(static_cast<long>(size), std::memory_order_relaxed);
  }
}

} // namespace

// Everything comes through these: operator new calls malloc, and so does Eigen. The C library's own
// malloc has a reserved name. NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" void* __libc_malloc(std::size_t size);
extern "C" void* malloc(std::size_t size) {
  note(size);
  return __libc_malloc(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  note(size);
  const auto unit = static_cast<std::size_t>(alignment);
  void* result = std::aligned_alloc(unit, (size + unit - 1) / unit * unit);
  return result != nullptr ? result : throw std::bad_alloc();
}
void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}

namespace backflow {
namespace {

struct Cost {
  long allocations = 0;
  long bytes = 0;
  long heldNumbers = 0; ///< a step
};

Experiment experimentWith(CellKind cell, int hidden, int horizon) {
  Scenario scenario;
  scenario.network.cell = cell;
  scenario.network.variant = Variant::PyTorch;
  scenario.network.hidden = hidden;
  scenario.weights.init = WeightInit::Orthogonal;
  // Near the edge, so that no event, whose words need memory, comes up in one run alone.
  scenario.weights.gain = cell == CellKind::Rnn ? 1 : 2;
  scenario.unroll.horizon = horizon;
  scenario.unroll.checkpointing = false;
  scenario.thresholds = {0, 1e300};
  return std::get<Experiment>(prepare(scenario, ""));
}

template <class Scalar> Cost costOf(CellKind cell, int hidden, int horizon) {
  const Experiment experiment = experimentWith(cell, hidden, horizon);
  allocations = 0;
  bytes = 0;
  counts = true;
  NetworkRun<Scalar> run(experiment, {});
  const bool complete = run.forward({}) && run.backward({});
  counts = false;
  EXPECT_TRUE(complete);
  EXPECT_TRUE(run.trace.events.empty());
  return {allocations, bytes, std::lround(run.trace.memory.full / horizon / sizeof(Scalar))};
}

TEST(Work, NoStepAllocates) {
  for (const CellKind cell : enumValues<CellKind>()) {
    SCOPED_TRACE(static_cast<int>(cell));
    EXPECT_EQ(costOf<float>(cell, 20, 128).allocations, costOf<float>(cell, 20, 512).allocations);
    EXPECT_EQ(costOf<double>(cell, 20, 128).allocations, costOf<double>(cell, 20, 512).allocations);
  }
}

// Short runs of small networks, as sweeps and sliders make them by the thousand, spend their time
// in setting up.
TEST(Work, SettingUpAllocatesLittle) {
  EXPECT_LE(costOf<float>(CellKind::Rnn, 16, 10).allocations, 150);
  EXPECT_LE(costOf<float>(CellKind::Gru, 16, 10).allocations, 210);
  EXPECT_LE(costOf<float>(CellKind::Lstm, 16, 10).allocations, 190);
}

// Within a tenth of what a step has to hold: the vectors that the way back reads, and at most 30
// recorded numbers.
TEST(Work, AStepHoldsWhatItNeeds) {
  for (const CellKind cell : enumValues<CellKind>()) {
    SCOPED_TRACE(static_cast<int>(cell));
    const Cost less = costOf<double>(cell, 256, 1000);
    const Cost more = costOf<double>(cell, 256, 2000);
    const long needed = 1000 * static_cast<long>(sizeof(double)) * (less.heldNumbers + 30);
    EXPECT_LE(static_cast<double>(more.bytes - less.bytes), 1.1 * static_cast<double>(needed));
    EXPECT_GE(more.bytes - less.bytes, 1000 * static_cast<long>(sizeof(double)) * 256);
  }
}

} // namespace
} // namespace backflow
#endif
