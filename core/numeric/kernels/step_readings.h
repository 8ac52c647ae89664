// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: norms and classes read off several steps at once. The sums of short
// vectors wait for one another, and so do their roots; those of several steps do not.
#pragma once

#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/number_classes.h"
#include "core/numeric/kernels/step_code.h"

namespace backflow {
namespace {

/// As many steps are read together as a vector has lanes for their sums.
constexpr std::ptrdiff_t stepsTogether = Wide<double>::lanes;

/// sumOfLanes() of each: the same additions in the same order.
BACKFLOW_INLINE DoubleVector sumsOfLanes(const DoubleVector (&sums)[stepsTogether]) {
#if BACKFLOW_KERNEL_BYTES == 64
  DoubleVector fours[4];
#pragma GCC unroll 4
  for (int k = 0; k < 4; ++k) {
    fours[k] = __builtin_shufflevector(sums[k], sums[k + 4], 0, 1, 2, 3, 8, 9, 10, 11) +
               __builtin_shufflevector(sums[k], sums[k + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
  DoubleVector twos[2];
#pragma GCC unroll 2
  for (int k = 0; k < 2; ++k) {
    twos[k] = __builtin_shufflevector(fours[k], fours[k + 2], 0, 1, 8, 9, 4, 5, 12, 13) +
              __builtin_shufflevector(fours[k], fours[k + 2], 2, 3, 10, 11, 6, 7, 14, 15);
  }
  return __builtin_shufflevector(twos[0], twos[1], 0, 8, 2, 10, 4, 12, 6, 14) +
         __builtin_shufflevector(twos[0], twos[1], 1, 9, 3, 11, 5, 13, 7, 15);
#elif BACKFLOW_KERNEL_BYTES == 32
  DoubleVector twos[2];
#pragma GCC unroll 2
  for (int k = 0; k < 2; ++k) {
    twos[k] = __builtin_shufflevector(sums[k], sums[k + 2], 0, 1, 4, 5) +
              __builtin_shufflevector(sums[k], sums[k + 2], 2, 3, 6, 7);
  }
  return __builtin_shufflevector(twos[0], twos[1], 0, 4, 2, 6) +
         __builtin_shufflevector(twos[0], twos[1], 1, 5, 3, 7);
#else
  return __builtin_shufflevector(sums[0], sums[1], 0, 2) +
         __builtin_shufflevector(sums[0], sums[1], 1, 3);
#endif
}

/// What one reading finds at several steps: the numbers begin at `numbers` for the first of them
/// and `stride` further for the next.
template <class Scalar> struct ReadNumbers {
  const Scalar* numbers;
  std::ptrdiff_t stride;
  std::ptrdiff_t size;

  const Scalar* at(std::ptrdiff_t step) const { return numbers + step * stride; }
};

/// The sum of squares of each of stepsTogether steps, gathered as by normAll(). look: is shown all
/// numbers, a vector after another, with their step.
template <class Scalar, class Look>
BACKFLOW_INLINE DoubleVector sumsOfSquares(const ReadNumbers<Scalar>& read, Look look) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  DoubleVector sums[stepsTogether][2] = {};
  const auto take = [&](std::ptrdiff_t step, VectorIn<Scalar> numbers)
      __attribute__((always_inline)) {
    look(step, numbers);
    eachAsDouble(numbers, [&](DoubleVector wide, int k) {
      sums[step][k] = multiplyAdd<double>(wide, wide, sums[step][k]);
    });
  };
  std::ptrdiff_t i = 0;
  for (; i + lanes <= read.size; i += lanes) {
#pragma GCC unroll 8
    for (std::ptrdiff_t step = 0; step < stepsTogether; ++step) {
      take(step, load(read.at(step) + i));
    }
  }
  if (i < read.size) {
#pragma GCC unroll 8
    for (std::ptrdiff_t step = 0; step < stepsTogether; ++step) {
      take(step, loadPart(read.at(step) + i, read.size - i));
    }
  }
  DoubleVector whole[stepsTogether];
#pragma GCC unroll 8
  for (std::ptrdiff_t step = 0; step < stepsTogether; ++step) {
    whole[step] = sums[step][0] + sums[step][1];
  }
  return sumsOfLanes(whole);
}

template <class Scalar>
BACKFLOW_INLINE DoubleVector measureTogether(const ReadNumbers<Scalar>& read,
                                             StepReading* results) {
  BitsIn<Scalar> strange[stepsTogether] = {};
  const DoubleVector sums = sumsOfSquares(
      read, [&strange](std::ptrdiff_t step, VectorIn<Scalar> numbers)
                __attribute__((always_inline)) { strange[step] |= isNotNormal<Scalar>(numbers); });
#pragma GCC unroll 8
  for (std::ptrdiff_t step = 0; step < stepsTogether; ++step) {
    results[step].classes = {};
    if (isAnySet(strange[step])) {
      countClasses(read.at(step), read.size, results[step].classes);
    }
  }
  return sums;
}

/// How many steps are read together: where one leaves its numbers in the place of another's, each
/// by itself.
template <class Scalar> std::ptrdiff_t readableTogether(const StepCall<Scalar>& call) {
  for (std::ptrdiff_t i = 0; i < call.readingCount; ++i) {
    if (call.strides[static_cast<std::size_t>(call.readings[i].left.memory)] == 0) {
      return 1;
    }
  }
  return stepsTogether;
}

/// One reading of up to stepsTogether steps from `first` on, which are computed.
template <class Scalar>
BACKFLOW_INLINE void takeReading(const StepCall<Scalar>& call,
                                 const StepInstruction<Scalar>& instruction, std::ptrdiff_t first,
                                 std::ptrdiff_t steps) {
  const auto memory = static_cast<std::size_t>(instruction.left.memory);
  const std::ptrdiff_t stride = call.strides[memory];
  const ReadNumbers<Scalar> read{call.memories[memory] + instruction.left.offset + first * stride,
                                 stride, instruction.size};
  StepReading* results = call.results + first;
  double* norms = call.norms + first * call.normsPerStep + instruction.reading;
  const bool measures = instruction.code == StepCode::Measure;
  if (steps == stepsTogether) {
    const DoubleVector sums = measures
                                  ? measureTogether(read, results)
                                  : sumsOfSquares(read, [](std::ptrdiff_t, VectorIn<Scalar>) {});
#pragma GCC unroll 8
    for (std::ptrdiff_t step = 0; step < stepsTogether; ++step) {
      norms[step * call.normsPerStep] = normOfSum(read.at(step), read.size, sums[step]);
    }
  } else {
    for (std::ptrdiff_t step = 0; step < steps; ++step) {
      norms[step * call.normsPerStep] =
          measures ? measureAll(read.at(step), read.size, results[step].classes)
                   : normAll(read.at(step), read.size);
    }
  }
  if (instruction.code == StepCode::FiniteNorm) {
    for (std::ptrdiff_t step = 0; step < steps; ++step) {
      results[step].isFinite =
          results[step].isFinite && norms[step * call.normsPerStep] <= __DBL_MAX__;
    }
  }
}

/// The readings of up to stepsTogether steps from `first` on, which are computed.
template <class Scalar>
[[gnu::noinline]] void readSteps(const StepCall<Scalar>& call, std::ptrdiff_t first,
                                 std::ptrdiff_t steps) {
  for (std::ptrdiff_t i = 0; i < call.readingCount; ++i) {
    takeReading(call, call.readings[i], first, steps);
  }
}

} // namespace
} // namespace backflow
