// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/task/agreement_task.h"

#include "core/scenario/json_text.h"
#include "core/scenario/text_file.h"
#include "core/scenario/value_text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace backflow {

namespace {

using Json = nlohmann::json;
constexpr const char* field = "training.task.file";

/// Words as places in one vocabulary: first both articles, then the nouns of each gender, …
struct Words {
  int masculineNouns = 0;
  int feminineNouns = 0;
  int distractors = 0;
  int verbs = 0;

  int count() const { return 2 + masculineNouns + feminineNouns + distractors + verbs; }
};

class AgreementTask final : public Task {
 public:
  AgreementTask(Words words, int horizon) : m_words(words), m_horizon(horizon) {}

  int inputs() const override { return m_words.count(); }
  int outputs() const override { return 2; }
  bool hasClasses() const override { return true; }
  double baselineLoss() const override { return std::log(2.0); }
  std::string baselineName() const override { return "guessing, ln 2"; }

  TaskBatch draw(PortableRandom& random, int count) const override {
    TaskBatch batch;
    batch.inputs.assign(static_cast<std::size_t>(m_horizon),
                        Eigen::MatrixXd::Zero(inputs(), count));
    batch.lossSteps = {m_horizon};
    batch.scoredSteps = {m_horizon};
    batch.classes.assign(1, std::vector<int>(static_cast<std::size_t>(count)));
    const auto below = [&](int limit) {
      return static_cast<int>(random.uniform() * limit);
    };
    for (int b = 0; b < count; ++b) {
      const int gender = below(2);
      batch.classes[0][static_cast<std::size_t>(b)] = gender;
      for (int t = 1; t <= m_horizon; ++t) {
        batch.inputs[static_cast<std::size_t>(t) - 1](wordAt(t, gender, below), b) = 1;
      }
    }
    return batch;
  }

  TaskBatch heldOut() const override {
    constexpr int count = 1000;
    PortableRandom random(0, RandomStream::HeldOut);
    return draw(random, count);
  }

 private:
  template <class Below> int wordAt(int t, int gender, const Below& below) const {
    if (t == 1) {
      return gender;
    }
    int first = 2;
    if (t == 2) {
      return gender == 0 ? first + below(m_words.masculineNouns)
                         : first + m_words.masculineNouns + below(m_words.feminineNouns);
    }
    first += m_words.masculineNouns + m_words.feminineNouns;
    return t < m_horizon ? first + below(m_words.distractors)
                         : first + m_words.distractors + below(m_words.verbs);
  }

  Words m_words;
  int m_horizon;
};

} // namespace

TaskOrProblems makeAgreementTask(const Scenario& scenario, const std::filesystem::path& folder) {
  const std::string& name = scenario.training->task.file;
  TextOrProblem text = readTextFile(folder / name);
  if (auto* wrong = std::get_if<FieldProblem>(&text)) {
    wrong->field = field;
    wrong->value = inQuotes(name);
    return std::vector<FieldProblem>{std::move(*wrong)};
  }
  std::vector<FieldProblem> problems;
  const Json json = parseJson(std::get<std::string>(text), problems);
  const auto sizeOf = [&](const char* key) {
    const bool has = json.is_object() && json.contains(key) && json[key].is_array();
    return has ? static_cast<int>(json[key].size()) : 0;
  };
  Words words;
  words.masculineNouns = sizeOf("masc");
  words.feminineNouns = sizeOf("fem");
  words.distractors = sizeOf("pp_masc") + sizeOf("pp_fem") + sizeOf("neutral");
  words.verbs = sizeOf("verbs");
  if (words.masculineNouns == 0 || words.feminineNouns == 0 || words.distractors == 0 ||
      words.verbs == 0) {
    return std::vector<FieldProblem>{sentenceProblem(
        field, inQuotes(name), "has no templates",
        R"(give a JSON object with lists "masc", "fem", "pp_masc", "pp_fem", "neutral", "verbs")")};
  }
  return std::make_unique<AgreementTask>(words, scenario.unroll.horizon);
}

} // namespace backflow
