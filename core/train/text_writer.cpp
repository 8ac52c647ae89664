// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/text_writer.h"

#include "core/cell/step_engine.h"
#include "core/network/architecture.h"
#include "core/numeric/random.h"

#include <cmath>

namespace backflow {

namespace {

void appendUtf8(char32_t point, std::string& text) {
  const auto put = [&](char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xc0 | (point >> 6));
    put(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    put(0xe0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3f));
    put(0x80 | (point & 0x3f));
  } else {
    put(0xf0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3f));
    put(0x80 | ((point >> 6) & 0x3f));
    put(0x80 | (point & 0x3f));
  }
}

/// A place drawn with the probabilities softmax(scores / temperature).
Eigen::Index drawn(const Eigen::VectorXd& scores, double temperature, PortableRandom& random) {
  const Eigen::VectorXd weights = ((scores.array() - scores.maxCoeff()) / temperature).exp();
  double left = random.uniform() * weights.sum();
  for (Eigen::Index i = 0; i < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) {
      return i;
    }
  }
  return weights.size() - 1;
}

} // namespace

std::string writtenText(const Scenario& scenario, const Parameters& parameters,
                        const std::u32string& vocabulary, int characters, double temperature,
                        std::uint64_t seed) {
  Scenario headless = scenario;
  headless.loss.kind = LossKind::Inject;
  const StepProgram program =
      planNetwork(headless, static_cast<int>(vocabulary.size())).stages.front().front().program;
  const StepEngine<double> engine(program, parameters, scenario.pins);
  std::vector<Eigen::VectorXd> registers;
  StepEngine<double>::Values values;
  for (const StepRegister& one : program.registers) {
    registers.push_back(Eigen::VectorXd::Zero(one.size));
  }
  for (Eigen::VectorXd& one : registers) {
    values.push_back(one.data());
  }
  const auto at = [&](int reg) -> Eigen::VectorXd& {
    return registers[static_cast<std::size_t>(reg)];
  };
  const Eigen::MatrixXd& output = parameter(parameters, "W_y");
  const Eigen::VectorXd bias = parameter(parameters, "b_y").col(0);
  PortableRandom random(seed, RandomStream::GeneratedText);
  const std::size_t newLine = vocabulary.find(U'\n');
  auto now = static_cast<Eigen::Index>(newLine == std::u32string::npos ? 0 : newLine);
  std::string text;
  for (int t = 1; t <= characters; ++t) {
    at(program.input).setZero();
    at(program.input)[now] = 1;
    engine.forward(t, values);
    const Eigen::VectorXd scores = output * at(program.output) + bias;
    if (!scores.allFinite()) {
      break;
    }
    now = drawn(scores, temperature, random);
    appendUtf8(vocabulary[static_cast<std::size_t>(now)], text);
    for (const StepState& state : program.states) {
      at(state.previous) = at(state.current);
    }
  }
  return text;
}

} // namespace backflow
