// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/equation_markup.h"

namespace backflow {

namespace {

const QChar roleBegins(0x27e6); ///< ⟦
const QChar roleEnds(0x27e7);   ///< ⟧

std::optional<GateRole> roleOf(QChar letter) {
  switch (letter.unicode()) {
  case 'w':
    return GateRole::WriteNew;
  case 'k':
    return GateRole::KeepOld;
  case 'h':
    return GateRole::HideForCandidate;
  case 'o':
    return GateRole::Output;
  default:
    return std::nullopt;
  }
}

} // namespace

std::vector<EquationRun> equationRuns(const QString& markup) {
  std::vector<EquationRun> runs;
  std::optional<GateRole> role;
  const auto put = [&](QStringView text, bool isLowered) {
    if (runs.empty() || runs.back().isLowered != isLowered || runs.back().role != role) {
      runs.push_back({{}, isLowered, role});
    }
    runs.back().text += text;
  };
  for (qsizetype i = 0; i < markup.size(); ++i) {
    const QChar c = markup[i];
    if (c == roleBegins && i + 1 < markup.size()) {
      role = roleOf(markup[++i]);
    } else if (c == roleEnds) {
      role.reset();
    } else if (c == QLatin1Char('_') && i + 1 < markup.size()) {
      ++i;
      const qsizetype end =
          markup[i] == QLatin1Char('{') ? markup.indexOf(QLatin1Char('}'), i) : -1;
      if (end > 0) {
        put(QStringView(markup).mid(i + 1, end - i - 1), true);
        i = end;
      } else {
        put(QStringView(markup).mid(i, 1), true);
      }
    } else {
      put(QStringView(markup).mid(i, 1), false);
    }
  }
  return runs;
}

QString plainEquation(const QString& markup) {
  QString text;
  for (const EquationRun& run : equationRuns(markup)) {
    text += run.text;
  }
  return text;
}

} // namespace backflow
