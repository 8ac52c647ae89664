// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/setting_reset.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace backflow {

namespace {

template <class T> T& valueOf(T& object) {
  return object;
}
template <class T> T& valueOf(std::optional<T>& object) {
  return *object;
}
template <class T> const T& valueOf(const std::optional<T>& object) {
  return *object;
}

template <auto member, auto... rest> auto& at(auto& object) {
  auto& inner = object.*member;
  if constexpr (sizeof...(rest) == 0) {
    return inner;
  } else {
    return at<rest...>(valueOf(inner));
  }
}

/// The setting that the members lead to, one inside the other.
template <auto... path> constexpr ResettableSetting setting(std::string_view field) {
  return {field,
          [](const Scenario& a, const Scenario& b) { return at<path...>(a) == at<path...>(b); },
          [](const Scenario& from, Scenario& to) {
            at<path...>(to) = at<path...>(from);
          }};
}

/// As above for what lies in the training, which either scenario may lack; then all of it is put
/// back.
template <auto... path> constexpr ResettableSetting ofTraining(std::string_view field) {
  return {field,
          [](const Scenario& a, const Scenario& b) {
            if (!a.training || !b.training) {
              return a.training.has_value() == b.training.has_value();
            }
            return at<&Scenario::training, path...>(a) == at<&Scenario::training, path...>(b);
          },
          [](const Scenario& from, Scenario& to) {
            if (from.training && to.training) {
              at<&Scenario::training, path...>(to) = at<&Scenario::training, path...>(from);
            } else {
              to.training = from.training;
            }
          }};
}

constexpr ResettableSetting inputKind{"input",
                                      [](const Scenario& a, const Scenario& b) {
                                        return a.input.kind == b.input.kind &&
                                               a.input.csv == b.input.csv &&
                                               a.input.text == b.input.text &&
                                               a.input.values == b.input.values;
                                      },
                                      [](const Scenario& from, Scenario& to) {
                                        to.input.kind = from.input.kind;
                                        to.input.csv = from.input.csv;
                                        to.input.text = from.input.text;
                                        to.input.values = from.input.values;
                                      }};

constexpr ResettableSetting lossKind{"loss",
                                     [](const Scenario& a, const Scenario& b) {
                                       return a.loss.kind == b.loss.kind &&
                                              a.loss.gradient == b.loss.gradient &&
                                              a.loss.target == b.loss.target &&
                                              a.loss.csvTarget == b.loss.csvTarget;
                                     },
                                     [](const Scenario& from, Scenario& to) {
                                       to.loss.kind = from.loss.kind;
                                       to.loss.gradient = from.loss.gradient;
                                       to.loss.target = from.loss.target;
                                       to.loss.csvTarget = from.loss.csvTarget;
                                     }};

constexpr ResettableSetting initialStateKind{"initial_state",
                                             [](const Scenario& a, const Scenario& b) {
                                               return a.initialState.kind == b.initialState.kind &&
                                                      a.initialState.values ==
                                                          b.initialState.values &&
                                                      a.initialState.cell == b.initialState.cell;
                                             },
                                             [](const Scenario& from, Scenario& to) {
                                               to.initialState.kind = from.initialState.kind;
                                               to.initialState.values = from.initialState.values;
                                               to.initialState.cell = from.initialState.cell;
                                             }};

constexpr ResettableSetting weightInit{"weights",
                                       [](const Scenario& a, const Scenario& b) {
                                         return a.weights.init == b.weights.init &&
                                                a.weights.parameters == b.weights.parameters;
                                       },
                                       [](const Scenario& from, Scenario& to) {
                                         to.weights.init = from.weights.init;
                                         to.weights.parameters = from.weights.parameters;
                                       }};

constexpr ResettableSetting settings[] = {
    setting<&Scenario::weights, &WeightsSpec::gain>("weights.gain"),
    setting<&Scenario::clip>("clip"),
    setting<&Scenario::unroll, &UnrollSpec::truncation>("unroll.truncation"),
    setting<&Scenario::network, &NetworkSpec::cell>("network.cell"),
    setting<&Scenario::network, &NetworkSpec::variant>("network.variant"),
    setting<&Scenario::network, &NetworkSpec::activation>("network.activation"),
    setting<&Scenario::network, &NetworkSpec::hidden>("network.hidden"),
    setting<&Scenario::network, &NetworkSpec::layers>("network.layers"),
    setting<&Scenario::network, &NetworkSpec::bidirectional>("network.bidirectional"),
    setting<&Scenario::network, &NetworkSpec::readout>("network.readout"),
    weightInit,
    setting<&Scenario::weights, &WeightsSpec::inputGain>("weights.input_gain"),
    setting<&Scenario::weights, &WeightsSpec::forgetBias>("weights.forget_bias"),
    setting<&Scenario::weights, &WeightsSpec::updateBias>("weights.update_bias"),
    setting<&Scenario::weights, &WeightsSpec::chrono>("weights.chrono"),
    setting<&Scenario::weights, &WeightsSpec::seed>("weights.seed"),
    setting<&Scenario::pins>("pins"),
    setting<&Scenario::unroll, &UnrollSpec::horizon>("unroll"),
    initialStateKind,
    setting<&Scenario::initialState, &InitialStateSpec::std>("initial_state.std"),
    setting<&Scenario::initialState, &InitialStateSpec::seed>("initial_state.seed"),
    inputKind,
    setting<&Scenario::input, &InputSpec::size>("input.size"),
    setting<&Scenario::input, &InputSpec::std>("input.std"),
    setting<&Scenario::input, &InputSpec::seed>("input.seed"),
    setting<&Scenario::input, &InputSpec::step>("input.step"),
    setting<&Scenario::input, &InputSpec::amplitude>("input.amplitude"),
    setting<&Scenario::input, &InputSpec::period>("input.period"),
    lossKind,
    setting<&Scenario::loss, &LossSpec::at>("loss.at"),
    setting<&Scenario::loss, &LossSpec::seed>("loss.seed"),
    setting<&Scenario::loss, &LossSpec::scale>("loss.scale"),
    setting<&Scenario::precisions>("precision"),
    setting<&Scenario::thresholds, &ThresholdsSpec::vanish>("thresholds.vanish"),
    setting<&Scenario::thresholds, &ThresholdsSpec::explode>("thresholds.explode"),
    ofTraining<&TrainingSpec::task>("training"),
    ofTraining<&TrainingSpec::task, &TaskSpec::ahead>("training.task.ahead"),
    ofTraining<&TrainingSpec::batch>("training.batch"),
    ofTraining<&TrainingSpec::updates>("training.updates"),
    ofTraining<&TrainingSpec::seed>("training.seed"),
    ofTraining<&TrainingSpec::precision>("training.precision"),
    ofTraining<&TrainingSpec::regulariser>("training.regulariser"),
    ofTraining<&TrainingSpec::evaluateEvery>("training.evaluate_every"),
    ofTraining<&TrainingSpec::optimiser, &OptimiserSpec::kind>("training.optimiser"),
    ofTraining<&TrainingSpec::optimiser, &OptimiserSpec::rate>("training.optimiser.rate"),
    ofTraining<&TrainingSpec::optimiser, &OptimiserSpec::momentum>("training.optimiser.momentum"),
    ofTraining<&TrainingSpec::optimiser, &OptimiserSpec::decay>("training.optimiser.decay"),
    ofTraining<&TrainingSpec::optimiser, &OptimiserSpec::beta1>("training.optimiser.beta1"),
    ofTraining<&TrainingSpec::optimiser, &OptimiserSpec::beta2>("training.optimiser.beta2"),
    ofTraining<&TrainingSpec::optimiser, &OptimiserSpec::epsilon>("training.optimiser.epsilon")};

} // namespace

const ResettableSetting* resettableSetting(std::string_view field) {
  const auto* found =
      std::find_if(std::begin(settings), std::end(settings),
                   [&](const ResettableSetting& one) { return one.field == field; });
  return found == std::end(settings) ? nullptr : found;
}

} // namespace backflow
