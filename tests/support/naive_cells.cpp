// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_cells.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/parameter_shapes.h"

#include <algorithm>
#include <cmath>

namespace backflow::test {

namespace {

Wide logistic(Wide a) {
  return 1 / (1 + std::exp(-a));
}

WideVector mapped(WideVector vector, Wide (*function)(Wide)) {
  std::transform(vector.begin(), vector.end(), vector.begin(), function);
  return vector;
}

WideVector tanhOf(WideVector vector) {
  return mapped(std::move(vector), [](Wide a) { return std::tanh(a); });
}

WideVector times(const WideVector& a, const WideVector& b) {
  WideVector result(a.size());
  std::transform(a.begin(), a.end(), b.begin(), result.begin(), std::multiplies<>());
  return result;
}

WideVector plus(const WideVector& a, const WideVector& b) {
  WideVector result(a.size());
  std::transform(a.begin(), a.end(), b.begin(), result.begin(), std::plus<>());
  return result;
}

WideVector oneMinus(WideVector a) {
  return mapped(std::move(a), [](Wide x) { return 1 - x; });
}

Wide dot(const WideVector& a, const WideVector& b) {
  Wide sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += a[i] * b[i];
  }
  return sum;
}

} // namespace

NaiveCells::NaiveCells(const Experiment& experiment)
    : m_experiment(experiment), m_network(experiment.scenario.network) {
  for (const NamedMatrix& matrix : experiment.weights) {
    WideTable& table = parameters[matrix.name];
    for (const auto row : matrix.values.rowwise()) {
      table.emplace_back(row.begin(), row.end());
    }
  }
}

/// H rows from block·H on, times the vector, the columns counted from `firstColumn`; plus the bias.
WideVector NaiveCells::product(const std::string& name, int block, const WideVector& vector,
                               int firstColumn, const std::string& bias) const {
  const auto hidden = static_cast<std::size_t>(m_network.hidden);
  const std::size_t first = static_cast<std::size_t>(block) * hidden;
  const WideTable& table = parameters.at(name);
  WideVector result(hidden);
  for (std::size_t i = 0; i < hidden; ++i) {
    result[i] = bias.empty() ? 0 : parameters.at(bias)[first + i][0];
    const WideVector& row = table[first + i];
    for (std::size_t j = 0; j < vector.size(); ++j) {
      result[i] += row[static_cast<std::size_t>(firstColumn) + j] * vector[j];
    }
  }
  return result;
}

/// A gate of either variant, from its letter (course) or the number of its block (PyTorch).
WideVector NaiveCells::gate(const std::string& suffix, const char* name, const WideVector& input,
                            const WideVector& state, Gate which, int t) const {
  for (const PinSpec& pin : m_experiment.scenario.pins) {
    if (pin.gate == which && pin.from <= t && t <= pin.to) {
      return WideVector(static_cast<std::size_t>(m_network.hidden), pin.value);
    }
  }
  if (!hasVariants(m_network.cell) || m_network.variant == Variant::Course) {
    const std::string weight = std::string("W_") + name + suffix;
    return mapped(plus(product(weight, 0, state, 0, std::string("b_") + name + suffix),
                       product(weight, 0, input, m_network.hidden, "")),
                  logistic);
  }
  const int block = *name - '0';
  return mapped(plus(product("weight_ih" + suffix, block, input, 0, "bias_ih" + suffix),
                     product("weight_hh" + suffix, block, state, 0, "bias_hh" + suffix)),
                logistic);
}

WideVector NaiveCells::cell(const std::string& suffix, const WideVector& input,
                            const WideVector& state, WideVector& memory, int t) const {
  const bool course = m_network.variant == Variant::Course;
  const auto open = [&](const char* letter, const char* block, Gate which) {
    return gate(suffix, course ? letter : block, input, state, which, t);
  };
  switch (m_network.cell) {
  case CellKind::Rnn: {
    const WideVector a = plus(product("W_h" + suffix, 0, state, 0, "b" + suffix),
                              product("W_x" + suffix, 0, input, 0, ""));
    return m_network.activation == Activation::Sigmoid ? mapped(a, logistic)
           : m_network.activation == Activation::Tanh  ? tanhOf(a)
                                                       : a;
  }
  case CellKind::Gru: {
    const WideVector reset = open("r", "0", Gate::Reset);
    const WideVector update = open("u", "1", Gate::Update);
    if (course) {
      const WideVector candidate =
          tanhOf(plus(product("W_c" + suffix, 0, times(reset, state), 0, "b_c" + suffix),
                      product("W_c" + suffix, 0, input, m_network.hidden, "")));
      return plus(times(update, candidate), times(oneMinus(update), state));
    }
    const WideVector candidate =
        tanhOf(plus(product("weight_ih" + suffix, 2, input, 0, "bias_ih" + suffix),
                    times(reset, product("weight_hh" + suffix, 2, state, 0, "bias_hh" + suffix))));
    return plus(times(oneMinus(update), candidate), times(update, state));
  }
  case CellKind::Lstm:
    break;
  }
  const WideVector update = open("u", "0", Gate::Update);
  const WideVector forget = open("f", "1", Gate::Forget);
  const WideVector output = open("o", "3", Gate::Output);
  const WideVector candidate =
      course ? tanhOf(plus(product("W_c" + suffix, 0, state, 0, "b_c" + suffix),
                           product("W_c" + suffix, 0, input, m_network.hidden, "")))
             : tanhOf(plus(product("weight_ih" + suffix, 2, input, 0, "bias_ih" + suffix),
                           product("weight_hh" + suffix, 2, state, 0, "bias_hh" + suffix)));
  memory = plus(times(update, candidate), times(forget, memory));
  return times(output, course ? memory : tanhOf(memory));
}

WideTable NaiveCells::layer(int index, bool readsBackwards, const WideTable& inputs,
                            Nudge nudge) const {
  const auto horizon = static_cast<int>(inputs.size());
  const Eigen::Index first =
      (index * directionsOf(m_network) + (readsBackwards ? 1 : 0)) * m_network.hidden;
  const auto start = [&](const Eigen::VectorXd& all) {
    const auto part = all.segment(first, m_network.hidden);
    return WideVector(part.begin(), part.end());
  };
  WideVector state = start(m_experiment.initialState);
  WideVector memory = start(m_experiment.initialCell);
  const std::string suffix = parameterSuffix(m_network, index, readsBackwards);
  WideTable states(inputs.size());
  for (int u = 1; u <= horizon; ++u) {
    const int t = readsBackwards ? horizon + 1 - u : u;
    const auto row = static_cast<std::size_t>(t) - 1;
    state = cell(suffix, inputs[row], state, memory, t);
    if (index == m_network.layers - 1 && nudge.t == t) {
      const std::size_t offset = readsBackwards ? static_cast<std::size_t>(m_network.hidden) : 0;
      if (nudge.unit >= offset && nudge.unit < offset + state.size()) {
        state[nudge.unit - offset] += nudge.amount;
      }
    }
    states[row] = state;
  }
  return states;
}

Wide NaiveCells::lossOf(int t, const WideVector& readout) const {
  const Scenario& scenario = m_experiment.scenario;
  Wide sum = 0;
  if (scenario.loss.kind == LossKind::Inject) {
    for (std::size_t i = 0; i < readout.size(); ++i) {
      sum += m_experiment.injected[static_cast<Eigen::Index>(i)] * readout[i];
    }
    return sum;
  }
  if (scenario.loss.kind == LossKind::SquaredError) {
    const Eigen::Index column = scenario.loss.at == LossPlace::Every ? t - 1 : 0;
    for (Eigen::Index i = 0; i < m_experiment.targets.rows(); ++i) {
      const Wide difference =
          readout[static_cast<std::size_t>(i)] - m_experiment.targets(i, column);
      sum += difference * difference / 2;
    }
    return sum;
  }
  const WideTable& weights = parameters.at("W_y");
  WideVector logits;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    logits.push_back(parameters.at("b_y")[k][0] + dot(weights[k], readout));
    sum += std::exp(logits.back());
  }
  const int wanted = m_experiment.characters[static_cast<std::size_t>(t)];
  return std::log(sum) - logits[static_cast<std::size_t>(wanted)];
}

Wide NaiveCells::loss(Nudge nudge) const {
  WideTable sequence;
  for (const auto column : m_experiment.input.colwise()) {
    sequence.emplace_back(column.begin(), column.end());
  }
  for (int index = 0; index < m_network.layers; ++index) {
    WideTable states = layer(index, false, sequence, nudge);
    if (m_network.bidirectional) {
      const WideTable back = layer(index, true, sequence, nudge);
      for (std::size_t row = 0; row < states.size(); ++row) {
        states[row].insert(states[row].end(), back[row].begin(), back[row].end());
      }
    }
    sequence = std::move(states);
  }
  const auto horizon = static_cast<int>(sequence.size());
  const bool everyStep = m_experiment.scenario.loss.at == LossPlace::Every;
  Wide total = 0;
  for (int t = everyStep ? 1 : horizon; t <= horizon; ++t) {
    WideVector readout = sequence[static_cast<std::size_t>(t) - 1];
    if (!everyStep && m_network.bidirectional) {
      std::copy(sequence[0].begin() + m_network.hidden, sequence[0].end(),
                readout.begin() + m_network.hidden);
    }
    if (m_network.readout == Readout::Attention) {
      const WideVector query = readout;
      std::fill(readout.begin(), readout.end(), 0);
      Wide sum = 0;
      for (int j = 0; j < t; ++j) {
        sum += std::exp(dot(query, sequence[static_cast<std::size_t>(j)]));
      }
      for (int j = 0; j < t; ++j) {
        const WideVector& value = sequence[static_cast<std::size_t>(j)];
        for (std::size_t i = 0; i < readout.size(); ++i) {
          readout[i] += std::exp(dot(query, value)) / sum * value[i];
        }
      }
    }
    total += lossOf(t, readout);
  }
  return total;
}

} // namespace backflow::test
