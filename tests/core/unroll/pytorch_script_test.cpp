// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/pytorch_numbers.h"
#include "core/unroll/pytorch_script.h"
#include "tests/support/experiments.h"
#include "tests/support/feature_scenarios.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

namespace backflow {
namespace {

std::string scriptOf(const Scenario& scenario) {
  return pytorchScript(test::experimentOf(scenario));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The numbers in brackets, one after another.
std::vector<double> listedNumbers(std::string text) {
  for (char& c : text) {
    c = c == '[' || c == ']' || c == '(' || c == ')' || c == ',' ? ' ' : c;
  }
  std::vector<double> numbers;
  std::istringstream in(text.substr(text.find(' ')));
  for (std::string word; in >> word;) {
    numbers.push_back(std::strtod(word.c_str(), nullptr));
  }
  return numbers;
}

/// Decodes the base64 between the triple quotes to little-endian float64.
std::vector<double> packedNumbers(const std::string& text) {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned group = 0;
  int bits = 0;
  const auto first = text.find("\"\"\"") + 3;
  for (std::size_t i = first; text[i] != '"'; ++i) {
    const auto digit = digits.find(text[i]);
    if (digit == std::string::npos) {
      continue; // a line's end, or padding
    }
    group = group << 6U | static_cast<unsigned>(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>(group >> static_cast<unsigned>(bits) & 0xFFU);
    }
  }
  std::vector<double> numbers;
  for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t number = 0;
    for (std::size_t k = 8; k-- > 0;) {
      number = number << 8U | static_cast<unsigned char>(bytes[i + k]);
    }
    numbers.push_back(std::bit_cast<double>(number));
  }
  return numbers;
}

void expectSameBits(const std::vector<double>& found, const Eigen::MatrixXd& expected) {
  ASSERT_EQ(found.size(), static_cast<std::size_t>(expected.size()));
  for (Eigen::Index i = 0, k = 0; i < expected.rows(); ++i) {
    for (Eigen::Index j = 0; j < expected.cols(); ++j, ++k) {
      EXPECT_EQ(std::bit_cast<std::uint64_t>(found[static_cast<std::size_t>(k)]),
                std::bit_cast<std::uint64_t>(expected(i, j)));
    }
  }
}

TEST(PyTorchNumbers, AreFloatsWithTheDigitsThatBringThemBack) {
  EXPECT_EQ(pythonNumber(3), "3.0");
  EXPECT_EQ(pythonNumber(-0.0), "-0.0");
  EXPECT_EQ(pythonNumber(0.1), "0.1");
  EXPECT_EQ(pythonNumber(std::numeric_limits<double>::infinity()), "float(\"inf\")");
  EXPECT_EQ(pythonNumber(-std::numeric_limits<double>::infinity()), "float(\"-inf\")");
  EXPECT_EQ(pythonNumber(std::numeric_limits<double>::quiet_NaN()), "float(\"nan\")");
  for (const double number : {1.0 / 3, 5e-324, 1.7976931348623157e308, 1e22, -123456789.125}) {
    EXPECT_EQ(std::strtod(pythonNumber(number).c_str(), nullptr), number);
  }
}

TEST(PyTorchNumbers, OfMatricesAreExactInEveryForm) {
  std::srand(1);
  for (const auto& [rows, columns] : {std::pair{3, 2}, {1, 4}, {11, 11}, {40, 7}, {13, 10}}) {
    Eigen::MatrixXd values = Eigen::MatrixXd::Random(rows, columns) / 3;
    values(0, 0) = -0.0;
    values(0, 1) = 5e-324;
    const std::string text = pythonTensor(values);
    SCOPED_TRACE(text);
    const bool isLong = values.size() > longestList;
    EXPECT_EQ(text.starts_with("packed("), isLong);
    expectSameBits(isLong ? packedNumbers(text) : listedNumbers(text), values);
  }
  const Eigen::VectorXd vector = Eigen::VectorXd::Random(200);
  expectSameBits(packedNumbers(pythonVector(vector)), vector);
  expectSameBits(listedNumbers(pythonVector(vector.head(9))), vector.head(9));
}

TEST(PyTorchNumbers, OfPlainMatricesAreShort) {
  EXPECT_EQ(pythonTensor(Eigen::MatrixXd::Zero(3, 4)), "torch.zeros(3, 4, dtype=torch.float64)");
  EXPECT_EQ(pythonTensor(Eigen::MatrixXd::Constant(2, 3, 0.5)),
            "torch.full((2, 3), 0.5, dtype=torch.float64)");
  EXPECT_EQ(pythonTensor(1.5 * Eigen::MatrixXd::Identity(3, 3)),
            "1.5 * torch.eye(3, dtype=torch.float64)");
  EXPECT_EQ(pythonVector(Eigen::VectorXd::Zero(3)), "torch.zeros(3, dtype=torch.float64)");
  // −1 times the identity would have −0 beside the diagonal.
  EXPECT_TRUE(pythonTensor(-Eigen::MatrixXd::Identity(2, 2)).starts_with("matrix("));
  EXPECT_EQ(pythonTensor(Eigen::MatrixXd::Constant(2, 2, -0.0)),
            "torch.full((2, 2), -0.0, dtype=torch.float64)");
}

TEST(PyTorchNumbers, TextIsOneLiteralWhateverItHolds) {
  EXPECT_EQ(pythonText(std::string_view("a\"b\\c\n\td\x01 ç")), "\"a\\\"b\\\\c\\n\\x09d\\x01 ç\"");
  EXPECT_EQ(pythonText(std::u32string_view(U"é\u00AD\u2028\U0001F600")),
            "\"é\\xad\\u2028\\U0001f600\"");
  const std::u32string text(170, U'x');
  EXPECT_EQ(pythonText(std::u32string_view(text)), "(\n    \"" + std::string(80, 'x') +
                                                       "\"\n    \"" + std::string(80, 'x') +
                                                       "\"\n    \"" + std::string(10, 'x') + "\")");
}

TEST(PyTorchScript, HasTheWeightsInputAndGradientOfTheExperiment) {
  Scenario scenario = test::drawn(Activation::Tanh, 4, 6, 1.1);
  const Experiment experiment = test::experimentOf(scenario);
  const std::string script = pytorchScript(experiment);
  for (const NamedMatrix& weight : experiment.weights) {
    EXPECT_TRUE(holds(script, "\"" + weight.name + "\": ")) << weight.name;
  }
  EXPECT_TRUE(holds(script, pythonTensor(experiment.weights.front().values)));
  EXPECT_TRUE(holds(script, "INPUT = " + pythonTensor(experiment.input.transpose())));
  EXPECT_TRUE(holds(script, "H_0 = " + pythonVector(experiment.initialState)));
  EXPECT_TRUE(holds(script, "INJECTED = " + pythonVector(experiment.injected)));
  EXPECT_TRUE(holds(script, "h.retain_grad()"));
  EXPECT_TRUE(holds(script, "DTYPES = [torch.float32, torch.float64]"));
}

TEST(PyTorchScript, HasOnlyWhatTheScenarioNeeds) {
  const Scenario plain = test::drawn(Activation::Relu, 4, 9, 1.1);
  for (const char* word : {"h.detach()", "THETA", "SCALE", "PINS", "attend", "LAYERS", "C_0",
                           ", at,", "register_hook", "NOT_DONE", "import base64", "import math"}) {
    EXPECT_FALSE(holds(scriptOf(plain), word)) << word;
  }
  EXPECT_TRUE(holds(scriptOf(plain), "torch.relu("));
  const auto windows = scriptOf(test::truncated(plain, TruncationMode::Windows, 3));
  EXPECT_TRUE(holds(windows, "if (t - 1) % K == 0:"));
  const auto once = scriptOf(test::truncated(plain, TruncationMode::FromLoss, 3));
  EXPECT_TRUE(holds(once, "if t == T - K + 1:"));
  EXPECT_FALSE(holds(scriptOf(test::truncated(plain, TruncationMode::FromLoss, 9)), "h.detach()"));
  const auto lanes = scriptOf(
      test::truncated(test::squaredError(plain, LossPlace::Every, 1), TruncationMode::FromLoss, 3));
  EXPECT_TRUE(holds(lanes, "seen[t] = h[t % K]"));
  EXPECT_TRUE(holds(scriptOf(test::clipped(plain, ClipMode::Norm, 1)), "norm + 1e-6"));
  EXPECT_TRUE(holds(scriptOf(test::clipped(plain, ClipMode::Value, 1)), "torch.clamp(g, -THETA"));
  EXPECT_TRUE(holds(scriptOf(test::clipped(plain, ClipMode::StateNorm, 1)), "register_hook"));
}

TEST(PyTorchScript, SaysWhatItCannotDo) {
  Scenario scenario = test::scalar(0.5, 5);
  scenario.precisions = {Precision::Float16, Precision::Float32};
  std::string script = scriptOf(scenario);
  EXPECT_TRUE(holds(script, "Not done here: float16. "));
  EXPECT_TRUE(holds(script, "DTYPES = [torch.float32]"));
  EXPECT_TRUE(holds(script, "print(NOT_DONE)"));
  scenario.precisions = {Precision::BFloat16};
  script = scriptOf(scenario);
  std::replace(script.begin(), script.end(), '\n', ' ');
  EXPECT_TRUE(holds(script, "It runs in float64 instead."));
  EXPECT_TRUE(holds(script, "DTYPES = [torch.float64]"));
  scenario.precisions = {Precision::Float64};
  EXPECT_FALSE(holds(scriptOf(scenario), "NOT_DONE"));
  scenario = test::drawn(Activation::Tanh, 2, 5, 1);
  scenario.training = TrainingSpec{};
  EXPECT_TRUE(holds(scriptOf(scenario), "training is not done here"));
}

TEST(PyTorchScript, HasNoLongLinesWhateverTheScenario) {
  const TemporaryFolder folder;
  const std::string text = folder.write("text.txt", "O rato roeu a roupa do rei de Roma.").string();
  for (const auto& [name, scenario] : test::featureScenarios(text)) {
    std::istringstream in(scriptOf(scenario));
    for (std::string line; std::getline(in, line);) {
      EXPECT_LE(line.size(), 100U) << name << ": " << line;
    }
  }
}

} // namespace
} // namespace backflow
