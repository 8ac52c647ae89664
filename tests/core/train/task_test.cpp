// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/task.h"

#include "core/scenario/library.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

namespace backflow {
namespace {

std::unique_ptr<Task> taskOf(TaskKind kind, int horizon, const std::string& file = {}) {
  Scenario scenario;
  scenario.unroll.horizon = horizon;
  scenario.training.emplace();
  scenario.training->task.kind = kind;
  scenario.training->task.file = file;
  auto made = makeTask(scenario, resourceFolder() / "data");
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&made)) {
    throw std::invalid_argument(describe(*problems));
  }
  return std::get<std::unique_ptr<Task>>(std::move(made));
}

TaskBatch drawn(const Task& task, int count) {
  PortableRandom random(1, RandomStream::TrainingBatch, 1);
  return task.draw(random, count);
}

/// The one class that is set in a column of one-hot rows.
int symbolAt(const TaskBatch& batch, int t, int sequence) {
  const Eigen::VectorXd column = batch.inputs[static_cast<std::size_t>(t) - 1].col(sequence);
  EXPECT_EQ(column.sum(), 1);
  Eigen::Index place = 0;
  column.maxCoeff(&place);
  return static_cast<int>(place);
}

TEST(Task, RecallWantsTheFirstInput) {
  const TaskBatch batch = drawn(*taskOf(TaskKind::Recall, 7), 50);
  EXPECT_EQ(batch.lossSteps, std::vector<int>{7});
  EXPECT_EQ(batch.inputs[0], batch.targets[0]);
  EXPECT_EQ(batch.inputs[3].norm(), 0);
}

TEST(Task, AddingMarksOneNumberOfEachHalf) {
  const auto task = taskOf(TaskKind::Adding, 11);
  const TaskBatch batch = drawn(*task, 400);
  double squares = 0;
  for (int b = 0; b < 400; ++b) {
    double sum = 0;
    int marked[2] = {0, 0};
    for (int t = 1; t <= 11; ++t) {
      const auto& input = batch.inputs[static_cast<std::size_t>(t) - 1];
      sum += input(0, b) * input(1, b);
      marked[t <= 5 ? 0 : 1] += static_cast<int>(input(1, b));
    }
    EXPECT_EQ(marked[0], 1);
    EXPECT_EQ(marked[1], 1);
    EXPECT_NEAR(sum, batch.targets[0](0, b), 1e-15);
    squares += std::pow(batch.targets[0](0, b) - 1, 2) / 400;
  }
  EXPECT_NEAR(squares, task->baselineLoss(), 0.02); // 1/6
}

TEST(Task, CopyMemoryRepeatsTheTenSymbolsAtTheEnd) {
  constexpr int horizon = 35;
  const auto task = taskOf(TaskKind::CopyMemory, horizon);
  const TaskBatch batch = drawn(*task, 20);
  EXPECT_EQ(batch.scoredSteps.size(), 10U);
  EXPECT_NEAR(task->baselineLoss(), 10 * std::log(8.0) / horizon, 1e-15);
  for (int b = 0; b < 20; ++b) {
    for (int t = 1; t <= horizon; ++t) {
      const int symbol = symbolAt(batch, t, b);
      const int wanted =
          batch.classes[static_cast<std::size_t>(t) - 1][static_cast<std::size_t>(b)];
      if (t <= 10) {
        EXPECT_LT(symbol, 8);
      } else {
        EXPECT_EQ(symbol, t == horizon - 10 ? 9 : 8);
      }
      EXPECT_EQ(wanted, t > horizon - 10 ? symbolAt(batch, t - horizon + 10, b) : 8);
    }
  }
}

TEST(Task, TemporalOrderTellsWhichTwoCameInWhichOrder) {
  const TaskBatch batch = drawn(*taskOf(TaskKind::TemporalOrder, 50), 200);
  std::set<int> seen;
  for (int b = 0; b < 200; ++b) {
    std::vector<int> important;
    for (int t = 1; t <= 50; ++t) {
      const int symbol = symbolAt(batch, t, b);
      if (symbol < 2) {
        important.push_back(symbol);
        EXPECT_TRUE((t >= 5 && t <= 10) || (t >= 20 && t <= 25));
      }
    }
    ASSERT_EQ(important.size(), 2U);
    EXPECT_EQ(batch.classes[0][static_cast<std::size_t>(b)], 2 * important[0] + important[1]);
    seen.insert(batch.classes[0][static_cast<std::size_t>(b)]);
  }
  EXPECT_EQ(seen.size(), 4U);
}

TEST(Task, AgreementIsToldByTheFirstTwoWordsAlone) {
  const auto task = taskOf(TaskKind::Agreement, 23, "agreement-templates-pt.json");
  const TaskBatch batch = drawn(*task, 3000);
  std::vector<double> gender(static_cast<std::size_t>(task->inputs()), 0);
  std::vector<double> count(gender.size(), 0);
  for (int b = 0; b < 3000; ++b) {
    const int wanted = batch.classes[0][static_cast<std::size_t>(b)];
    EXPECT_EQ(symbolAt(batch, 1, b), wanted); // o or a
    for (int t = 3; t <= 23; ++t) {
      const auto symbol = static_cast<std::size_t>(symbolAt(batch, t, b));
      gender[symbol] += wanted;
      count[symbol] += 1;
    }
  }
  for (std::size_t symbol = 0; symbol < count.size(); ++symbol) {
    if (count[symbol] > 0) {
      EXPECT_NEAR(gender[symbol] / count[symbol], 0.5, 0.06);
    }
  }
}

TEST(Task, CharactersFollowEachOther) {
  const auto task = taskOf(TaskKind::Characters, 20, "alice-in-wonderland.txt");
  const TaskBatch batch = drawn(*task, 5);
  EXPECT_EQ(task->inputs(), 69);
  for (int b = 0; b < 5; ++b) {
    for (int t = 1; t < 20; ++t) {
      EXPECT_EQ(batch.classes[static_cast<std::size_t>(t) - 1][static_cast<std::size_t>(b)],
                symbolAt(batch, t + 1, b));
    }
  }
  EXPECT_EQ(task->heldOut().lossSteps.front(), 11);
  EXPECT_NEAR(task->baselineLoss(), 1.92, 0.1); // a trigram model
}

TEST(Task, SeriesForetellWhatComesAfterTheWindow) {
  const auto temperature = taskOf(TaskKind::Temperature, 7, "seattle-weather.csv");
  EXPECT_EQ(temperature->inputs(), 4);
  EXPECT_EQ(temperature->errorUnit(), "°C");
  const TaskBatch heldOut = temperature->heldOut();
  // The target of one window is the highest temperature of the next one's last day.
  for (int b = 0; b + 1 < 20; ++b) {
    EXPECT_DOUBLE_EQ(heldOut.targets[0](0, b), heldOut.inputs[6](0, b + 1));
  }
  const double persistence = std::sqrt(temperature->baselineLoss()) * temperature->errorScale();
  EXPECT_NEAR(persistence, 2.9, 0.3);
  const auto mood = taskOf(TaskKind::Mood, 365, "seattle-weather.csv");
  EXPECT_EQ(drawn(*mood, 2).lossSteps.size(), 365U);
  const auto sunspots = taskOf(TaskKind::Sunspots, 132, "sunspots-monthly-1749-1983.csv");
  EXPECT_EQ(drawn(*sunspots, 2).inputs.size(), 132U);
}

TEST(Task, DrawsTheSameForTheSameSeedAndHoldsTheSameOut) {
  const auto task = taskOf(TaskKind::Adding, 11);
  EXPECT_EQ(drawn(*task, 3).inputs, drawn(*task, 3).inputs);
  EXPECT_EQ(task->heldOut().targets, task->heldOut().targets);
}

TEST(Task, OfATableWithoutRoomIsAProblem) {
  const TemporaryFolder folder;
  const auto problemsOf = [&](TaskKind kind, const std::string& rows) {
    std::ofstream(folder.path() / "t.csv") << rows;
    Scenario scenario;
    scenario.unroll.horizon = 1;
    scenario.training.emplace();
    scenario.training->task.kind = kind;
    scenario.training->task.file = "t.csv";
    const auto made = makeTask(scenario, folder.path());
    return std::holds_alternative<std::vector<FieldProblem>>(made);
  };
  const std::string weather = "temp_max,temp_min,precipitation,wind\n";
  EXPECT_TRUE(problemsOf(TaskKind::Temperature, weather));
  EXPECT_TRUE(problemsOf(TaskKind::Temperature, weather + "1,2,3,4\n"));
  EXPECT_TRUE(problemsOf(TaskKind::Mood, weather));
  EXPECT_TRUE(problemsOf(TaskKind::Sunspots, "sunspots\n"));
  EXPECT_TRUE(problemsOf(TaskKind::Sunspots, "sunspots\n1\n2\n3\n"));
}

TEST(Task, NamesTheColumnThatItsFileLacks) {
  const auto told = [](TaskKind kind, const std::string& file) {
    try {
      taskOf(kind, 20, file);
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  EXPECT_EQ(told(TaskKind::Sunspots, "seattle-weather.csv"),
            "training.task.file: \"seattle-weather.csv\" has no column \"sunspots\"; give a file "
            "with the column \"sunspots\"");
  EXPECT_EQ(told(TaskKind::Mood, "sunspots-monthly-1749-1983.csv"),
            "training.task.file: \"sunspots-monthly-1749-1983.csv\" has no column \"temp_max\"; "
            "give a file with the columns \"temp_max\", \"temp_min\", \"precipitation\" and "
            "\"wind\"");
}

TEST(Task, TellsWhatIsWrongWithItsFile) {
  EXPECT_THROW(taskOf(TaskKind::Characters, 20, "missing.txt"), std::invalid_argument);
  EXPECT_THROW(taskOf(TaskKind::Agreement, 20, "seattle-weather.csv"), std::invalid_argument);
  EXPECT_THROW(taskOf(TaskKind::Sunspots, 20000, "sunspots-monthly-1749-1983.csv"),
               std::invalid_argument);
}

} // namespace
} // namespace backflow
