// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/measure.h"
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "core/unroll/run.h"
#include "tests/support/experiments.h"
#include "tests/support/feature_scenarios.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace backflow {
namespace {

namespace fs = std::filesystem;

constexpr const char* python = "/usr/bin/python3";

/// Runs each script in one process, since starting PyTorch takes seconds: NAME.py writes NAME.csv,
/// and what it prints goes into NAME.txt.
constexpr const char* driver = R"(
import contextlib, runpy, sys
for script in sys.argv[1:]:
    sys.argv = [script, "--csv", script[:-3] + ".csv"]
    with open(script[:-3] + ".txt", "w") as out, contextlib.redirect_stdout(out):
        runpy.run_path(script, run_name="__main__")
)";

/// Quicker than to import it.
constexpr const char* seeker = R"(
import importlib.util, sys
sys.exit(importlib.util.find_spec("torch") is None)
)";

ProcessResult cli(const std::vector<std::string>& arguments, const std::string& input = {}) {
  return runProcess(BACKFLOW_CLI, arguments, input);
}

void expectRefused(const ProcessResult& result, const std::string& word) {
  EXPECT_EQ(result.status, 2) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_TRUE(result.err.starts_with("backflow-cli: ")) << result.err;
  EXPECT_EQ(std::ranges::count(result.err, '\n'), 1) << result.err;
  EXPECT_NE(result.err.find(word), std::string::npos) << word << " is not in: " << result.err;
}

std::vector<std::string> pieces(const std::string& line, char separator) {
  std::vector<std::string> result;
  std::istringstream in(line);
  for (std::string piece; std::getline(in, piece, separator);) {
    result.push_back(piece);
  }
  return result;
}

/// The columns of a CSV file by name.
std::map<std::string, std::vector<double>> columnsOf(const fs::path& file) {
  std::istringstream in(readWholeFile(file));
  std::string line;
  std::getline(in, line);
  EXPECT_TRUE(line.ends_with('\r'));
  line.resize(line.size() - 1);
  const std::vector<std::string> names = pieces(line, ',');
  std::map<std::string, std::vector<double>> columns;
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = pieces(line, ',');
    for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) {
      columns[names[i]].push_back(std::strtod(cells[i].c_str(), nullptr));
    }
  }
  return columns;
}

/// The lines "WHAT = NUMBER" that a script prints.
std::map<std::string, double> summaryOf(const std::string& printed) {
  std::map<std::string, double> summary;
  std::istringstream in(printed);
  for (std::string line; std::getline(in, line);) {
    if (const auto equals = line.find(" = "); equals != std::string::npos) {
      summary[line.substr(0, equals)] = std::strtod(line.c_str() + equals + 3, nullptr);
    }
  }
  return summary;
}

/// The greatest relative difference of two lists; inf where one is zero, inf or NaN alone.
double difference(const std::vector<double>& found, const std::vector<double>& expected) {
  double most = found.size() == expected.size() ? 0 : HUGE_VAL;
  for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
    if (found[i] == expected[i] || (std::isnan(found[i]) && std::isnan(expected[i]))) {
      continue;
    }
    const double off = std::abs(found[i] - expected[i]) / std::abs(expected[i]);
    most = std::isnan(off) || found[i] == 0 ? HUGE_VAL : std::max(most, off);
  }
  return most;
}

double normOfGradient(const RunTrace& run) {
  std::vector<double> norms;
  for (const NamedMatrix& gradient : run.parameterGradients) {
    norms.push_back(scaledNorm(gradient.values.data(), gradient.values.size()));
  }
  return scaledNorm(norms.data(), static_cast<std::ptrdiff_t>(norms.size()));
}

class PyTorchRuns : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(python) || runProcess(python, {"-c", seeker}).status != 0) {
      GTEST_SKIP() << "PyTorch is not installed (Debian: python3-torch)";
    }
  }

  void write(const std::string& name, const Scenario& scenario) {
    const auto file = m_folder.write(name + ".backflow.json", writeScenario(scenario));
    const ProcessResult result =
        cli({"pytorch", file.string(), "--out", pathOf(name, ".py").string()});
    ASSERT_EQ(result.status, 0) << name << ": " << result.err;
    m_scripts.push_back(pathOf(name, ".py").string());
  }

  void runAll() {
    std::vector<std::string> arguments{m_folder.write("driver.py", driver).string()};
    arguments.insert(arguments.end(), m_scripts.begin(), m_scripts.end());
    const ProcessResult result = runProcess(python, arguments);
    ASSERT_EQ(result.status, 0) << result.err;
  }

  fs::path pathOf(const std::string& name, const char* suffix) const {
    return m_folder.path() / (name + suffix);
  }

  /// Compares what the script wrote with Backflow's own run.
  void compare(const std::string& name, const Scenario& scenario,
               std::map<Precision, double> tolerances) const {
    SCOPED_TRACE(name);
    const Trace trace = test::traceOf(scenario);
    const auto columns = columnsOf(pathOf(name, ".csv"));
    const auto printed = summaryOf(readWholeFile(pathOf(name, ".txt")));
    for (const RunTrace& run : trace.runs) {
      const std::string precision(nameOf(run.precision));
      SCOPED_TRACE(precision);
      const double tolerance = tolerances.at(run.precision);
      const auto column = [&](const char* key) {
        return columns.at(precision + "." + key);
      };
      EXPECT_LE(difference(column("state_norm"), run.steps.stateNorm), tolerance);
      EXPECT_LE(difference(column("gradient_norm"), run.steps.gradientNorm), tolerance);
      const auto close = [&](const char* what, double expected) {
        EXPECT_LE(difference({printed.at(precision + ": " + what)}, {expected}), tolerance) << what;
      };
      EXPECT_NEAR(printed.at(precision + ": loss"), run.loss,
                  tolerance * std::max(1.0, std::abs(run.loss)));
      if (!scenario.clip) {
        close("gradient norm over all parameters", normOfGradient(run));
      } else if (scenario.clip->mode == ClipMode::StateNorm) {
        close("gradient norm over all parameters", normOfGradient(run));
        EXPECT_LE(difference(column("gradient_norm_before_clip"), run.steps.gradientNormBeforeClip),
                  tolerance);
        close("largest norm of dL/dh_t before clipping", run.clip.normBefore);
        close("smallest coefficient of dL/dh_t", run.clip.coefficient);
      } else {
        close("gradient norm before clipping", run.clip.normBefore);
        close("gradient norm after clipping", run.clip.normAfter);
      }
    }
  }

  TemporaryFolder m_folder;
  std::vector<std::string> m_scripts;
};

TEST(PyTorch, EveryShippedScenarioGivesAScript) {
  for (const LibraryEntry& entry : libraryEntries()) {
    SCOPED_TRACE(entry.name);
    const ProcessResult result = cli({"pytorch", entry.file.string()});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    EXPECT_TRUE(result.out.starts_with("#!/usr/bin/env python3\n"));
    EXPECT_NE(result.out.find("retain_grad()"), std::string::npos);
    EXPECT_TRUE(result.out.ends_with("main()\n"));
  }
}

TEST(PyTorch, WritesToAFileOrToStandardOutput) {
  const TemporaryFolder folder;
  const std::string file = libraryEntry("halving")->file.string();
  const fs::path out = folder.path() / "halving.py";
  const ProcessResult toFile = cli({"pytorch", file, "--out", out.string()});
  EXPECT_EQ(toFile.status, 0);
  EXPECT_EQ(toFile.out, "");
  const ProcessResult toStream = cli({"pytorch", "-"}, readWholeFile(file));
  EXPECT_EQ(toStream.status, 0);
  EXPECT_EQ(readWholeFile(out), toStream.out);
  EXPECT_NE(cli({"--help"}).out.find("pytorch"), std::string::npos);
  EXPECT_NE(cli({"pytorch", "--help"}).out.find("--out"), std::string::npos);
}

TEST(PyTorch, RefusesWhatIsWrongInOneSentence) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.backflow.json", writeScenario(test::scalar(0.5, 9)));
  const std::string contents = readWholeFile(file);
  expectRefused(cli({"pytorch"}), "FILE");
  expectRefused(cli({"pytorch", (folder.path() / "none.json").string()}), "none.json");
  expectRefused(cli({"pytorch", file.string(), "--out", file.string()}), "would overwrite");
  expectRefused(cli({"pytorch", file.string(), "--out", ""}), "--out");
  expectRefused(cli({"pytorch", file.string(), "--csv", "a.csv"}), "--csv");
  expectRefused(cli({"pytorch", file.string(), "--out", (folder.path() / "no" / "a.py").string()}),
                "a.py");
  expectRefused(cli({"pytorch", "-"}, "{\"format\": \"backflow-scenario\", \"oops\": 1}"), "oops");
  EXPECT_EQ(readWholeFile(file), contents);
}

TEST_F(PyTorchRuns, GiveTheNormsOfEveryFeature) {
  const std::string text =
      m_folder.write("text.txt", "Olá, \"mundo\"! a\\b\n\tO rato roeu a roupa do rei.").string();
  const auto cases = test::featureScenarios(text);
  for (const auto& [name, scenario] : cases) {
    write(name, scenario);
  }
  runAll();
  for (const auto& [name, scenario] : cases) {
    // Sums are taken in another order, over 23 steps: measured at most 4e-15 and 2e-6.
    compare(name, scenario, {{Precision::Float64, 1e-13}, {Precision::Float32, 2e-5}});
  }
}

/// The same bits, zeros, infs and NaNs at the same steps where every sum has one addend or two.
TEST_F(PyTorchRuns, DieAtTheSameSteps) {
  const std::pair<std::string, Scenario> cases[] = {
      {"halving", test::scalar(0.5, 1100)},
      {"doubling", test::scalar(2, 1040)},
      {"inf-minus-inf", test::linear({{4, -4}, {4, 4}}, {1, 1}, 520)},
      {"norm-overflow", test::clipped(test::scalar(2, 100), ClipMode::Norm, 1)}};
  for (const auto& [name, scenario] : cases) {
    write(name, scenario);
  }
  runAll();
  for (const auto& [name, scenario] : cases) {
    compare(name, scenario, {{Precision::Float64, 1e-15}, {Precision::Float32, 1e-15}});
  }
}

/// A chaotic network multiplies a difference in the last digit by e^{λT}: at gain 2 (λ ≈ 0.15,
/// mean field) float64 still agrees in its first digits after 100 steps, float32 does not have to.
TEST_F(PyTorchRuns, AgreeInAChaoticNetworkAsFarAsTheirDigitsGo) {
  Scenario scenario = test::drawn(Activation::Tanh, 64, 100, 2);
  scenario.precisions = {Precision::Float64};
  write("chaos", scenario);
  runAll();
  compare("chaos", scenario, {{Precision::Float64, 1e-5}});
}

TEST_F(PyTorchRuns, SayWhatTheyCannotDo) {
  Scenario scenario = test::scalar(0.5, 5);
  scenario.precisions = {Precision::Float16, Precision::BFloat16};
  scenario.title = "three \"\"\" quotes \\ and %s\n";
  write("narrow", scenario);
  runAll();
  const std::string printed = readWholeFile(pathOf("narrow", ".txt"));
  EXPECT_TRUE(printed.starts_with(scenario.title)) << printed;
  EXPECT_NE(printed.find("Not done here: float16, bfloat16."), std::string::npos) << printed;
  EXPECT_NE(printed.find("float64 instead"), std::string::npos) << printed;
  EXPECT_EQ(columnsOf(pathOf("narrow", ".csv")).count("float64.gradient_norm"), 1U);
}

} // namespace
} // namespace backflow
