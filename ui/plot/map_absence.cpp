// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/map_absence.h"

#include <QCoreApplication>

namespace backflow {

namespace {

struct MapAbsenceText {
  Q_DECLARE_TR_FUNCTIONS(MapAbsenceText)
};

} // namespace

QString absenceText(MapKind kind, MapAbsence absence) {
  switch (absence) {
  case MapAbsence::None:
    break;
  case MapAbsence::NotYet:
    return MapAbsenceText::tr("computing…");
  case MapAbsence::NoGates:
    return MapAbsenceText::tr("A plain layer has no gates: choose GRU or LSTM as the cell.");
  case MapAbsence::NoAttention:
    return MapAbsenceText::tr("The loss reads the state: choose attention under “Loss reads”.");
  case MapAbsence::TooManySteps:
    return kind == MapKind::Influence
               ? MapAbsenceText::tr("Too many steps for a picture: choose a horizon of at most %1.")
                     .arg(longestInfluence)
               : MapAbsenceText::tr("Too many steps to keep every unit: choose a shorter horizon.");
  }
  return {};
}

QString emptyViewText(const Findings& findings, ViewKind view) {
  const auto of = [&findings](MapKind kind) {
    return absenceText(kind, mapPictureOf(findings, kind).absence);
  };
  switch (view) {
  case ViewKind::Units:
    return of(MapKind::Units);
  case ViewKind::Gates:
    return of(MapKind::Gates);
  case ViewKind::Attention:
    return of(MapKind::Attention);
  case ViewKind::Influence:
    return of(MapKind::Influence);
  case ViewKind::GradientFlow:
  case ViewKind::States:
  case ViewKind::ParameterGradient:
  case ViewKind::Unroll:
  case ViewKind::Spectrum:
  case ViewKind::PhaseDiagram:
  case ViewKind::Training:
  case ViewKind::TrainingProfile:
  case ViewKind::Cliff:
  case ViewKind::Dashboard:
    break;
  }
  return {};
}

} // namespace backflow
