// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/file_name.h"

namespace backflow {

QString viewName(ViewKind kind) {
  switch (kind) {
  case ViewKind::GradientFlow:
    break;
  case ViewKind::States:
    return QStringLiteral("states");
  case ViewKind::ParameterGradient:
    return QStringLiteral("parameter-gradient");
  case ViewKind::Units:
    return QStringLiteral("units");
  case ViewKind::Gates:
    return QStringLiteral("gates");
  case ViewKind::Attention:
    return QStringLiteral("attention");
  case ViewKind::Influence:
    return QStringLiteral("influence");
  case ViewKind::Spectrum:
    return QStringLiteral("spectrum");
  case ViewKind::Training:
    return QStringLiteral("training");
  case ViewKind::TrainingProfile:
    return QStringLiteral("training-profile");
  case ViewKind::Cliff:
    return QStringLiteral("cliff");
  case ViewKind::PhaseDiagram:
    return QStringLiteral("phase-diagram");
  case ViewKind::Unroll:
    return QStringLiteral("unroll");
  case ViewKind::Dashboard:
    return QStringLiteral("dashboard");
  }
  return QStringLiteral("gradient-flow");
}

QString fileNameOf(const QString& words) {
  constexpr qsizetype longest = 60;
  QString name;
  bool isApart = false;
  for (const QChar letter : words.normalized(QString::NormalizationForm_KD).toLower()) {
    if (letter.category() == QChar::Mark_NonSpacing) {
      continue; // an accent, which the letter before it has lost
    }
    const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
    const bool isPoint = letter == QLatin1Char('.') && !isApart && !name.isEmpty();
    if (isPlain || isPoint) {
      if (isApart && !name.isEmpty()) {
        name += QLatin1Char('-');
      }
      name += letter;
      isApart = false;
    } else {
      isApart = true;
    }
  }
  name.truncate(longest);
  while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char('-'))) {
    name.chop(1);
  }
  return name;
}

QString fileNameOf(const QString& title, ViewKind kind) {
  const QString name = fileNameOf(title);
  return (name.isEmpty() ? QStringLiteral("backflow") : name) + QLatin1Char('-') + viewName(kind);
}

} // namespace backflow
