// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/task/made_up_tasks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace backflow {

namespace {

/// Tasks whose held-out sequences are drawn too, from a stream of their own.
class MadeUpTask : public Task {
 public:
  explicit MadeUpTask(int horizon) : m_horizon(horizon) {}

  TaskBatch heldOut() const override {
    constexpr int count = 1000;
    PortableRandom random(0, RandomStream::HeldOut);
    return draw(random, count);
  }

 protected:
  int horizon() const { return m_horizon; }

  TaskBatch emptyBatch(int count) const {
    TaskBatch batch;
    batch.inputs.assign(static_cast<std::size_t>(m_horizon),
                        Eigen::MatrixXd::Zero(inputs(), count));
    return batch;
  }
  TaskBatch batchJudgedAtTheEnd(int count) const {
    TaskBatch batch = emptyBatch(count);
    batch.lossSteps = {m_horizon};
    batch.scoredSteps = {m_horizon};
    if (hasClasses()) {
      batch.classes.assign(1, std::vector<int>(static_cast<std::size_t>(count)));
    } else {
      batch.targets.assign(1, Eigen::MatrixXd::Zero(outputs(), count));
    }
    return batch;
  }

  /// first … last, each as likely as the other.
  static int whole(PortableRandom& random, int first, int last) {
    return first + static_cast<int>(random.uniform() * (last - first + 1));
  }

 private:
  int m_horizon;
};

Eigen::MatrixXd& inputAt(TaskBatch& batch, int t) {
  return batch.inputs[static_cast<std::size_t>(t) - 1];
}

class RecallTask final : public MadeUpTask {
 public:
  using MadeUpTask::MadeUpTask;
  int inputs() const override { return 1; }
  int outputs() const override { return 1; }
  bool hasClasses() const override { return false; }
  double baselineLoss() const override { return 1; }
  std::string baselineName() const override { return "guessing 0"; }

  TaskBatch draw(PortableRandom& random, int count) const override {
    TaskBatch batch = batchJudgedAtTheEnd(count);
    for (int b = 0; b < count; ++b) {
      inputAt(batch, 1)(0, b) = batch.targets[0](0, b) = random.normal();
    }
    return batch;
  }
};

class AddingTask final : public MadeUpTask {
 public:
  using MadeUpTask::MadeUpTask;
  int inputs() const override { return 2; }
  int outputs() const override { return 1; }
  bool hasClasses() const override { return false; }
  double baselineLoss() const override { return 1.0 / 6; }
  std::string baselineName() const override { return "guessing the mean"; }

  TaskBatch draw(PortableRandom& random, int count) const override {
    TaskBatch batch = batchJudgedAtTheEnd(count);
    const int half = horizon() / 2;
    for (int b = 0; b < count; ++b) {
      for (int t = 1; t <= horizon(); ++t) {
        inputAt(batch, t)(0, b) = random.uniform();
      }
      for (const int t : {whole(random, 1, half), whole(random, half + 1, horizon())}) {
        inputAt(batch, t)(1, b) = 1;
        batch.targets[0](0, b) += inputAt(batch, t)(0, b);
      }
    }
    return batch;
  }
};

class CopyMemoryTask final : public MadeUpTask {
 public:
  using MadeUpTask::MadeUpTask;
  int inputs() const override { return symbols + 2; }
  int outputs() const override { return symbols + 1; }
  bool hasClasses() const override { return true; }
  double baselineLoss() const override { return repeated * std::log(1.0 * symbols) / horizon(); }
  std::string baselineName() const override { return "no memory, 10 ln 8 / T"; }

  TaskBatch draw(PortableRandom& random, int count) const override {
    TaskBatch batch = emptyBatch(count);
    batch.lossSteps.resize(static_cast<std::size_t>(horizon()));
    std::iota(batch.lossSteps.begin(), batch.lossSteps.end(), 1);
    batch.scoredSteps.assign(batch.lossSteps.end() - repeated, batch.lossSteps.end());
    batch.classes.assign(static_cast<std::size_t>(horizon()),
                         std::vector<int>(static_cast<std::size_t>(count), blank));
    for (int b = 0; b < count; ++b) {
      for (int t = 1; t <= horizon(); ++t) {
        int symbol = blank;
        if (t <= repeated) {
          symbol = whole(random, 0, symbols - 1);
          batch.classes[static_cast<std::size_t>(horizon() - repeated + t) - 1]
                       [static_cast<std::size_t>(b)] = symbol;
        } else if (t == horizon() - repeated) {
          symbol = mark;
        }
        inputAt(batch, t)(symbol, b) = 1;
      }
    }
    return batch;
  }

 private:
  static constexpr int symbols = 8;
  static constexpr int repeated = 10;
  static constexpr int blank = symbols;
  static constexpr int mark = symbols + 1;
};

class TemporalOrderTask final : public MadeUpTask {
 public:
  using MadeUpTask::MadeUpTask;
  int inputs() const override { return 6; }
  int outputs() const override { return 4; }
  bool hasClasses() const override { return true; }
  double baselineLoss() const override { return std::log(4.0); }
  std::string baselineName() const override { return "guessing, ln 4"; }

  TaskBatch draw(PortableRandom& random, int count) const override {
    TaskBatch batch = batchJudgedAtTheEnd(count);
    const int tenth = horizon() / 10;
    for (int b = 0; b < count; ++b) {
      const int first = whole(random, tenth, 2 * tenth);
      const int second = whole(random, 4 * tenth, 5 * tenth);
      int wanted = 0;
      for (int t = 1; t <= horizon(); ++t) {
        const bool isImportant = t == first || t == second;
        const int symbol = isImportant ? whole(random, 0, 1) : whole(random, 2, 5);
        wanted = isImportant ? 2 * wanted + symbol : wanted;
        inputAt(batch, t)(symbol, b) = 1;
      }
      batch.classes[0][static_cast<std::size_t>(b)] = wanted;
    }
    return batch;
  }
};

} // namespace

std::unique_ptr<Task> makeRecallTask(int horizon) {
  return std::make_unique<RecallTask>(horizon);
}

std::unique_ptr<Task> makeAddingTask(int horizon) {
  return std::make_unique<AddingTask>(horizon);
}

std::unique_ptr<Task> makeCopyMemoryTask(int horizon) {
  return std::make_unique<CopyMemoryTask>(horizon);
}

std::unique_ptr<Task> makeTemporalOrderTask(int horizon) {
  return std::make_unique<TemporalOrderTask>(horizon);
}

} // namespace backflow
