// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace backflow {

/// Chooses the points of a long curve that a picture of it needs, so that a million steps are drawn
/// as quickly as a thousand and no spike is lost at any zoom.
///
/// Where several points share a column of pixels, four of each block stand for all: the first, the
/// lowest, the highest and the last that are numbers. Blocks are as long as a power of two, at most
/// a column, and begin at multiples of their length: what is drawn does not flicker while the
/// picture is moved. They are known beforehand.
class CurveLevels {
 public:
  CurveLevels() = default;
  /// O(values); may be done in any thread.
  explicit CurveLevels(const std::vector<double>& values);

  /// Which of `values`, those of the constructor, to draw of [first, last] over so many columns of
  /// pixels: indices in rising order, with at least one beyond either end if there is one. Where
  /// the value of an index is NaN, the curve has a gap. A gap that is narrower than two columns may
  /// not be told; a number that stands alone between gaps is.
  std::vector<std::size_t> pointsOf(const std::vector<double>& values, std::size_t first,
                                    std::size_t last, std::size_t columns) const;

  /// Of all numbers among the values; NaN if there are none.
  double lowest() const { return m_lowest; }
  double highest() const { return m_highest; }

 private:
  /// Where they are in the values; all the same and at a NaN in a block without a number.
  struct Block {
    std::uint32_t first;
    std::uint32_t lowest;
    std::uint32_t highest;
    std::uint32_t last;
  };

  static Block blockOf(const std::vector<double>& values, std::size_t begin, std::size_t end);
  static Block joined(const std::vector<double>& values, const Block& left, const Block& right);

  std::vector<std::vector<Block>> m_levels; ///< of blocks of 8, 16, 32 …
  double m_lowest = 0;
  double m_highest = 0;
};

} // namespace backflow
