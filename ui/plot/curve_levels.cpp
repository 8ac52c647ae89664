// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_levels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

constexpr std::size_t shortestKept = 8;

std::size_t levelOf(std::size_t length) {
  return static_cast<std::size_t>(std::countr_zero(length) - std::countr_zero(shortestKept));
}

} // namespace

CurveLevels::Block CurveLevels::blockOf(const std::vector<double>& values, std::size_t begin,
                                        std::size_t end) {
  const auto start = static_cast<std::uint32_t>(begin);
  Block block{start, start, start, start};
  bool isEmpty = true;
  for (std::uint32_t k = start; k < end; ++k) {
    if (std::isnan(values[k])) {
      continue;
    }
    if (isEmpty) {
      block = {k, k, k, k};
      isEmpty = false;
    }
    block.lowest = values[k] < values[block.lowest] ? k : block.lowest;
    block.highest = values[k] > values[block.highest] ? k : block.highest;
    block.last = k;
  }
  return block;
}

CurveLevels::Block CurveLevels::joined(const std::vector<double>& values, const Block& left,
                                       const Block& right) {
  if (std::isnan(values[left.first])) {
    return std::isnan(values[right.first]) ? left : right;
  }
  if (std::isnan(values[right.first])) {
    return left;
  }
  return {left.first, values[right.lowest] < values[left.lowest] ? right.lowest : left.lowest,
          values[right.highest] > values[left.highest] ? right.highest : left.highest, right.last};
}

CurveLevels::CurveLevels(const std::vector<double>& values)
    : m_lowest(std::numeric_limits<double>::quiet_NaN()), m_highest(m_lowest) {
  if (values.empty()) {
    return;
  }
  const Block all = blockOf(values, 0, values.size());
  m_lowest = values[all.lowest];
  m_highest = values[all.highest];
  std::vector<Block> level;
  level.reserve(values.size() / shortestKept + 1);
  for (std::size_t begin = 0; begin < values.size(); begin += shortestKept) {
    level.push_back(blockOf(values, begin, std::min(values.size(), begin + shortestKept)));
  }
  while (level.size() > 1) {
    std::vector<Block> next;
    next.reserve((level.size() + 1) / 2);
    for (std::size_t k = 0; k < level.size(); k += 2) {
      next.push_back(k + 1 < level.size() ? joined(values, level[k], level[k + 1]) : level[k]);
    }
    m_levels.push_back(std::move(level));
    level = std::move(next);
  }
  m_levels.push_back(std::move(level));
}

std::vector<std::size_t> CurveLevels::pointsOf(const std::vector<double>& values, std::size_t first,
                                               std::size_t last, std::size_t columns) const {
  std::vector<std::size_t> points;
  if (values.empty()) {
    return points;
  }
  last = std::min(last, values.size() - 1);
  first = std::min(first, last);
  const std::size_t count = last - first + 1;
  const std::size_t length = std::bit_floor(std::max<std::size_t>(1, count / columns));
  if (length < shortestKept) {
    for (std::size_t k = first - std::min<std::size_t>(first, 1);
         k <= std::min(last + 1, values.size() - 1); ++k) {
      points.push_back(k);
    }
    return points;
  }
  const std::size_t mostBlocks = (values.size() + length - 1) / length;
  const std::size_t firstBlock = first / length - std::min<std::size_t>(first / length, 1);
  const std::size_t lastBlock = std::min(last / length + 1, mostBlocks - 1);
  points.reserve(4 * (lastBlock - firstBlock + 1));
  for (std::size_t k = firstBlock; k <= lastBlock; ++k) {
    const Block& block = m_levels[levelOf(length)][k];
    for (const std::uint32_t point : {block.first, std::min(block.lowest, block.highest),
                                      std::max(block.lowest, block.highest), block.last}) {
      if (points.empty() || points.back() != point) {
        points.push_back(point);
      }
    }
  }
  return points;
}

} // namespace backflow
