// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace backflow {

/// What a stream of random numbers is for. One seed gives independent streams, so that the size of
/// one drawn thing never changes another.
enum class RandomStream : std::uint64_t {
  RecurrentWeights = 1,
  InputWeights = 2,
  Bias = 3,
  Input = 4,
  InitialState = 5,
  LossGradient = 6,
  Chrono = 7,
  OutputWeights = 8,
  TrainingBatch = 9,
  HeldOut = 10,
  GeneratedText = 11
};

/// ln x for finite x > 0, the same on every machine.
double portableLog(double x);

/// Seeded random numbers that are the same, bit for bit, on every compiler and machine: only IEEE
/// 754 operations that round correctly are used, no function of the system's mathematics library.
/// Generator: xoshiro256** 1.0 (Blackman & Vigna 2021), its state filled by SplitMix64.
class PortableRandom {
 public:
  /// `index`: the how-manieth thing of its kind, such as the recurrent block of a gate.
  PortableRandom(std::uint64_t seed, RandomStream stream, int index = 0);

  std::uint64_t bits();
  /// Uniform on [0, 1), a multiple of 2⁻⁵³.
  double uniform();
  /// Standard normal, by the polar method (Marsaglia & Bray 1964).
  double normal();

 private:
  std::array<std::uint64_t, 4> m_state{};
  double m_spare = 0;
  bool m_hasSpare = false;
};

} // namespace backflow
