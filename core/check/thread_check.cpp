// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/thread_check.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace backflow {

Check checkSubnormalsOfThreads() {
  const unsigned others = std::max(1U, std::thread::hardware_concurrency());
  std::atomic<unsigned> keeping = subnormalsSurvive() ? 1U : 0U;
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < others; ++i) {
      threads.emplace_back([&keeping] { keeping += subnormalsSurvive() ? 1U : 0U; });
    }
  }
  Check check;
  check.kind = CheckKind::ThreadSubnormals;
  check.measured = keeping.load();
  check.bound = 1 + others;
  return check;
}

} // namespace backflow
