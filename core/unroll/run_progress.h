// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/precision.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace backflow {

/// How far the passes of one precision have come. Written by the thread that computes them, a block
/// of steps at a time, and read from any other.
class PassProgress {
 public:
  /// Before the first advance(): how much there is to do.
  void expect(std::int64_t all) { m_all.store(all, std::memory_order_relaxed); }
  void advance(std::int64_t more) { m_done.fetch_add(more, std::memory_order_relaxed); }

  bool isExpected() const { return m_all.load(std::memory_order_relaxed) > 0; }
  /// From 0 to 1.
  double share() const;

 private:
  std::atomic<std::int64_t> m_all{0};
  std::atomic<std::int64_t> m_done{0};
};

/// How far a run is. Its precisions are computed side by side, so that the slowest of them tells.
class RunProgress {
 public:
  PassProgress& of(Precision precision) { return m_passes[static_cast<std::size_t>(precision)]; }

  /// From 0 to 1; 0 before the first step.
  double share() const;

 private:
  std::array<PassProgress, 4> m_passes;
};

} // namespace backflow
