// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/measurement.h"
#include "core/scenario/exercise_book.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace backflow {

/// The exercise book in the reader's language.
class ExerciseText {
  Q_DECLARE_TR_FUNCTIONS(ExerciseText)

 public:
  static QString words(const LocalizedText& text);
  /// As HTML: paragraphs, and h_T or c_{t−1} with subscripts.
  static QString rich(const QString& plain);
  /// "33", "2.951 × 10⁻⁵", "2.62 GB", "some number is infinite"; `digits` of plain numbers.
  static QString value(const Measured& measured, int digits);
  /// What an experiment measured, one value for each of its measures. Nothing while a value that
  /// the sentence asks for is missing.
  static std::optional<QString> sentence(const ExerciseExperiment& experiment,
                                         const std::vector<std::optional<Measured>>& values);
  /// The number that a student typed: as parseNumber(), and with groups of three digits where
  /// there are at least two separators, "4,040,400" or "4.040.400".
  static std::optional<double> typedNumber(const QString& text);
};

} // namespace backflow
