// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one exercise from JSON.
#include "core/scenario/exercise_book.h"
#include "core/scenario/json_object_reader.h"
#include "core/scenario/json_text.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace backflow {

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;

constexpr double largest = std::numeric_limits<double>::max();
constexpr NumberRule exerciseNumber{"is not the number of an exercise", 1, 99, true};
constexpr NumberRule answerValue{"is not a number", -largest, largest};
constexpr NumberRule answerTolerance{"is not a tolerance", 0, largest};
constexpr NumberRule measureStep{"is not a number of steps", 1, 1e6, true};
constexpr NumberRule measureDigits{"is not a number of digits", 1, 17, true};
constexpr NumberRule measureFactor{"is not a factor", 0, largest};

enum class Presence { Required, Optional };

/// One language of a text: a string, or paragraphs.
std::string paragraphsFrom(JsonObjectReader& reader, const std::string& key, Problems& problems) {
  const Json* value = reader.find(key);
  const auto isText = [](const Json& one) {
    return one.is_string();
  };
  std::string text;
  if (value != nullptr && value->is_string()) {
    text = value->get<std::string>();
  } else if (value != nullptr && value->is_array() && std::ranges::all_of(*value, isText)) {
    for (const Json& paragraph : *value) {
      text += (text.empty() ? "" : "\n\n") + paragraph.get<std::string>();
    }
  } else if (value != nullptr) {
    problems.push_back(sentenceProblem(reader.pathOf(key), JsonObjectReader::textOf(*value),
                                       "is not a text", "give one, or a list of paragraphs"));
    return text;
  }
  if (text.empty()) {
    problems.push_back(
        sentenceProblem(reader.pathOf(key), "", "is missing", "give the text in this language"));
  }
  return text;
}

void readText(JsonObjectReader& parent, const std::string& key, Presence presence,
              LocalizedText& target, Problems& problems) {
  const Json* value = parent.find(key);
  if (value == nullptr) {
    if (presence == Presence::Required) {
      problems.push_back(
          sentenceProblem(parent.pathOf(key), "", "is missing", R"(give {"en": …, "pt_BR": …})"));
    }
    return;
  }
  JsonObjectReader reader(*value, parent.pathOf(key), problems);
  target.en = paragraphsFrom(reader, "en", problems);
  target.ptBr = paragraphsFrom(reader, "pt_BR", problems);
  reader.reportUnknownKeys();
}

/// Reads each element of a list as an object. A missing list is empty.
void readList(JsonObjectReader& parent, const std::string& key, Problems& problems,
              const std::function<void(JsonObjectReader&)>& readElement) {
  const Json* value = parent.find(key);
  if (value == nullptr) {
    return;
  }
  if (!value->is_array()) {
    problems.push_back(sentenceProblem(parent.pathOf(key), JsonObjectReader::textOf(*value),
                                       "is not a list", "give objects in brackets, []"));
    return;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    JsonObjectReader reader((*value)[i], parent.pathOf(key) + "[" + std::to_string(i + 1) + "]",
                            problems);
    readElement(reader);
    reader.reportUnknownKeys();
  }
}

void require(JsonObjectReader& reader, const std::string& key, Problems& problems) {
  if (reader.find(key) == nullptr) {
    problems.push_back(
        sentenceProblem(reader.pathOf(key), "", "is missing", "every such entry has one"));
  }
}

ExpectedAnswer answerFrom(JsonObjectReader& reader, QuestionKind kind, Problems& problems) {
  ExpectedAnswer answer;
  if (kind == QuestionKind::Choice) {
    readText(reader, "text", Presence::Required, answer.text, problems);
  } else {
    require(reader, "value", problems);
    reader.number("value", answerValue, answer.value);
    reader.number("tolerance", answerTolerance, answer.tolerance);
  }
  reader.truth("right", answer.isRight);
  readText(reader, "reply", Presence::Required, answer.reply, problems);
  return answer;
}

QuestionPart partFrom(JsonObjectReader& reader, Problems& problems) {
  QuestionPart part;
  require(reader, "kind", problems);
  reader.choice("kind", "a kind of question", part.kind);
  readText(reader, "text", Presence::Optional, part.text, problems);
  if (part.kind == QuestionKind::Number) {
    readText(reader, "unit", Presence::Optional, part.unit, problems);
    readText(reader, "otherwise", Presence::Required, part.otherwise, problems);
  }
  readList(reader, "answers", problems, [&](JsonObjectReader& answer) {
    part.answers.push_back(answerFrom(answer, part.kind, problems));
  });
  if (std::ranges::none_of(part.answers, &ExpectedAnswer::isRight)) {
    problems.push_back(sentenceProblem(reader.pathOf("answers"), "", "has no right answer",
                                       "mark at least one with \"right\": true"));
  }
  return part;
}

/// EventKind has its names in core/record.
void readEvent(JsonObjectReader& reader, EventKind& target, Problems& problems) {
  const Json* value = reader.find("event");
  if (value == nullptr) {
    return;
  }
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(EventKind::Saturation); ++i) {
    const auto kind = static_cast<EventKind>(i);
    if (*value == std::string(nameOf(kind))) {
      target = kind;
      return;
    }
    names.emplace_back(nameOf(kind));
  }
  problems.push_back({reader.pathOf("event"),
                      JsonObjectReader::textOf(*value),
                      "is not an event",
                      Remedy::Choice,
                      0,
                      0,
                      std::move(names),
                      {}});
}

Measure measureFrom(JsonObjectReader& reader, Problems& problems) {
  Measure measure;
  require(reader, "name", problems);
  require(reader, "kind", problems);
  reader.text("name", measure.name);
  reader.choice("kind", "a measure", measure.kind);
  if (measure.kind == MeasureKind::StepsBack || measure.kind == MeasureKind::EventCause) {
    require(reader, "event", problems);
    readEvent(reader, measure.event, problems);
  }
  reader.choice("precision", "a precision", measure.precision);
  reader.whole("step", measureStep, measure.step);
  reader.number("factor", measureFactor, measure.factor);
  reader.whole("digits", measureDigits, measure.digits);
  return measure;
}

/// Every placeholder has to be a measure.
void checkSentence(const std::string& sentence, const std::string& field,
                   const std::vector<Measure>& measures, Problems& problems) {
  for (const Placeholder& one : placeholdersOf(sentence)) {
    const auto measure = std::ranges::find(measures, one.name, &Measure::name);
    const std::string text = inQuotes(sentence.substr(one.position, one.length));
    if (measure == measures.end()) {
      problems.push_back(sentenceProblem(field, text, "is measured nowhere",
                                         "give a measure of that name, or correct it"));
    } else if (one.isValueNumber && !countsSteps(measure->kind)) {
      problems.push_back(sentenceProblem(field, text, "has no value number",
                                         "ask for it of measures that count steps back"));
    }
  }
}

ExerciseExperiment experimentFrom(JsonObjectReader& reader, Problems& problems) {
  ExerciseExperiment experiment;
  reader.text("scenario", experiment.scenario);
  readText(reader, "title", Presence::Required, experiment.title, problems);
  reader.choice("view", "a view", experiment.view);
  reader.truth("trains", experiment.trains);
  readList(reader, "measures", problems, [&](JsonObjectReader& measure) {
    experiment.measures.push_back(measureFrom(measure, problems));
  });
  readText(reader, "sentence", Presence::Required, experiment.sentence, problems);
  for (const auto& [text, language] :
       {std::pair{experiment.sentence.en, ".en"}, std::pair{experiment.sentence.ptBr, ".pt_BR"}}) {
    checkSentence(text, reader.pathOf("sentence") + language, experiment.measures, problems);
  }
  return experiment;
}

Exercise exerciseFrom(const Json& json, Problems& problems) {
  Exercise exercise;
  JsonObjectReader reader(json, {}, problems);
  require(reader, "number", problems);
  reader.whole("number", exerciseNumber, exercise.number);
  readText(reader, "title", Presence::Required, exercise.title, problems);
  readText(reader, "question", Presence::Required, exercise.question, problems);
  readList(reader, "parts", problems,
           [&](JsonObjectReader& part) { exercise.parts.push_back(partFrom(part, problems)); });
  if (reader.find("calculator") != nullptr) {
    reader.choice("calculator", "a calculator", exercise.calculator.emplace());
  }
  readList(reader, "experiments", problems, [&](JsonObjectReader& experiment) {
    exercise.experiments.push_back(experimentFrom(experiment, problems));
  });
  if (!exercise.calculator && exercise.experiments.empty()) {
    problems.push_back(sentenceProblem("experiments", "", "has none that answers",
                                       "give an experiment, or a calculator"));
  }
  readText(reader, "explanation", Presence::Required, exercise.explanation, problems);
  readText(reader, "sheet", Presence::Required, exercise.sheet, problems);
  readList(reader, "misconceptions", problems, [&](JsonObjectReader& one) {
    ExerciseMisconception& added = exercise.misconceptions.emplace_back();
    readText(one, "belief", Presence::Required, added.belief, problems);
    readText(one, "fact", Presence::Required, added.fact, problems);
  });
  reader.reportUnknownKeys();
  return exercise;
}

} // namespace

ExerciseOrProblems readExercise(std::string_view text) {
  Problems problems;
  const Json json = parseJson(text, problems);
  if (json.is_discarded()) {
    return problems;
  }
  Exercise exercise = exerciseFrom(json, problems);
  if (!problems.empty()) {
    return problems;
  }
  return exercise;
}

} // namespace backflow
