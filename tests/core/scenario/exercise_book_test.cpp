// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/exercise_book.h"

#include "core/scenario/scenario_json.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>

namespace backflow {
namespace {

namespace fs = std::filesystem;

const std::vector<Exercise>& shipped() {
  static const BookOrProblems book = readExerciseBook(BACKFLOW_RESOURCE_FOLDER);
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&book)) {
    throw std::runtime_error(describe(*problems));
  }
  return std::get<std::vector<Exercise>>(book);
}

/// An exercise that is right, to be spoilt.
nlohmann::json small() {
  return nlohmann::json::parse(R"({
    "number": 1,
    "title": {"en": "A title", "pt_BR": "Um título"},
    "question": {"en": ["One.", "Two."], "pt_BR": "Uma."},
    "parts": [{"kind": "number", "otherwise": {"en": "no", "pt_BR": "não"},
               "answers": [{"value": 3, "tolerance": 0.5, "right": true,
                            "reply": {"en": "yes", "pt_BR": "sim"}}]}],
    "experiments": [{"scenario": "halving", "title": {"en": "t", "pt_BR": "t"},
                     "measures": [{"name": "n", "kind": "steps_back", "event": "underflow.zero"}],
                     "sentence": {"en": "{n} and {n+1}", "pt_BR": "{n}"}}],
    "explanation": {"en": "e", "pt_BR": "e"},
    "sheet": {"en": "s", "pt_BR": "s"}})");
}

std::string problemOf(const nlohmann::json& exercise) {
  const ExerciseOrProblems read = readExercise(exercise.dump());
  const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
  return problems == nullptr ? "" : describe(*problems);
}

TEST(ExerciseBook, HasElevenExercisesInOrder) {
  ASSERT_EQ(shipped().size(), 11U);
  for (std::size_t i = 0; i < shipped().size(); ++i) {
    EXPECT_EQ(shipped()[i].number, static_cast<int>(i) + 1);
  }
}

TEST(ExerciseBook, EveryExerciseAsksAnswersAndSaysWhatTheSheetSays) {
  for (const Exercise& exercise : shipped()) {
    EXPECT_FALSE(exercise.parts.empty()) << exercise.number;
    EXPECT_FALSE(exercise.misconceptions.empty()) << exercise.number;
    EXPECT_TRUE(exercise.sheet.en.starts_with("The sheet: ")) << exercise.number;
    EXPECT_TRUE(exercise.sheet.ptBr.starts_with("A lista: ")) << exercise.number;
    int choices = 0;
    for (const QuestionPart& part : exercise.parts) {
      choices += part.kind == QuestionKind::Choice ? 1 : 0;
      EXPECT_GE(part.answers.size(), 2U) << exercise.number;
    }
    // A click for each choice, and one to run: fewer than three.
    EXPECT_LE(choices, 1) << exercise.number;
  }
}

TEST(ExerciseBook, ThreeExercisesAreAnsweredByCalculators) {
  std::set<int> numbers;
  for (const Exercise& exercise : shipped()) {
    if (exercise.calculator) {
      numbers.insert(exercise.number);
    }
  }
  EXPECT_EQ(numbers, (std::set<int>{6, 8, 10}));
}

TEST(ExerciseBook, TheTwoLanguagesAskForTheSameMeasures) {
  for (const Exercise& exercise : shipped()) {
    for (const ExerciseExperiment& experiment : exercise.experiments) {
      std::multiset<std::string> english;
      std::multiset<std::string> portuguese;
      for (const Placeholder& one : placeholdersOf(experiment.sentence.en)) {
        english.insert(one.name + (one.isValueNumber ? "+1" : ""));
      }
      for (const Placeholder& one : placeholdersOf(experiment.sentence.ptBr)) {
        portuguese.insert(one.name + (one.isValueNumber ? "+1" : ""));
      }
      EXPECT_EQ(english, portuguese) << exercise.number << " " << experiment.title.en;
      for (const Measure& measure : experiment.measures) {
        EXPECT_TRUE(english.contains(measure.name)) << exercise.number << " " << measure.name;
      }
    }
  }
}

TEST(ExerciseBook, EveryScenarioThatItNamesIsShipped) {
  for (const Exercise& exercise : shipped()) {
    for (const ExerciseExperiment& experiment : exercise.experiments) {
      if (experiment.scenario.empty()) {
        EXPECT_TRUE(experiment.measures.empty());
        continue;
      }
      const auto entry = libraryEntry(experiment.scenario);
      ASSERT_TRUE(entry) << experiment.scenario;
      const auto read = readScenarioFile(entry->file);
      ASSERT_TRUE(std::holds_alternative<Scenario>(read)) << experiment.scenario;
      EXPECT_EQ(std::get<Scenario>(read).training.has_value(), experiment.trains)
          << experiment.scenario;
    }
  }
}

/// The countings of exercise 1, and the numbers that exercises 6 and 10 ask for.
TEST(ExerciseBook, JudgesNumbers) {
  const auto isRight = [](int exercise, std::size_t part, double number) {
    const ExpectedAnswer* answer =
        shipped().at(static_cast<std::size_t>(exercise) - 1).parts.at(part).answerFor(number);
    return answer != nullptr && answer->isRight;
  };
  for (const auto& [exercise, part, right, wrong] :
       {std::tuple{1, 0U, std::vector{33.0, 34.0}, std::vector{31.0, 32.0, 35.0, -33.0, 128.0}},
        std::tuple{1, 1U, std::vector{30.0, 31.0}, std::vector{29.0, 32.0, 33.0, 127.0}},
        std::tuple{5, 0U, std::vector{2.62, 2.6, 2.44, 2.621}, std::vector{0.655, 5.24, 26.0}},
        std::tuple{6, 0U, std::vector{100.0}, std::vector{10000.0, 10100.0, 1.0}},
        std::tuple{6, 1U, std::vector{4040400.0}, std::vector{4040000.0, 1010100.0, 4040800.0}},
        std::tuple{10, 0U, std::vector{0.999864, 1.0, 0.9999}, std::vector{0.999988, 0.999877}},
        std::tuple{10, 1U, std::vector{0.0}, std::vector{0.5, 1.0}}}) {
    for (const double number : right) {
      EXPECT_TRUE(isRight(exercise, part, number)) << exercise << ": " << number;
    }
    for (const double number : wrong) {
      EXPECT_FALSE(isRight(exercise, part, number)) << exercise << ": " << number;
    }
  }
}

TEST(ExerciseReader, ReadsParagraphsAndPlaceholders) {
  ASSERT_EQ(problemOf(small()), "");
  const auto read = readExercise(small().dump());
  const auto& exercise = std::get<Exercise>(read);
  EXPECT_EQ(exercise.question.en, "One.\n\nTwo.");
  EXPECT_EQ(exercise.parts[0].answerFor(3.5), &exercise.parts[0].answers[0]);
  EXPECT_EQ(exercise.parts[0].answerFor(3.6), nullptr);
  const auto placeholders = placeholdersOf(exercise.experiments[0].sentence.en);
  ASSERT_EQ(placeholders.size(), 2U);
  EXPECT_FALSE(placeholders[0].isValueNumber);
  EXPECT_TRUE(placeholders[1].isValueNumber);
  EXPECT_EQ(placeholders[1].name, "n");
}

TEST(ExerciseReader, SaysWhatIsWrongAndWhere) {
  auto spoilt = small();
  spoilt["parts"][0]["anwsers"] = nlohmann::json::array();
  EXPECT_EQ(problemOf(spoilt),
            "parts[1].anwsers: \"anwsers\" is not a known key; write \"answers\" instead");
  spoilt = small();
  spoilt["parts"][0]["kind"] = "guess";
  EXPECT_NE(problemOf(spoilt).find("parts[1].kind: \"guess\" is not a kind of question; give "
                                   "\"choice\" or \"number\""),
            std::string::npos)
      << problemOf(spoilt);
  spoilt = small();
  spoilt["title"].erase("pt_BR");
  EXPECT_EQ(problemOf(spoilt), "title.pt_BR: is missing; give the text in this language");
  spoilt = small();
  spoilt["experiments"][0]["sentence"]["pt_BR"] = "{m}";
  EXPECT_EQ(problemOf(spoilt),
            "experiments[1].sentence.pt_BR: \"{m}\" is measured nowhere; give a measure of that "
            "name, or correct it");
  spoilt = small();
  spoilt["experiments"][0]["measures"][0]["event"] = "underflow";
  EXPECT_NE(problemOf(spoilt).find("experiments[1].measures[1].event: \"underflow\" is not an "
                                   "event"),
            std::string::npos);
  spoilt = small();
  spoilt["parts"][0]["answers"][0]["right"] = false;
  EXPECT_EQ(problemOf(spoilt),
            "parts[1].answers: has no right answer; mark at least one with \"right\": true");
  spoilt = small();
  spoilt.erase("experiments");
  EXPECT_EQ(problemOf(spoilt),
            "experiments: has none that answers; give an experiment, or a calculator");
}

TEST(ExerciseBook, NamesTheFileThatIsWrong) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "exercises");
  const auto problem = [&] {
    const auto book = readExerciseBook(folder.path());
    const auto* problems = std::get_if<std::vector<FieldProblem>>(&book);
    return problems == nullptr ? std::string() : describe(*problems);
  };
  EXPECT_NE(problem().find("has no exercises"), std::string::npos);
  folder.write("exercises/exercise-01.json", small().dump());
  EXPECT_EQ(problem(), "");
  folder.write("exercises/exercise-02.json", small().dump());
  EXPECT_EQ(problem(), "exercise-02.json: number: 1 is taken; give each exercise a number of its "
                       "own");
  folder.write("exercises/exercise-02.json", "{\"number\": 2,");
  EXPECT_TRUE(problem().starts_with("exercise-02.json: line 1, column ")) << problem();
}

} // namespace
} // namespace backflow
