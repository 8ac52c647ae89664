// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/exercise_progress.h"

#include <utility>

namespace backflow {

namespace {

QString keyOf(int exercise, const char* what) {
  return QStringLiteral("exercise-%1/%2").arg(exercise).arg(QLatin1String(what));
}

} // namespace

ExerciseProgress::ExerciseProgress(std::unique_ptr<QSettings> settings)
    : m_settings(std::move(settings)) {}

QStringList ExerciseProgress::answers(int exercise) const {
  return m_settings->value(keyOf(exercise, "answers")).toStringList();
}

void ExerciseProgress::setAnswers(int exercise, const QStringList& answers) {
  m_settings->setValue(keyOf(exercise, "answers"), answers);
}

bool ExerciseProgress::isDone(int exercise) const {
  return m_settings->value(keyOf(exercise, "done")).toBool();
}

void ExerciseProgress::setDone(int exercise) {
  m_settings->setValue(keyOf(exercise, "done"), true);
}

void ExerciseProgress::forget(int exercise) {
  m_settings->remove(QStringLiteral("exercise-%1").arg(exercise));
}

std::unique_ptr<QSettings> exerciseSettings() {
  return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                     QStringLiteral("backflow"), QStringLiteral("exercises"));
}

} // namespace backflow
