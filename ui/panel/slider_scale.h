// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

/// Which values the positions 0, 1, … positions() of a slider stand for.
class SliderScale {
 public:
  /// `steps` equal steps from `least` to `most`.
  static SliderScale linear(double least, double most, int steps);
  /// Equal ratios, rounded to two digits.
  static SliderScale logarithmic(double least, double most);
  /// Whole numbers.
  static SliderScale whole(double least, double most);
  /// Whole numbers at about equal ratios, rounded to two digits.
  static SliderScale logarithmicWhole(double least, double most);

  int positions() const { return m_positions; }
  bool isWhole() const { return m_kind == Kind::Whole || m_kind == Kind::LogarithmicWhole; }
  double least() const { return m_least; }
  double most() const { return m_most; }

  double valueAt(int position) const;
  /// Between two positions for values between; at an end for values beyond it.
  double positionOf(double value) const;
  /// The next different value in the direction of `steps`, as often as it says. A value beyond the
  /// end towards which it would go stays.
  double stepped(double value, int steps) const;

  bool operator==(const SliderScale&) const = default;

 private:
  enum class Kind { Linear, Logarithmic, Whole, LogarithmicWhole };
  SliderScale(Kind kind, double least, double most, int positions)
      : m_kind(kind), m_least(least), m_most(most), m_positions(positions) {}

  Kind m_kind;
  double m_least;
  double m_most;
  int m_positions;
};

} // namespace backflow
