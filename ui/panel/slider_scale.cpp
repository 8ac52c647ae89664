// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/slider_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

constexpr double positionsADecade = 20;
constexpr double wholePositionsADecade = 60;

/// `value` with two significant digits; exact below 1 too, where a power of ten is not.
double twoDigits(double value) {
  const int exponent = static_cast<int>(std::floor(std::log10(value))) - 1;
  const double scale = std::pow(10.0, std::abs(exponent));
  return exponent < 0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
}

} // namespace

SliderScale SliderScale::linear(double least, double most, int steps) {
  return {Kind::Linear, least, most, steps};
}

SliderScale SliderScale::logarithmic(double least, double most) {
  return {Kind::Logarithmic, least, most,
          static_cast<int>(std::lround(positionsADecade * std::log10(most / least)))};
}

SliderScale SliderScale::whole(double least, double most) {
  constexpr double mostPositions = std::numeric_limits<int>::max();
  return {Kind::Whole, least, most, static_cast<int>(std::min(most - least, mostPositions))};
}

SliderScale SliderScale::logarithmicWhole(double least, double most) {
  return {Kind::LogarithmicWhole, least, most,
          static_cast<int>(std::ceil(wholePositionsADecade * std::log10(most / least)))};
}

double SliderScale::valueAt(int position) const {
  if (position <= 0) {
    return m_least;
  }
  if (position >= m_positions) {
    return m_most;
  }
  const double share = static_cast<double>(position) / m_positions;
  switch (m_kind) {
  case Kind::Linear:
    return m_least + (m_most - m_least) * position / m_positions;
  case Kind::Whole:
    return m_least + position;
  case Kind::Logarithmic:
    return std::clamp(twoDigits(m_least * std::pow(m_most / m_least, share)), m_least, m_most);
  case Kind::LogarithmicWhole:
    break;
  }
  const double value = m_least * std::pow(m_most / m_least, share);
  return std::clamp(value < 100 ? std::round(value) : twoDigits(value), m_least, m_most);
}

double SliderScale::positionOf(double value) const {
  if (!(value > m_least) || m_positions == 0) {
    return 0;
  }
  if (value >= m_most) {
    return m_positions;
  }
  const bool logarithmic = m_kind == Kind::Logarithmic || m_kind == Kind::LogarithmicWhole;
  const double share = logarithmic ? std::log(value / m_least) / std::log(m_most / m_least)
                                   : (value - m_least) / (m_most - m_least);
  return share * m_positions;
}

double SliderScale::stepped(double value, int steps) const {
  if (m_kind == Kind::Whole) {
    return std::clamp(value + steps, m_least, m_most);
  }
  for (; steps > 0 && value < m_most; --steps) {
    int position = static_cast<int>(positionOf(value));
    while (position < m_positions && !(valueAt(position) > value)) {
      ++position;
    }
    value = valueAt(position);
  }
  for (; steps < 0 && value > m_least; ++steps) {
    int position = static_cast<int>(std::ceil(positionOf(value)));
    while (position > 0 && !(valueAt(position) < value)) {
      --position;
    }
    value = valueAt(position);
  }
  return value;
}

} // namespace backflow
