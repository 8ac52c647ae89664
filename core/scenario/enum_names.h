// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace backflow {

/// The names that files use for the values of an enumeration, in the order of choice lists.
template <class Enum> constexpr auto enumNames();

template <> constexpr auto enumNames<CellKind>() {
  return std::array{std::pair{CellKind::Rnn, std::string_view{"rnn"}},
                    std::pair{CellKind::Gru, std::string_view{"gru"}},
                    std::pair{CellKind::Lstm, std::string_view{"lstm"}}};
}
template <> constexpr auto enumNames<Variant>() {
  return std::array{std::pair{Variant::Course, std::string_view{"course"}},
                    std::pair{Variant::PyTorch, std::string_view{"pytorch"}}};
}
template <> constexpr auto enumNames<Readout>() {
  return std::array{std::pair{Readout::State, std::string_view{"state"}},
                    std::pair{Readout::Attention, std::string_view{"attention"}}};
}
template <> constexpr auto enumNames<Gate>() {
  return std::array{std::pair{Gate::Update, std::string_view{"update"}},
                    std::pair{Gate::Reset, std::string_view{"reset"}},
                    std::pair{Gate::Forget, std::string_view{"forget"}},
                    std::pair{Gate::Output, std::string_view{"output"}}};
}
template <> constexpr auto enumNames<TaskKind>() {
  return std::array{std::pair{TaskKind::Recall, std::string_view{"recall"}},
                    std::pair{TaskKind::Adding, std::string_view{"adding"}},
                    std::pair{TaskKind::CopyMemory, std::string_view{"copy_memory"}},
                    std::pair{TaskKind::TemporalOrder, std::string_view{"temporal_order"}},
                    std::pair{TaskKind::Agreement, std::string_view{"agreement"}},
                    std::pair{TaskKind::Temperature, std::string_view{"temperature"}},
                    std::pair{TaskKind::Mood, std::string_view{"mood"}},
                    std::pair{TaskKind::Sunspots, std::string_view{"sunspots"}},
                    std::pair{TaskKind::Characters, std::string_view{"characters"}}};
}
template <> constexpr auto enumNames<OptimiserKind>() {
  return std::array{std::pair{OptimiserKind::Sgd, std::string_view{"sgd"}},
                    std::pair{OptimiserKind::Momentum, std::string_view{"momentum"}},
                    std::pair{OptimiserKind::RmsProp, std::string_view{"rmsprop"}},
                    std::pair{OptimiserKind::Adam, std::string_view{"adam"}}};
}
template <> constexpr auto enumNames<Activation>() {
  return std::array{std::pair{Activation::Tanh, std::string_view{"tanh"}},
                    std::pair{Activation::Relu, std::string_view{"relu"}},
                    std::pair{Activation::Sigmoid, std::string_view{"sigmoid"}},
                    std::pair{Activation::Identity, std::string_view{"identity"}}};
}
template <> constexpr auto enumNames<WeightInit>() {
  return std::array{std::pair{WeightInit::Gaussian, std::string_view{"gaussian"}},
                    std::pair{WeightInit::Orthogonal, std::string_view{"orthogonal"}},
                    std::pair{WeightInit::Identity, std::string_view{"identity"}},
                    std::pair{WeightInit::Uniform, std::string_view{"uniform"}},
                    std::pair{WeightInit::Explicit, std::string_view{"explicit"}}};
}
template <> constexpr auto enumNames<InputKind>() {
  return std::array{std::pair{InputKind::Noise, std::string_view{"noise"}},
                    std::pair{InputKind::Impulse, std::string_view{"impulse"}},
                    std::pair{InputKind::Constant, std::string_view{"constant"}},
                    std::pair{InputKind::Sine, std::string_view{"sine"}},
                    std::pair{InputKind::Csv, std::string_view{"csv"}},
                    std::pair{InputKind::Text, std::string_view{"text"}},
                    std::pair{InputKind::Explicit, std::string_view{"explicit"}}};
}
template <> constexpr auto enumNames<InitialStateKind>() {
  return std::array{std::pair{InitialStateKind::Zero, std::string_view{"zero"}},
                    std::pair{InitialStateKind::Noise, std::string_view{"noise"}},
                    std::pair{InitialStateKind::Explicit, std::string_view{"explicit"}}};
}
template <> constexpr auto enumNames<LossKind>() {
  return std::array{std::pair{LossKind::Inject, std::string_view{"inject"}},
                    std::pair{LossKind::SquaredError, std::string_view{"squared_error"}},
                    std::pair{LossKind::CrossEntropy, std::string_view{"cross_entropy"}}};
}
template <> constexpr auto enumNames<LossPlace>() {
  return std::array{std::pair{LossPlace::Last, std::string_view{"last"}},
                    std::pair{LossPlace::Every, std::string_view{"every"}}};
}
template <> constexpr auto enumNames<TruncationMode>() {
  return std::array{std::pair{TruncationMode::Windows, std::string_view{"windows"}},
                    std::pair{TruncationMode::FromLoss, std::string_view{"from_loss"}}};
}
template <> constexpr auto enumNames<ClipMode>() {
  return std::array{std::pair{ClipMode::Norm, std::string_view{"norm"}},
                    std::pair{ClipMode::Value, std::string_view{"value"}},
                    std::pair{ClipMode::StateNorm, std::string_view{"state_norm"}}};
}
template <> constexpr auto enumNames<Precision>() {
  return std::array{std::pair{Precision::Float16, std::string_view{"float16"}},
                    std::pair{Precision::BFloat16, std::string_view{"bfloat16"}},
                    std::pair{Precision::Float32, std::string_view{"float32"}},
                    std::pair{Precision::Float64, std::string_view{"float64"}}};
}

/// All values, in the same order.
template <class Enum> constexpr auto enumValues() {
  constexpr auto names = enumNames<Enum>();
  std::array<Enum, names.size()> values{};
  for (std::size_t k = 0; k < names.size(); ++k) {
    values[k] = names[k].first;
  }
  return values;
}

/// The name that files use for `value`.
template <class Enum> constexpr std::string_view enumName(Enum value) {
  for (const auto& [candidate, name] : enumNames<Enum>()) {
    if (candidate == value) {
      return name;
    }
  }
  return {};
}

/// The value of that name, if there is one.
template <class Enum> constexpr std::optional<Enum> enumNamed(std::string_view name) {
  for (const auto& [value, candidate] : enumNames<Enum>()) {
    if (candidate == name) {
      return value;
    }
  }
  return std::nullopt;
}

} // namespace backflow
