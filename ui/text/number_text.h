// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace backflow {

/// The number that a user typed: with a point or a comma before the decimals, whatever the locale,
/// and without group separators. Nothing for any other text, and for what overflows a double.
std::optional<double> parseNumber(const QString& text);

/// The whole number that a user typed: as parseNumber(), and with its digits in groups of three, as
/// formatGrouped() writes it in one language or the other: "10.000", "10,000".
std::optional<double> parseWhole(const QString& text);

/// A number without the signs (. , or a space) between its groups of three digits; any other text,
/// or one with fewer such signs, as it is.
QString withoutGroups(const QString& text, int fewestSigns);

/// Four significant digits with the decimal sign of the default locale: "0,9", "1.5e-6".
QString formatNumber(double value);

/// All digits of a whole number, without group separators.
QString formatWhole(double value);

/// A whole number with the locale's group separators: "4,040,400".
QString formatGrouped(std::int64_t value);

/// For reading: up to so many significant digits, "0.999988".
QString formatDigits(double value, int digits);
/// Rounded to so many decimals, without zeros at the end: "1", "0.5". What is too large for that
/// keeps its significant digits.
QString formatRounded(double value, int decimals);

/// An amount of memory: "25.6 kB", with 1 kB = 1000 B.
QString formatBytes(double bytes);

inline constexpr int readingDigits = 4;

/// For reading, not for typing: four significant digits and a power of ten as it is written by
/// hand, "9.582 × 10⁻⁶"; "∞" and "NaN".
QString formatReading(double value, int digits = readingDigits);

/// So that no line ends within a power of ten that formatReading() wrote.
QString withUnbrokenPowers(QString text);

/// As formatReading() of 2ˣ, which may be beyond what a double can hold.
QString formatPowerOfTwo(double x);

/// "⁻³⁰⁰"
QString superscript(long number);

} // namespace backflow
