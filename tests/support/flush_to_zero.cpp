// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/flush_to_zero.h"

#ifdef __SSE__
#include <xmmintrin.h>
#endif

namespace backflow::test {

#ifdef __SSE__

namespace {
// Flush-to-zero and denormals-are-zero of MXCSR (Intel SDM, volume 1, section 10.2.3).
constexpr unsigned flushBits = 0x8040;
} // namespace

FlushToZero::FlushToZero() : m_before(_mm_getcsr()) {
  _mm_setcsr(m_before | flushBits);
}

FlushToZero::~FlushToZero() {
  _mm_setcsr(m_before);
}

bool FlushToZero::isPossible() {
  return true;
}

#else

FlushToZero::FlushToZero() = default;
FlushToZero::~FlushToZero() = default;

bool FlushToZero::isPossible() {
  return false;
}

#endif

} // namespace backflow::test
