// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>
#include <vector>

namespace backflow {
namespace {

std::vector<std::uint64_t> firstBits(std::uint64_t seed, RandomStream stream, int count = 4) {
  PortableRandom random(seed, stream);
  std::vector<std::uint64_t> result;
  for (int k = 0; k < count; ++k) {
    result.push_back(random.bits());
  }
  return result;
}

// Made with a separate implementation of SplitMix64 and xoshiro256** (Blackman & Vigna 2021) in
// Python's whole numbers: the first output of SplitMix64 for the seed, xor stream · 2⁶⁴/φ, seeds
// another SplitMix64 that fills the state.
TEST(PortableRandom, GivesThePinnedBits) {
  using Bits = std::vector<std::uint64_t>;
  EXPECT_EQ(firstBits(1, RandomStream::RecurrentWeights),
            (Bits{0x7c6682e408d8b756, 0xcbbf280ad8a9dcc4, 0x3dc5cd519d778dec, 0xebbcb3647a4592fb}));
  EXPECT_EQ(firstBits(1, RandomStream::InputWeights),
            (Bits{0x3ba0b11c56af943c, 0x560d9c5c6df69d89, 0x11c8ba5f82432151, 0xf9de8bc15964f62e}));
  EXPECT_EQ(firstBits(20261124, RandomStream::Input),
            (Bits{0x429b8ca1c832869c, 0x58d49076db147779, 0x49c4787e7264ef96, 0x41792a3c2ce6a685}));
}

// The polar method worked through with 60 decimal digits; the last bits may differ by the few
// roundings of the double computation.
TEST(PortableRandom, GivesThePinnedNormals) {
  PortableRandom random(1, RandomStream::RecurrentWeights);
  for (const double expected :
       {-0x1.1959c20c27270p-4, 0x1.7208b17cb888bp+0, -0x1.d73df258ed2afp-4, 0x1.7f4d860a110edp-3}) {
    EXPECT_NEAR(random.normal(), expected, std::abs(expected) * 4e-16);
  }
}

TEST(PortableRandom, UniformIsTheTop53BitsAndBelowOne) {
  PortableRandom numbers(5, RandomStream::Bias);
  PortableRandom bits(5, RandomStream::Bias);
  for (int k = 0; k < 10000; ++k) {
    const double number = numbers.uniform();
    ASSERT_EQ(number, std::ldexp(static_cast<double>(bits.bits() >> 11), -53));
    ASSERT_GE(number, 0);
    ASSERT_LT(number, 1);
  }
}

TEST(PortableRandom, StreamsAndSeedsDiffer) {
  std::set<std::uint64_t> first;
  for (const std::uint64_t seed : {0ULL, 1ULL, 2ULL, ~0ULL}) {
    for (const RandomStream stream :
         {RandomStream::RecurrentWeights, RandomStream::InputWeights, RandomStream::Bias,
          RandomStream::Input, RandomStream::InitialState, RandomStream::LossGradient}) {
      first.insert(firstBits(seed, stream, 1).front());
    }
  }
  EXPECT_EQ(first.size(), 24U);
}

/// The mean of f over n numbers; its standard error is the deviation of f over √n.
template <class Draw, class Function> double mean(int n, Draw draw, Function f) {
  double sum = 0;
  for (int k = 0; k < n; ++k) {
    sum += f(draw());
  }
  return sum / n;
}

// Bounds are five standard errors: for a seed that is fixed, they hold or they do not.
TEST(PortableRandom, MomentsAreThoseOfTheDistributions) {
  constexpr int n = 1'000'000;
  const double root = std::sqrt(static_cast<double>(n));
  const auto normalMean = [](auto f) {
    PortableRandom random(7, RandomStream::Input);
    return mean(
        n, [&] { return random.normal(); }, f);
  };
  EXPECT_NEAR(normalMean([](double x) { return x; }), 0, 5 / root);
  EXPECT_NEAR(normalMean([](double x) { return x * x; }), 1, 5 * std::sqrt(2) / root);
  EXPECT_NEAR(normalMean([](double x) { return x * x * x; }), 0, 5 * std::sqrt(15) / root);
  EXPECT_NEAR(normalMean([](double x) { return x * x * x * x; }), 3, 5 * std::sqrt(96) / root);
  const double withinOne = std::erf(1 / std::numbers::sqrt2);
  EXPECT_NEAR(normalMean([](double x) { return std::abs(x) < 1 ? 1.0 : 0.0; }), withinOne,
              5 * std::sqrt(withinOne * (1 - withinOne)) / root);
  const auto uniformMean = [](auto f) {
    PortableRandom random(7, RandomStream::Input);
    return mean(
        n, [&] { return random.uniform(); }, f);
  };
  EXPECT_NEAR(uniformMean([](double x) { return x; }), 0.5, 5 * std::sqrt(1.0 / 12) / root);
  EXPECT_NEAR(uniformMean([](double x) { return x * x; }), 1.0 / 3, 5 * std::sqrt(4.0 / 45) / root);
}

TEST(PortableRandom, NeighboursAreNotCorrelated) {
  constexpr int n = 1'000'000;
  PortableRandom random(3, RandomStream::Input);
  double previous = random.normal();
  double sum = 0;
  for (int k = 0; k < n; ++k) {
    const double next = random.normal();
    sum += previous * next;
    previous = next;
  }
  EXPECT_NEAR(sum / n, 0, 5 / std::sqrt(static_cast<double>(n)));
}

} // namespace
} // namespace backflow
