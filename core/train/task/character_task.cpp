// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/task/character_task.h"

#include "core/scenario/text_sequence.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace backflow {

namespace {

constexpr const char* field = "training.task.file";
constexpr double trainedShare = 0.9;

class CharacterTask final : public Task {
 public:
  CharacterTask(TextSequence text, int horizon)
      : m_text(std::move(text)), m_horizon(horizon),
        m_trained(static_cast<int>(trainedShare * static_cast<double>(m_text.characters.size()))),
        m_baseline(hasRoom() ? trigramLoss() : 0) {}

  int inputs() const override { return static_cast<int>(m_text.vocabulary.size()); }
  int outputs() const override { return inputs(); }
  bool hasClasses() const override { return true; }
  double baselineLoss() const override { return m_baseline; }
  std::string baselineName() const override { return "trigram"; }
  std::u32string vocabulary() const override { return m_text.vocabulary; }

  bool hasRoom() const {
    return m_trained > m_horizon + 1 &&
           static_cast<int>(m_text.characters.size()) - m_trained > m_horizon + 1;
  }

  TaskBatch draw(PortableRandom& random, int count) const override {
    std::vector<int> starts(static_cast<std::size_t>(count));
    for (int& start : starts) {
      start = static_cast<int>(random.uniform() * (m_trained - m_horizon));
    }
    return windows(starts, 1);
  }

  TaskBatch heldOut() const override {
    std::vector<int> starts;
    const int stride = std::max(1, m_horizon / 2);
    const auto all = static_cast<int>(m_text.characters.size());
    for (int start = m_trained; start + m_horizon < all; start += stride) {
      starts.push_back(start);
    }
    return windows(starts, m_horizon / 2 + 1);
  }

 private:
  int at(int place) const { return m_text.characters[static_cast<std::size_t>(place)]; }

  TaskBatch windows(const std::vector<int>& starts, int firstJudged) const {
    TaskBatch batch;
    const auto count = static_cast<Eigen::Index>(starts.size());
    batch.inputs.assign(static_cast<std::size_t>(m_horizon),
                        Eigen::MatrixXd::Zero(inputs(), count));
    for (int t = firstJudged; t <= m_horizon; ++t) {
      batch.lossSteps.push_back(t);
      auto& classes = batch.classes.emplace_back();
      for (const int start : starts) {
        classes.push_back(at(start + t));
      }
    }
    batch.scoredSteps = batch.lossSteps;
    for (int t = 1; t <= m_horizon; ++t) {
      for (std::size_t b = 0; b < starts.size(); ++b) {
        batch.inputs[static_cast<std::size_t>(t) - 1](at(starts[b] + t - 1),
                                                      static_cast<Eigen::Index>(b)) = 1;
      }
    }
    return batch;
  }

  /// Witten & Bell 1991, method C: what follows a context is interpolated with what follows its
  /// shorter one, P(c | context) = (n(context, c) + k P(c | shorter)) / (n(context) + k), where k
  /// different characters have followed the context.
  double trigramLoss() const {
    using Context = std::vector<int>;
    std::map<Context, std::map<int, double>> followers;
    for (int place = 2; place < m_trained; ++place) {
      for (int length = 0; length <= 2; ++length) {
        followers[contextBefore(place, length)][at(place)] += 1;
      }
    }
    double sum = 0;
    const auto end = static_cast<int>(m_text.characters.size());
    for (int place = m_trained; place < end; ++place) {
      double probability = 1 / static_cast<double>(m_text.vocabulary.size());
      for (int length = 0; length <= 2; ++length) {
        const auto known = followers.find(contextBefore(place, length));
        if (known == followers.end()) {
          break;
        }
        const auto different = static_cast<double>(known->second.size());
        double all = 0;
        for (const auto& [character, count] : known->second) {
          all += count;
        }
        const auto next = known->second.find(at(place));
        const double count = next == known->second.end() ? 0 : next->second;
        probability = (count + different * probability) / (all + different);
      }
      sum -= std::log(probability);
    }
    return sum / (end - m_trained);
  }

  /// The `length` characters before a place.
  std::vector<int> contextBefore(int place, int length) const {
    const auto here = m_text.characters.begin() + place;
    return {here - length, here};
  }

  TextSequence m_text;
  int m_horizon;
  int m_trained;
  double m_baseline;
};

} // namespace

TaskOrProblems makeCharacterTask(const Scenario& scenario, const std::filesystem::path& folder) {
  auto text = readTextSequence(folder / scenario.training->task.file, wholeText, field);
  if (auto* problem = std::get_if<FieldProblem>(&text)) {
    return std::vector<FieldProblem>{std::move(*problem)};
  }
  auto task = std::make_unique<CharacterTask>(std::get<TextSequence>(std::move(text)),
                                              scenario.unroll.horizon);
  if (!task->hasRoom()) {
    return std::vector<FieldProblem>{
        sentenceProblem(field, "the text", "is too short for this horizon",
                        "give a longer one, or a shorter unroll.horizon")};
  }
  return task;
}

} // namespace backflow
