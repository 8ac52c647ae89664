// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/reader_entries.h"

#include "core/scenario/csv_table.h"
#include "core/scenario/exercise_book.h"
#include "core/scenario/scenario_difference.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/text_sequence.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

namespace backflow::fuzz {

using Problems = std::vector<FieldProblem>;

void takeScenario(std::string_view bytes) {
  const ScenarioOrProblems read = readScenario(bytes);
  if (const auto* problems = std::get_if<Problems>(&read)) {
    requireOneSentence(*problems);
    return;
  }
  const auto& scenario = std::get<Scenario>(read);
  const std::string written = writeScenario(scenario);
  const ScenarioOrProblems again = readScenario(written);
  require(std::holds_alternative<Scenario>(again), "what is written can be read:\n" + written);
  require(writeScenario(std::get<Scenario>(again)) == written, "what is read back is the same");
  differencesOf(Scenario(), scenario);
  require(differencesOf(scenario, scenario).empty() || written.find("\"nan\"") != std::string::npos,
          "a scenario does not differ from itself");
}

void takeSeries(std::string_view bytes) {
  const auto read = readCsv(fileWith(bytes, "series.csv"), "input.file");
  if (const auto* problems = std::get_if<Problems>(&read)) {
    requireOneSentence(*problems);
    return;
  }
  const auto& table = std::get<CsvTable>(read);
  require(!table.header.empty(), "a table has columns");
  for (const std::vector<std::string>& row : table.rows) {
    require(row.size() == table.header.size(), "each row has a cell for each column");
  }
  const std::vector<ColumnContent> contents = contentOf(table);
  CsvColumns wanted;
  wanted.file = "series.csv";
  wanted.columns.assign(table.header.begin(),
                        table.header.begin() +
                            std::min<std::ptrdiff_t>(3, std::ssize(table.header)));
  for (const ColumnContent& content : contents) {
    require(content.numbers <= table.rows.size(), "no more numbers than rows");
    if (content.problem) {
      requireOneSentence({*content.problem});
    } else {
      require(content.numbers == table.rows.size(), "a column without a problem is numbers alone");
      wanted.columns.push_back(content.name);
    }
  }
  for (const bool standardize : {true, false}) {
    wanted.standardize = standardize;
    for (const int first : {0, 1}) {
      const int count = std::max(1, static_cast<int>(table.rows.size()) - first);
      const auto numbers = numbersFrom(table, wanted, first, count, "input");
      if (const auto* problems = std::get_if<Problems>(&numbers)) {
        requireOneSentence(*problems);
        continue;
      }
      const auto& matrix = std::get<Eigen::MatrixXd>(numbers);
      require(matrix.cols() == count && matrix.allFinite(), "series are whole and finite");
    }
  }
}

void takeText(std::string_view bytes) {
  const std::filesystem::path file = fileWith(bytes, "text.txt");
  for (const int count : {wholeText, 1, 40}) {
    const auto read = readTextSequence(file, count, "input.file");
    if (const auto* problem = std::get_if<FieldProblem>(&read)) {
      requireOneSentence(*problem);
      continue;
    }
    const auto& text = std::get<TextSequence>(read);
    require(count == wholeText || text.characters.size() == static_cast<std::size_t>(count),
            "as many characters as asked for");
    require(std::ranges::is_sorted(text.vocabulary), "a vocabulary is in order");
    for (const int place : text.characters) {
      require(place >= 0 && static_cast<std::size_t>(place) < text.vocabulary.size(),
              "each character is in the vocabulary");
    }
  }
}

void takeExercise(std::string_view bytes) {
  const ExerciseOrProblems read = readExercise(bytes);
  if (const auto* problems = std::get_if<Problems>(&read)) {
    requireOneSentence(*problems);
    return;
  }
  const auto& exercise = std::get<Exercise>(read);
  for (const ExerciseExperiment& experiment : exercise.experiments) {
    for (const std::string& sentence : {experiment.sentence.en, experiment.sentence.ptBr}) {
      for (const Placeholder& place : placeholdersOf(sentence)) {
        require(place.position + place.length <= sentence.size(), "a placeholder is in its text");
      }
    }
  }
  for (const QuestionPart& part : exercise.parts) {
    part.answerFor(1);
  }
}

} // namespace backflow::fuzz
