// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QStringList>

#include <memory>

namespace backflow {

/// What a student has answered and done, kept from one start of the program to the next.
class ExerciseProgress {
 public:
  explicit ExerciseProgress(std::unique_ptr<QSettings> settings);

  /// The answers to the parts of an exercise: the number of a choice from 1, or a number as it was
  /// typed; empty where there is none.
  QStringList answers(int exercise) const;
  void setAnswers(int exercise, const QStringList& answers);
  /// Whether it has been taken to its answer.
  bool isDone(int exercise) const;
  void setDone(int exercise);
  void forget(int exercise);

 private:
  std::unique_ptr<QSettings> m_settings;
};

/// The file of the user's own progress.
std::unique_ptr<QSettings> exerciseSettings();

} // namespace backflow
