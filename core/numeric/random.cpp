// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/random.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace backflow {

namespace {

constexpr std::uint64_t goldenRatio = 0x9e3779b97f4a7c15ULL;

std::uint64_t splitMix(std::uint64_t& state) {
  state += goldenRatio;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

} // namespace

// The system's log differs between libraries in the last bit; this one is
// 2·artanh((m − 1)/(m + 1)) + e·ln 2 with m in [√½, √2), where the series has 13 terms to go.
double portableLog(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);
  if (mantissa < std::numbers::sqrt2 / 2) {
    mantissa *= 2;
    --exponent;
  }
  const double s = (mantissa - 1) / (mantissa + 1);
  const double square = s * s;
  double series = 0;
  for (int power = 25; power >= 1; power -= 2) {
    series = series * square + 1.0 / power;
  }
  return 2 * s * series + exponent * std::numbers::ln2;
}

PortableRandom::PortableRandom(std::uint64_t seed, RandomStream stream, int index) {
  std::uint64_t mixer = seed;
  const std::uint64_t which =
      static_cast<std::uint64_t>(stream) + (static_cast<std::uint64_t>(index) << 8U);
  mixer = splitMix(mixer) ^ (which * goldenRatio);
  for (std::uint64_t& word : m_state) {
    word = splitMix(mixer);
  }
}

std::uint64_t PortableRandom::bits() {
  const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
  const std::uint64_t shifted = m_state[1] << 17;
  m_state[2] ^= m_state[0];
  m_state[3] ^= m_state[1];
  m_state[1] ^= m_state[2];
  m_state[0] ^= m_state[3];
  m_state[2] ^= shifted;
  m_state[3] = std::rotl(m_state[3], 45);
  return result;
}

double PortableRandom::uniform() {
  return static_cast<double>(bits() >> 11) * 0x1p-53;
}

double PortableRandom::normal() {
  if (m_hasSpare) {
    m_hasSpare = false;
    return m_spare;
  }
  double u = 0;
  double v = 0;
  double square = 0;
  do {
    u = 2 * uniform() - 1;
    v = 2 * uniform() - 1;
    square = u * u + v * v;
  } while (square >= 1 || square == 0);
  const double factor = std::sqrt(-2 * portableLog(square) / square);
  m_spare = v * factor;
  m_hasSpare = true;
  return u * factor;
}

} // namespace backflow
