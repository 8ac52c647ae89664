// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/exercise_book.h"

#include "core/scenario/text_file.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <system_error>

namespace backflow {

namespace fs = std::filesystem;

namespace {

/// The exercise files of a folder by name.
std::vector<fs::path> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with("exercise-") && name.ends_with(".json")) {
      files.push_back(it->path());
    }
  }
  std::ranges::sort(files);
  return files;
}

std::vector<FieldProblem> inFile(std::vector<FieldProblem> problems, const std::string& file) {
  for (FieldProblem& problem : problems) {
    problem.field = problem.field.empty() ? file : file + ": " + problem.field;
  }
  return problems;
}

} // namespace

const ExpectedAnswer* QuestionPart::answerFor(double number) const {
  const auto found = std::ranges::find_if(answers, [number](const ExpectedAnswer& answer) {
    return std::abs(number - answer.value) <= answer.tolerance;
  });
  return found == answers.end() ? nullptr : &*found;
}

BookOrProblems readExerciseBook(const fs::path& resources) {
  const fs::path folder = resources / "exercises";
  std::vector<Exercise> book;
  std::set<int> numbers;
  for (const fs::path& file : filesIn(folder)) {
    const std::string name = file.filename().string();
    const TextOrProblem text = readTextFile(file);
    if (const auto* problem = std::get_if<FieldProblem>(&text)) {
      return inFile({*problem}, name);
    }
    ExerciseOrProblems read = readExercise(std::get<std::string>(text));
    if (auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
      return inFile(std::move(*problems), name);
    }
    auto& exercise = std::get<Exercise>(read);
    if (!numbers.insert(exercise.number).second) {
      return inFile({sentenceProblem("number", std::to_string(exercise.number), "is taken",
                                     "give each exercise a number of its own")},
                    name);
    }
    book.push_back(std::move(exercise));
  }
  if (book.empty()) {
    return std::vector{sentenceProblem(folder.string(), "", "has no exercises",
                                       "put files such as exercise-01.json there")};
  }
  std::ranges::sort(book, {}, &Exercise::number);
  return book;
}

std::vector<Placeholder> placeholdersOf(const std::string& sentence) {
  constexpr std::string_view valueNumber = "+1";
  std::vector<Placeholder> found;
  std::size_t from = 0;
  while ((from = sentence.find('{', from)) != std::string::npos) {
    const std::size_t to = sentence.find('}', from);
    if (to == std::string::npos) {
      break;
    }
    Placeholder one{from, to + 1 - from, sentence.substr(from + 1, to - from - 1), false};
    if (one.name.ends_with(valueNumber)) {
      one.isValueNumber = true;
      one.name.resize(one.name.size() - valueNumber.size());
    }
    found.push_back(std::move(one));
    from = to;
  }
  return found;
}

} // namespace backflow
