// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/enum_names.h"
#include "core/scenario/field_problem.h"
#include "core/scenario/library.h"
#include "core/scenario/measure.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// What to look at while an experiment runs.
enum class ExerciseView {
  GradientFlow,
  States,
  Units,
  Gates,
  Attention,
  Influence,
  Spectrum,
  Training,
  Cliff
};
/// The calculator that answers an exercise.
enum class ExerciseCalculator { ParameterCount, Equations, Step };
enum class QuestionKind { Choice, Number };

template <> constexpr auto enumNames<ExerciseView>() {
  return std::array{std::pair{ExerciseView::GradientFlow, std::string_view{"gradient_flow"}},
                    std::pair{ExerciseView::States, std::string_view{"states"}},
                    std::pair{ExerciseView::Units, std::string_view{"units"}},
                    std::pair{ExerciseView::Gates, std::string_view{"gates"}},
                    std::pair{ExerciseView::Attention, std::string_view{"attention"}},
                    std::pair{ExerciseView::Influence, std::string_view{"influence"}},
                    std::pair{ExerciseView::Spectrum, std::string_view{"spectrum"}},
                    std::pair{ExerciseView::Training, std::string_view{"training"}},
                    std::pair{ExerciseView::Cliff, std::string_view{"cliff"}}};
}
template <> constexpr auto enumNames<ExerciseCalculator>() {
  return std::array{std::pair{ExerciseCalculator::ParameterCount, std::string_view{"parameters"}},
                    std::pair{ExerciseCalculator::Equations, std::string_view{"equations"}},
                    std::pair{ExerciseCalculator::Step, std::string_view{"step"}}};
}
template <> constexpr auto enumNames<QuestionKind>() {
  return std::array{std::pair{QuestionKind::Choice, std::string_view{"choice"}},
                    std::pair{QuestionKind::Number, std::string_view{"number"}}};
}

/// One answer that a student may give, and what is said to it.
struct ExpectedAnswer {
  LocalizedText text;   ///< `Choice`: as it is offered
  double value = 0;     ///< `Number`
  double tolerance = 0; ///< `Number`: how far from it counts as the same
  bool isRight = false;
  LocalizedText reply;
};

/// One part of a question: choices, or a field for a number.
struct QuestionPart {
  QuestionKind kind = QuestionKind::Choice;
  LocalizedText text; ///< empty where the exercise's own question says all
  LocalizedText unit; ///< `Number`: after the field; may be empty
  std::vector<ExpectedAnswer> answers;
  LocalizedText otherwise; ///< `Number`: to every number that is not expected

  /// The first expected answer that the number is; nothing for any other.
  const ExpectedAnswer* answerFor(double number) const;
};

/// A shipped scenario that answers, or adds to, an exercise.
struct ExerciseExperiment {
  std::string scenario; ///< its name in the library; empty for a view that needs none
  LocalizedText title;  ///< short, for a button
  ExerciseView view = ExerciseView::GradientFlow;
  bool trains = false; ///< it is answered by training
  std::vector<Measure> measures;
  /// What was measured: {name} stands for a measure, {name+1} for the value number of a count.
  LocalizedText sentence;
};

/// What is commonly believed, and what is true.
struct ExerciseMisconception {
  LocalizedText belief;
  LocalizedText fact;
};

/// Paragraphs are parted by an empty line.
struct Exercise {
  int number = 0;
  LocalizedText title;
  LocalizedText question;
  std::vector<QuestionPart> parts;
  std::optional<ExerciseCalculator> calculator; ///< what answers it, if no experiment does
  std::vector<ExerciseExperiment> experiments;  ///< the first one answers it, without a calculator
  LocalizedText explanation;
  LocalizedText sheet; ///< the sheet's own answer, and why it differs if it does
  std::vector<ExerciseMisconception> misconceptions;
};

using ExerciseOrProblems = std::variant<Exercise, std::vector<FieldProblem>>;
using BookOrProblems = std::variant<std::vector<Exercise>, std::vector<FieldProblem>>;

/// Reads one exercise strictly, as readScenario() reads a scenario. A text is
/// {"en": …, "pt_BR": …}, each a string or a list of paragraphs.
ExerciseOrProblems readExercise(std::string_view text);

/// Every exercises/exercise-*.json of `resources` by number. The problems name the file and the
/// field: "exercise-03.json: parts[2].kind"; one of them is wrong if the whole book is.
BookOrProblems readExerciseBook(const std::filesystem::path& resources);

/// A placeholder of a sentence: from its opening brace, so many characters.
struct Placeholder {
  std::size_t position = 0;
  std::size_t length = 0;
  std::string name;
  bool isValueNumber = false; ///< {name+1}
};

std::vector<Placeholder> placeholdersOf(const std::string& sentence);

} // namespace backflow
