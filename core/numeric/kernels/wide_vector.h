// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: vectors of the width that they are compiled for. Everything has
// internal linkage, and no inline function of a library is called, since the linker could take its
// AVX code for the whole program.
#pragma once

#include <cstddef>
#include <cstdint>
#if BACKFLOW_KERNEL_FUSES
#include <immintrin.h>
#endif

#define BACKFLOW_INLINE [[gnu::always_inline]] static inline

namespace backflow {
namespace {

template <class Scalar> struct Wide;

template <> struct Wide<float> {
  using Vector __attribute__((vector_size(BACKFLOW_KERNEL_BYTES))) = float;
  using Unaligned __attribute__((vector_size(BACKFLOW_KERNEL_BYTES), aligned(4), may_alias)) =
      float;
  using Half __attribute__((vector_size(BACKFLOW_KERNEL_BYTES / 2), aligned(4), may_alias)) = float;
  using Bits __attribute__((vector_size(BACKFLOW_KERNEL_BYTES))) = std::int32_t;
  using Integer = std::int32_t;
  static constexpr std::ptrdiff_t lanes = BACKFLOW_KERNEL_BYTES / 4;
  static constexpr int fractionBits = 23;
  static constexpr Integer bias = 127;
};

template <> struct Wide<double> {
  using Vector __attribute__((vector_size(BACKFLOW_KERNEL_BYTES))) = double;
  using Unaligned __attribute__((vector_size(BACKFLOW_KERNEL_BYTES), aligned(8), may_alias)) =
      double;
  using Bits __attribute__((vector_size(BACKFLOW_KERNEL_BYTES))) = std::int64_t;
  using Integer = std::int64_t;
  static constexpr std::ptrdiff_t lanes = BACKFLOW_KERNEL_BYTES / 8;
  static constexpr int fractionBits = 52;
  static constexpr Integer bias = 1023;
};

template <class Scalar> using VectorIn = typename Wide<Scalar>::Vector;
template <class Scalar> using BitsIn = typename Wide<Scalar>::Bits;

template <class Scalar> BACKFLOW_INLINE VectorIn<Scalar> broadcast(Scalar value) {
  return value - VectorIn<Scalar>{}; // subtracting zero changes nothing, not even of −0
}

template <class Scalar> BACKFLOW_INLINE VectorIn<Scalar> load(const Scalar* from) {
  return *reinterpret_cast<const typename Wide<Scalar>::Unaligned*>(from);
}

template <class Scalar> BACKFLOW_INLINE void store(Scalar* to, VectorIn<Scalar> value) {
  *reinterpret_cast<typename Wide<Scalar>::Unaligned*>(to) = value;
}

/// The first `count` lanes, the others zero. Not a number beyond them is touched.
template <class Scalar>
BACKFLOW_INLINE VectorIn<Scalar> loadPart(const Scalar* from, std::ptrdiff_t count) {
#if BACKFLOW_KERNEL_BYTES == 64
  if constexpr (sizeof(Scalar) == 4) {
    return _mm512_maskz_loadu_ps(static_cast<__mmask16>((1U << count) - 1), from);
  } else {
    return _mm512_maskz_loadu_pd(static_cast<__mmask8>((1U << count) - 1), from);
  }
#else
  VectorIn<Scalar> result{};
  Scalar* lanes = reinterpret_cast<Scalar*>(&result);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    lanes[i] = from[i];
  }
  return result;
#endif
}

template <class Scalar>
BACKFLOW_INLINE void storePart(Scalar* to, std::ptrdiff_t count, VectorIn<Scalar> value) {
#if BACKFLOW_KERNEL_BYTES == 64
  if constexpr (sizeof(Scalar) == 4) {
    _mm512_mask_storeu_ps(to, static_cast<__mmask16>((1U << count) - 1), value);
  } else {
    _mm512_mask_storeu_pd(to, static_cast<__mmask8>((1U << count) - 1), value);
  }
#else
  const Scalar* lanes = reinterpret_cast<const Scalar*>(&value);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    to[i] = lanes[i];
  }
#endif
}

/// a·b + c, rounded once if the kernel fuses.
template <class Scalar>
BACKFLOW_INLINE VectorIn<Scalar> multiplyAdd(VectorIn<Scalar> a, VectorIn<Scalar> b,
                                             VectorIn<Scalar> c) {
#if !BACKFLOW_KERNEL_FUSES
  return a * b + c;
#elif BACKFLOW_KERNEL_BYTES == 64
  if constexpr (sizeof(Scalar) == 4) {
    return _mm512_fmadd_ps(a, b, c);
  } else {
    return _mm512_fmadd_pd(a, b, c);
  }
#else
  if constexpr (sizeof(Scalar) == 4) {
    return _mm256_fmadd_ps(a, b, c);
  } else {
    return _mm256_fmadd_pd(a, b, c);
  }
#endif
}

/// The lesser of `bound` and x; x where that is NaN.
template <class Scalar>
BACKFLOW_INLINE VectorIn<Scalar> boundedBy(VectorIn<Scalar> bound, VectorIn<Scalar> x) {
#if BACKFLOW_KERNEL_BYTES == 64
  // GCC 12 makes a comparison and a choice of the expression below.
  if constexpr (sizeof(Scalar) == 4) {
    return _mm512_maskz_min_ps(static_cast<__mmask16>(-1), bound, x);
  } else {
    return _mm512_maskz_min_pd(static_cast<__mmask8>(-1), bound, x);
  }
#else
  return bound < x ? bound : x;
#endif
}

/// Half a vector of float as a vector of double.
BACKFLOW_INLINE VectorIn<double> widened(Wide<float>::Half half) {
  // GCC 12 makes several instructions of a conversion to 512 bits, and warns of _mm512_cvtps_pd().
#if BACKFLOW_KERNEL_BYTES == 64
  return _mm512_maskz_cvtps_pd(static_cast<__mmask8>(-1), half);
#elif BACKFLOW_KERNEL_BYTES == 32
  return _mm256_cvtps_pd(half);
#else
  return __builtin_convertvector(half, VectorIn<double>);
#endif
}

template <class Scalar> BACKFLOW_INLINE BitsIn<Scalar> bitsOf(VectorIn<Scalar> x) {
  return reinterpret_cast<BitsIn<Scalar>>(x);
}
template <class Scalar> BACKFLOW_INLINE VectorIn<Scalar> fromBits(BitsIn<Scalar> bits) {
  return reinterpret_cast<VectorIn<Scalar>>(bits);
}

/// All bits but the sign. As integers they are ordered as the numbers' sizes are, NaN last.
template <class Scalar> BACKFLOW_INLINE BitsIn<Scalar> magnitudeBits(VectorIn<Scalar> x) {
  using Integer = typename Wide<Scalar>::Integer;
  constexpr Integer all = sizeof(Scalar) == 4 ? static_cast<Integer>(0x7fffffff)
                                              : static_cast<Integer>(0x7fffffffffffffff);
  return bitsOf<Scalar>(x) & all;
}

/// Whether any bit of any lane is set.
template <class Bits> BACKFLOW_INLINE bool isAnySet(Bits bits) {
#if BACKFLOW_KERNEL_BYTES == 64
  const auto whole = reinterpret_cast<__m512i>(bits);
  return _mm512_test_epi32_mask(whole, whole) != 0;
#elif BACKFLOW_KERNEL_BYTES == 32
  const auto whole = reinterpret_cast<__m256i>(bits);
  return _mm256_testz_si256(whole, whole) == 0;
#else
  using Words __attribute__((vector_size(BACKFLOW_KERNEL_BYTES))) = std::int64_t;
  const auto words = reinterpret_cast<Words>(bits);
  return (words[0] | words[1]) != 0;
#endif
}

template <class Scalar> constexpr typename Wide<Scalar>::Integer infinityBits() {
  return (2 * Wide<Scalar>::bias + 1) << Wide<Scalar>::fractionBits;
}
template <class Scalar> constexpr typename Wide<Scalar>::Integer smallestNormalBits() {
  return typename Wide<Scalar>::Integer{1} << Wide<Scalar>::fractionBits;
}

} // namespace
} // namespace backflow
