// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow::test {

/// Has this thread flush subnormal numbers to zero, and take them for zeros, as long as it lives.
/// Threads that are started meanwhile do so too.
class FlushToZero {
 public:
  FlushToZero();
  ~FlushToZero();
  FlushToZero(const FlushToZero&) = delete;
  FlushToZero& operator=(const FlushToZero&) = delete;

  static bool isPossible();

 private:
  unsigned m_before = 0;
};

} // namespace backflow::test
