// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: sums of squares, and numbers counted by class.
#pragma once

#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/wide_vector.h"

namespace backflow {
namespace {

using DoubleVector = VectorIn<double>;

BACKFLOW_INLINE double sumOfLanes(DoubleVector sum) {
  // By halves: fewer additions wait for one another than from lane to lane.
#if BACKFLOW_KERNEL_BYTES == 64
  const auto four =
      __builtin_shufflevector(sum, sum, 0, 1, 2, 3) + __builtin_shufflevector(sum, sum, 4, 5, 6, 7);
#elif BACKFLOW_KERNEL_BYTES == 32
  const auto four = sum;
#endif
#if BACKFLOW_KERNEL_BYTES >= 32
  const auto two =
      __builtin_shufflevector(four, four, 0, 1) + __builtin_shufflevector(four, four, 2, 3);
#else
  const auto two = sum;
#endif
  return two[0] + two[1];
}

/// Calls `take` with the numbers as doubles, a vector of them after another, in two alternating
/// sums, so that one addition need not wait for the last.
template <class Take> BACKFLOW_INLINE void eachAsDouble(VectorIn<double> x, Take take) {
  take(x, 0);
}
template <class Take> BACKFLOW_INLINE void eachAsDouble(VectorIn<float> x, Take take) {
  const auto* halves = reinterpret_cast<const Wide<float>::Half*>(&x);
  take(widened(halves[0]), 0);
  take(widened(halves[1]), 1);
}

/// Of `scaled` numbers.
template <class Scalar, class Scale>
BACKFLOW_INLINE double sumOfSquares(const Scalar* x, std::ptrdiff_t count, Scale scaled) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  DoubleVector sums[2] = {};
  const auto take = [&](DoubleVector numbers, int k) {
    const DoubleVector factor = scaled(numbers);
    sums[k] = multiplyAdd<double>(factor, factor, sums[k]);
  };
  std::ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    eachAsDouble(load(x + i), take);
  }
  if (i < count) {
    eachAsDouble(loadPart(x + i, count - i), take);
  }
  return sumOfLanes(sums[0] + sums[1]);
}

template <class Scalar> BACKFLOW_INLINE int sumOfCounts(BitsIn<Scalar> counts) {
  typename Wide<Scalar>::Integer result = 0;
  for (std::ptrdiff_t i = 0; i < Wide<Scalar>::lanes; ++i) {
    result += counts[i];
  }
  return static_cast<int>(result);
}

/// Counts each class. A comparison gives −1 where it holds.
template <class Scalar>
[[gnu::noinline]] void countClasses(const Scalar* x, std::ptrdiff_t count, ClassCounts& counts) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  constexpr auto infinity = infinityBits<Scalar>();
  BitsIn<Scalar> zeros{};
  BitsIn<Scalar> tiny{};
  BitsIn<Scalar> infinities{};
  BitsIn<Scalar> nans{};
  const auto take = [&](BitsIn<Scalar> bits) {
    zeros -= bits == BitsIn<Scalar>{};
    tiny -= bits < smallestNormalBits<Scalar>();
    infinities -= bits == infinity;
    nans -= bits > infinity;
  };
  std::ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    take(magnitudeBits<Scalar>(load(x + i)));
  }
  int padding = 0;
  if (i < count) {
    take(magnitudeBits<Scalar>(loadPart(x + i, count - i)));
    padding = static_cast<int>(lanes - (count - i));
  }
  counts.zeros = sumOfCounts<Scalar>(zeros) - padding;
  counts.subnormals = sumOfCounts<Scalar>(tiny) - padding - counts.zeros;
  counts.infinities = sumOfCounts<Scalar>(infinities);
  counts.nans = sumOfCounts<Scalar>(nans);
}

// Within these bounds of the sum no square of a double can have overflowed, and those that
// underflowed are too small to count.
constexpr double safeSumLeast = 1e-280;
constexpr double safeSumMost = 1e300;
// A power of two by which squares of doubles that are too small or too large become safe: from the
// last subnormal number on, and up to the largest.
constexpr double enlarging = 0x1p600;
constexpr double reducing = 0x1p-600;

/// ‖x‖₂ where the plain sum of squares is not safe.
[[gnu::noinline]] static double rescaledNorm(const double* x, std::ptrdiff_t count, double sum) {
  if (sum < safeSumLeast) {
    return __builtin_sqrt(
               sumOfSquares(x, count, [](DoubleVector numbers) { return numbers * enlarging; })) /
           enlarging;
  }
  // A NaN takes this way too: it is told from an overflow.
  ClassCounts counts;
  countClasses(x, count, counts);
  if (counts.nans > 0) {
    return __builtin_nan("");
  }
  if (counts.infinities > 0) {
    return __builtin_inf();
  }
  const double norm = __builtin_sqrt(sumOfSquares(
                          x, count, [](DoubleVector numbers) { return numbers * reducing; })) /
                      reducing;
  return norm < __DBL_MAX__ ? norm : __DBL_MAX__;
}

BACKFLOW_INLINE double normOfSum(const double* x, std::ptrdiff_t count, double sum) {
  return sum >= safeSumLeast && sum <= safeSumMost ? __builtin_sqrt(sum)
                                                   : rescaledNorm(x, count, sum);
}
/// The squares of float32 numbers, from 2e−90 to 1e77, can neither over- nor underflow in a double.
BACKFLOW_INLINE double normOfSum(const float*, std::ptrdiff_t, double sum) {
  return __builtin_sqrt(sum);
}

template <class Scalar> double normAll(const Scalar* x, std::ptrdiff_t count) {
  return normOfSum(x, count, sumOfSquares(x, count, [](DoubleVector numbers) { return numbers; }));
}

/// In which lanes a number is not normal: 0 < e < the largest does not hold of its exponent e.
template <class Scalar> BACKFLOW_INLINE BitsIn<Scalar> isNotNormal(VectorIn<Scalar> numbers) {
  const BitsIn<Scalar> bits = magnitudeBits<Scalar>(numbers);
  return (bits < smallestNormalBits<Scalar>()) | (bits >= infinityBits<Scalar>());
}

template <class Scalar>
double measureAll(const Scalar* x, std::ptrdiff_t count, ClassCounts& counts) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  DoubleVector sums[2] = {};
  BitsIn<Scalar> strange{}; // only if there are such, the classes are counted
  const auto take = [&](VectorIn<Scalar> numbers) {
    strange |= isNotNormal<Scalar>(numbers);
    eachAsDouble(numbers, [&](DoubleVector wide, int k) {
      sums[k] = multiplyAdd<double>(wide, wide, sums[k]);
    });
  };
  std::ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    take(load(x + i));
  }
  if (i < count) {
    // The padding counts as zeros here, which costs the short vector a count and no more.
    take(loadPart(x + i, count - i));
  }
  counts = {};
  if (isAnySet(strange)) {
    countClasses(x, count, counts);
  }
  return normOfSum(x, count, sumOfLanes(sums[0] + sums[1]));
}

template <class Scalar> bool allFiniteIn(const Scalar* x, std::ptrdiff_t count) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  BitsIn<Scalar> wrong{};
  std::ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    wrong |= magnitudeBits<Scalar>(load(x + i)) >= infinityBits<Scalar>();
  }
  if (i < count) {
    wrong |= magnitudeBits<Scalar>(loadPart(x + i, count - i)) >= infinityBits<Scalar>();
  }
  return !isAnySet(wrong);
}

template <class Scalar, class Test>
BACKFLOW_INLINE int countIf(const Scalar* x, std::ptrdiff_t count, int ofPadding, Test test) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  BitsIn<Scalar> found{};
  std::ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    found -= test(load(x + i));
  }
  int padding = 0;
  if (i < count) {
    found -= test(loadPart(x + i, count - i));
    padding = ofPadding * static_cast<int>(lanes - (count - i));
  }
  return isAnySet(found) ? sumOfCounts<Scalar>(found) - padding : 0;
}

/// Whether a number is 1 or −1.
template <class Scalar> BACKFLOW_INLINE BitsIn<Scalar> isOne(VectorIn<Scalar> numbers) {
  return magnitudeBits<Scalar>(numbers) == Wide<Scalar>::bias << Wide<Scalar>::fractionBits;
}

template <class Scalar> BACKFLOW_INLINE BitsIn<Scalar> isZeroOrOne(VectorIn<Scalar> numbers) {
  constexpr auto one = Wide<Scalar>::bias << Wide<Scalar>::fractionBits;
  return (magnitudeBits<Scalar>(numbers) == BitsIn<Scalar>{}) | (bitsOf<Scalar>(numbers) == one);
}

template <class Scalar> int countOnes(const Scalar* x, std::ptrdiff_t count) {
  return countIf(x, count, 0, [](VectorIn<Scalar> numbers) { return isOne<Scalar>(numbers); });
}

template <class Scalar> int countZerosAndOnes(const Scalar* x, std::ptrdiff_t count) {
  return countIf(x, count, 1,
                 [](VectorIn<Scalar> numbers) { return isZeroOrOne<Scalar>(numbers); });
}

} // namespace
} // namespace backflow
