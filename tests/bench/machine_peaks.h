// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace backflow::bench {

/// Floating-point operations a second of one core with the kernels that the core has chosen, a
/// multiplication and an addition being two. The best of several short looks, so that who else
/// works on the machine counts little; measured at each call. Instantiated for float, double.
template <class Scalar> double peakOperations();

/// Bytes a second that one core reads, with the same instructions, from `bytes` bytes that it has
/// read just before. Measured at each call.
double readBandwidth(std::size_t bytes);

} // namespace backflow::bench
