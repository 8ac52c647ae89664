// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

namespace backflow {
namespace {

class Train : public ::testing::Test {
 protected:
  /// A scenario file with this `training` section, exercise 2's network and this clipping.
  std::string scenarioFile(const std::string& training, const std::string& clip = "null") const {
    std::string file = (m_folder.path() / "exercise.backflow.json").string();
    std::ofstream(file) << R"({"format": "backflow-scenario", "version": 1,
      "network": {"cell": "rnn", "activation": "identity", "hidden": 16},
      "weights": {"init": "orthogonal", "gain": 1.2, "seed": 1},
      "unroll": {"horizon": 30}, "clip": )"
                        << clip << R"(, "training": )" << training << "}";
    return file;
  }
  std::string inFolder(const std::string& name) const { return (m_folder.path() / name).string(); }
  static ProcessResult train(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "train");
    return runProcess(BACKFLOW_CLI, arguments);
  }
  static std::string contentsOf(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

 private:
  TemporaryFolder m_folder;
};

constexpr const char* recall =
    R"({"task": {"kind": "recall"}, "optimiser": {"kind": "sgd", "rate": 0.05}, "updates": 20})";

TEST_F(Train, ThatDiesSaysWhereAndOfWhat) {
  const ProcessResult result = train({scenarioFile(recall)});
  EXPECT_EQ(result.status, 0);
  EXPECT_NE(result.out.find("the run died at update "), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("NaN"), std::string::npos);
  EXPECT_NE(result.out.find("guessing 0"), std::string::npos);
}

TEST_F(Train, WritesALineForEachUpdateOfARunThatLives) {
  const std::string out = inFolder("run.csv");
  const ProcessResult result =
      train({scenarioFile(recall, R"({"mode": "norm", "threshold": 1})"), "--out", out});
  EXPECT_EQ(result.status, 0);
  const std::string csv = contentsOf(out);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 21);
  EXPECT_EQ(csv.rfind("update,loss,", 0), 0U);
}

TEST_F(Train, GoesOnFromAStateToTheSameCsv) {
  const std::string file = scenarioFile(recall, R"({"mode": "norm", "threshold": 1})");
  ASSERT_EQ(train({file, "--out", inFolder("whole.csv")}).status, 0);
  ASSERT_EQ(train({file, "--updates", "7", "--state", inFolder("half.json")}).status, 0);
  ASSERT_EQ(train({file, "--resume", inFolder("half.json"), "--updates", "20", "--out",
                   inFolder("rest.csv")})
                .status,
            0);
  const std::string whole = contentsOf(inFolder("whole.csv"));
  EXPECT_FALSE(whole.empty());
  // The shorter run looked at what is held out at its own end.
  std::istringstream one(whole);
  std::istringstream other(contentsOf(inFolder("rest.csv")));
  std::string a;
  std::string b;
  int line = 0;
  while (std::getline(one, a) && std::getline(other, b)) {
    if (line++ != 7) {
      EXPECT_EQ(a, b);
    }
  }
  EXPECT_EQ(line, 21);
}

TEST_F(Train, ThatIsKilledHasKeptItsStateAndGoesOn) {
  const std::string file = scenarioFile(
      R"({"task": {"kind": "recall"}, "optimiser": {"kind": "sgd", "rate": 0.05},
          "updates": 1000000})",
      R"({"mode": "norm", "threshold": 1})");
  const std::string state = inFolder("kept.json");
  const ProcessResult killed =
      runProcess("/bin/sh", {"-c", "'" BACKFLOW_CLI "' train '" + file + "' --state '" + state +
                                       "' --state-every 0 & until [ -e '" + state +
                                       "' ]; do sleep 0.01; done; kill -KILL $!; wait $!"});
  ASSERT_EQ(killed.status, 128 + 9) << killed.err;
  const int kept = nlohmann::json::parse(contentsOf(state)).at("optimiser_steps").get<int>();
  ASSERT_GT(kept, 0);
  const std::string updates = std::to_string(kept + 5);
  ASSERT_EQ(
      train({file, "--resume", state, "--updates", updates, "--state", inFolder("on.json")}).status,
      0);
  ASSERT_EQ(train({file, "--updates", updates, "--state", inFolder("whole.json")}).status, 0);
  const auto weightsIn = [](const std::string& name) {
    return nlohmann::json::parse(contentsOf(name)).at("weights");
  };
  EXPECT_EQ(weightsIn(inFolder("on.json")), weightsIn(inFolder("whole.json")));
}

TEST_F(Train, GoesOnWhereItsStateCannotBeWrittenMeanwhileAndSaysSo) {
  const std::string nowhere = inFolder(std::string(300, 'k')); // longer than a name can be
  const ProcessResult result =
      train({scenarioFile(recall, R"({"mode": "norm", "threshold": 1})"), "--state", nowhere,
             "--state-every", "0", "--out", inFolder("run.csv")});
  EXPECT_NE(result.status, 0);
  EXPECT_NE(result.err.find("the training goes on"), std::string::npos) << result.err;
  const std::string csv = contentsOf(inFolder("run.csv"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 21);
}

TEST_F(Train, ThatIsDoneSaysHowToGoOn) {
  const std::string file = scenarioFile(recall, R"({"mode": "norm", "threshold": 1})");
  ASSERT_EQ(train({file, "--updates", "7", "--state", inFolder("done.json")}).status, 0);
  const ProcessResult again = train({file, "--resume", inFolder("done.json")});
  EXPECT_EQ(again.status, 0);
  EXPECT_NE(again.err.find("all of its 7 updates"), std::string::npos) << again.err;
  EXPECT_NE(again.err.find("--updates"), std::string::npos);
  EXPECT_NE(again.out.find("held-out loss after update 7: "), std::string::npos) << again.out;
}

TEST_F(Train, ThatIsResumedSaysWhatIsNotOfItsFile) {
  const std::string clip = R"({"mode": "norm", "threshold": 1})";
  ASSERT_EQ(train({scenarioFile(recall, clip), "--updates", "7", "--state", inFolder("half.json")})
                .status,
            0);
  const ProcessResult same =
      train({scenarioFile(recall, clip), "--resume", inFolder("half.json"), "--updates", "9"});
  EXPECT_EQ(same.err.find("stays"), std::string::npos) << same.err;
  const ProcessResult other = train({scenarioFile(recall, R"({"mode": "norm", "threshold": 2})"),
                                     "--resume", inFolder("half.json"), "--updates", "9"});
  EXPECT_EQ(other.status, 0);
  EXPECT_NE(other.err.find("half.json goes on with the settings that it was saved with: "
                           "clip.threshold stays 1, whatever "),
            std::string::npos)
      << other.err;
  EXPECT_EQ(other.out, same.out);
  const ProcessResult fewer =
      train({scenarioFile(recall, clip), "--resume", inFolder("half.json"), "--updates", "3"});
  EXPECT_NE(fewer.err.find("has made 7 updates already, more than the 3 of --updates"),
            std::string::npos)
      << fewer.err;
}

TEST_F(Train, RefusesWhatItCannotDoInOneLine) {
  const auto refused = [](const ProcessResult& result, const std::string& words) {
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    EXPECT_NE(result.err.find(words), std::string::npos) << result.err;
  };
  refused(train({scenarioFile("null")}), "training: is missing");
  refused(train({scenarioFile(R"({"task": {"kind": "ading"}})")}), "training.task.kind");
  refused(train({scenarioFile(R"({"task": {"kind": "characters"}})")}), "training.task.file");
  refused(train({scenarioFile(R"({"task": {"kind": "copy_memory"}, "batch": 0})")}),
          "training.batch");
  refused(train({scenarioFile(R"({"task": {"kind": "recall"}, "updatez": 5})")}), "updatez");
  refused(train({scenarioFile(recall), "--resume", scenarioFile(recall)}), "saved training");
  const std::string clip = R"({"mode": "norm", "threshold": 1})";
  ASSERT_EQ(
      train({scenarioFile(recall, clip), "--updates", "3", "--state", inFolder("v1.json")}).status,
      0);
  std::string state = contentsOf(inFolder("v1.json"));
  state.replace(state.find("\"version\":1"), 11, "\"version\":9");
  std::ofstream(inFolder("v9.json")) << state;
  refused(train({scenarioFile(recall, clip), "--resume", inFolder("v9.json"), "--updates", "5"}),
          "v9.json: version: 9 is not a version that can be read; give 1");
}

} // namespace
} // namespace backflow
