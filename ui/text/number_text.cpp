// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/number_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace backflow {

namespace {

QString withDigits(double value, int digits) {
  if (std::isnan(value)) {
    return QStringLiteral("NaN");
  }
  if (std::isinf(value)) {
    return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
  }
  static const QRegularExpression paddedExponent(QStringLiteral("e\\+?(-?)0*(\\d)"));
  QString text = QString::number(value, 'g', digits);
  text.replace(paddedExponent, QStringLiteral("e\\1\\2"));
  return text.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

} // namespace

std::optional<double> parseNumber(const QString& text) {
  static const QRegularExpression number(
      QStringLiteral("^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?$"));
  QString trimmed = text.trimmed();
  if (!number.match(trimmed).hasMatch()) {
    return std::nullopt;
  }
  bool ok = false;
  const double value = trimmed.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
  if (!ok || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

QString withoutGroups(const QString& text, int fewestSigns) {
  static const QRegularExpression grouped(
      QStringLiteral("^[+-]?[1-9][0-9]{0,2}(?:([., \u00a0\u202f])[0-9]{3})(?:\\1[0-9]{3})*$"));
  QString trimmed = text.trimmed();
  const auto match = grouped.match(trimmed);
  if (!match.hasMatch() || trimmed.count(match.captured(1)) < fewestSigns) {
    return text;
  }
  return trimmed.remove(match.captured(1));
}

std::optional<double> parseWhole(const QString& text) {
  return parseNumber(withoutGroups(text, 1));
}

QString formatNumber(double value) {
  return withDigits(value, 4);
}

QString formatWhole(double value) {
  return std::isfinite(value) ? QString::number(value, 'f', 0) : withDigits(value, 4);
}

QString formatGrouped(std::int64_t value) {
  return QLocale().toString(static_cast<qlonglong>(value));
}

QString formatDigits(double value, int digits) {
  return withDigits(value, digits).replace(QLatin1Char('-'), QChar(0x2212));
}

QString formatRounded(double value, int decimals) {
  constexpr double largest = 1e9;
  constexpr int allDigits = 12;
  if (!std::isfinite(value) || std::abs(value) > largest) {
    return formatDigits(value, allDigits);
  }
  const double unit = std::pow(10.0, decimals);
  const double rounded = std::round(value * unit) / unit;
  return formatDigits(rounded == 0 ? 0 : rounded, allDigits);
}

QString formatBytes(double bytes) {
  static const QStringList units{QStringLiteral("B"), QStringLiteral("kB"), QStringLiteral("MB"),
                                 QStringLiteral("GB"), QStringLiteral("TB")};
  qsizetype unit = 0;
  // 999.5 would be written as 1e3 with three digits.
  while (bytes >= 999.5 && unit + 1 < units.size()) {
    bytes /= 1000;
    ++unit;
  }
  return QStringLiteral("%1 %2").arg(withDigits(bytes, 3), units[unit]);
}

QString formatReading(double value, int digits) {
  if (std::isnan(value)) {
    return QStringLiteral("NaN");
  }
  if (std::isinf(value)) {
    return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
  }
  QString text = withDigits(value, digits).replace(QLatin1Char('-'), QChar(0x2212));
  const qsizetype split = text.indexOf(QLatin1Char('e'));
  if (split < 0) {
    return text;
  }
  QString exponent = text.mid(split + 1);
  exponent.replace(QChar(0x2212), QLatin1Char('-'));
  return text.left(split) + QStringLiteral(" × 10") + superscript(exponent.toLong());
}

QString withUnbrokenPowers(QString text) {
  return text.replace(QStringLiteral(" × 10"), QStringLiteral("\u00A0×\u00A010"));
}

QString formatPowerOfTwo(double x) {
  const double decades = x * std::log10(2.0);
  if (!std::isfinite(decades) || std::abs(decades) < 4) {
    return formatReading(std::pow(10.0, decades));
  }
  const double whole = std::floor(decades);
  return formatReading(std::pow(10.0, decades - whole)) + QStringLiteral(" × 10") +
         superscript(std::lround(whole));
}

QString superscript(long number) {
  static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString result;
  for (const QChar c : QString::number(number)) {
    result += c == QLatin1Char('-') ? QChar(0x207b) : digits[c.digitValue()];
  }
  return result;
}

} // namespace backflow
