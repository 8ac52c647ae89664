// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/exercise_text.h"

#include "ui/text/event_text.h"
#include "ui/text/language.h"
#include "ui/text/number_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

QString paragraph(QString plain) {
  static const QRegularExpression braced(QStringLiteral("_\\{([^}]*)\\}"));
  static const QRegularExpression letter(QStringLiteral("(?<=\\w)_([A-Za-zα-ω])(?![A-Za-z])"),
                                         QRegularExpression::UseUnicodePropertiesOption);
  plain = plain.toHtmlEscaped();
  plain.replace(braced, QStringLiteral("<sub>\\1</sub>"));
  plain.replace(letter, QStringLiteral("<sub>\\1</sub>"));
  return QStringLiteral("<p style=\"margin-top:0px; margin-bottom:6px\">%1</p>").arg(plain);
}

/// With so many significant digits where it is of a size to be written out.
QString plainNumber(double value, int digits) {
  constexpr int ofReading = 4;
  if (digits == ofReading || !std::isfinite(value)) {
    return formatReading(value);
  }
  QLocale locale;
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale.toString(value, 'g', digits);
}

} // namespace

QString ExerciseText::words(const LocalizedText& text) {
  return inCurrentLanguage(text);
}

QString ExerciseText::rich(const QString& plain) {
  QString html;
  for (const QString& one : plain.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
    html += paragraph(one);
  }
  return html;
}

QString ExerciseText::value(const Measured& measured, int digits) {
  switch (measured.form) {
  case Measured::Form::Count:
    return formatWhole(measured.number);
  case Measured::Form::Number:
    return plainNumber(measured.number, digits);
  case Measured::Form::PowerOfTwo:
    return formatPowerOfTwo(measured.number);
  case Measured::Form::Share:
    return tr("%1 %").arg(formatNumber(100 * measured.number));
  case Measured::Form::Bytes:
    return formatBytes(measured.number);
  case Measured::Form::Cause:
    return EventText::cause(measured.event);
  case Measured::Form::Status:
    break;
  }
  switch (measured.status) {
  case RunStatus::Finite:
    return tr("every number is finite");
  case RunStatus::Overflow:
    return tr("some number is infinite");
  case RunStatus::Nan:
    break;
  }
  return tr("some number is NaN");
}

std::optional<QString> ExerciseText::sentence(const ExerciseExperiment& experiment,
                                              const std::vector<std::optional<Measured>>& values) {
  const std::string pattern = words(experiment.sentence).toStdString();
  std::string text;
  std::size_t from = 0;
  for (const Placeholder& one : placeholdersOf(pattern)) {
    const auto measure = std::ranges::find(experiment.measures, one.name, &Measure::name);
    const auto place = static_cast<std::size_t>(measure - experiment.measures.begin());
    if (place >= values.size() || !values[place]) {
      return std::nullopt;
    }
    Measured measured = *values[place];
    if (one.isValueNumber) {
      measured.number += 1;
    }
    text += pattern.substr(from, one.position - from);
    text += value(measured, measure->digits).toStdString();
    from = one.position + one.length;
  }
  return QString::fromStdString(text + pattern.substr(from));
}

std::optional<double> ExerciseText::typedNumber(const QString& text) {
  // One such sign may stand before decimals.
  return parseNumber(withoutGroups(text.trimmed().replace(QChar(0x2212), QLatin1Char('-')), 2));
}

} // namespace backflow
