// SPDX-License-Identifier: GPL-3.0-or-later
// A library that does what one linked with -ffast-math does as it is loaded: it has the process
// flush subnormal numbers to zero.
#include <xmmintrin.h>

namespace {

[[maybe_unused]] const bool isFlushing = [] {
  _mm_setcsr(_mm_getcsr() | 0x8040U);
  return true;
}();

} // namespace
