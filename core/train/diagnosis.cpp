// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/diagnosis.h"

#include "core/cell/adjoint_terms.h"

#include <cmath>
#include <utility>

namespace backflow {

namespace {

std::size_t asIndex(std::ptrdiff_t number) {
  return static_cast<std::size_t>(number);
}

struct Place {
  Eigen::Index row = 0;
  Eigen::Index column = 0;
};

template <class Scalar>
std::optional<Place> firstOf(const MatrixOf<Scalar>& matrix, Wanted wanted) {
  for (Eigen::Index column = 0; column < matrix.cols(); ++column) {
    for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
      const Scalar x = matrix(row, column);
      if (wanted == Wanted::Nan ? std::isnan(x) : std::isinf(x)) {
        return Place{row, column};
      }
    }
  }
  return std::nullopt;
}

template <class Scalar> TrainingEvent eventOf(Wanted wanted, Phase phase) {
  TrainingEvent result;
  result.event.kind = wanted == Wanted::Nan ? EventKind::NanOnset : EventKind::OverflowInf;
  result.event.phase = phase;
  result.event.precision = precisionOf<Scalar>();
  return result;
}

template <class Scalar>
Parameters asParameters(const WeightList<Scalar>& weights,
                        const std::vector<ParameterShape>& shapes) {
  Parameters parameters;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    parameters.push_back({shapes[i].name, weights[i].template cast<double>()});
  }
  return parameters;
}

/// One sequence's step of a batch, as the single path would hold it.
template <class Scalar> class SequenceStep {
 public:
  SequenceStep(const BatchTrack<Scalar>& track, const MatrixSeries<Scalar>& inputs,
               const WeightList<Scalar>& weights, const std::vector<ParameterShape>& shapes,
               const std::vector<PinSpec>& pins, int u, Eigen::Index sequence)
      : m_engine(track.program(), asParameters(weights, shapes), pins), m_u(u),
        m_time(track.timeOf(u)), m_previousTime(track.readsBackwards() ? m_time + 1 : m_time - 1) {
    const auto registers = track.program().registers.size();
    m_columns.reserve(registers);
    for (std::size_t reg = 0; reg < registers; ++reg) {
      m_columns.push_back(track.value(static_cast<int>(reg), u, inputs).col(sequence));
      m_values.push_back(m_columns.back().data());
    }
  }

  StepMoment<Scalar> moment() const { return {m_engine, m_values, m_time, m_previousTime}; }

 private:
  StepEngine<Scalar> m_engine;
  std::vector<VectorOf<Scalar>> m_columns;
  typename StepEngine<Scalar>::Values m_values;
  int m_u;
  int m_time;
  int m_previousTime;
};

} // namespace

template <class Scalar>
std::optional<TrainingEvent>
findInForward(BatchNetwork<Scalar>& network, const WeightList<Scalar>& weights,
              const std::vector<ParameterShape>& shapes, const BatchScore& score, Wanted wanted) {
  TrainingEvent result = eventOf<Scalar>(wanted, Phase::Forward);
  for (std::size_t stage = 0; stage < network.stages().size(); ++stage) {
    const auto& inputs = network.inputOf(stage);
    for (const auto& track : network.stages()[stage]) {
      const StepProgram& program = track->program();
      for (int u = 1; u <= track->horizon(); ++u) {
        track->recall(u, inputs);
        for (std::size_t k = 0; k < program.operations.size(); ++k) {
          const int reg = program.operations[k].result;
          const auto place = firstOf<Scalar>(track->value(reg, u, inputs), wanted);
          if (!place) {
            continue;
          }
          const SequenceStep<Scalar> step(*track, inputs, weights, shapes, {}, u, place->column);
          const auto found =
              firstOperation(inOneSum(forwardTerms(step.moment(), static_cast<int>(k), place->row)),
                             wanted, stepRounding<Scalar>());
          result.event.quantity = program.registers[asIndex(reg)].name;
          result.event.t = track->timeOf(u);
          result.event.stepsBack = track->horizon() - u;
          result.event.element = static_cast<int>(place->row) + 1;
          result.event.cause = found ? found->cause : Cause{};
          result.sequence = static_cast<int>(place->column) + 1;
          return result;
        }
      }
    }
  }
  for (const MatrixOf<Scalar>& output : network.outputs()) {
    if (const auto place = firstOf<Scalar>(output, wanted)) {
      result.event.quantity = "y";
      result.event.element = static_cast<int>(place->row) + 1;
      result.event.cause.kind = CauseKind::Inherited;
      result.event.cause.leftName = "W_y h + b_y";
      result.event.cause.left = static_cast<double>(output(place->row, place->column));
      result.event.cause.result = result.event.cause.left;
      result.sequence = static_cast<int>(place->column) + 1;
      return result;
    }
  }
  if (wanted == Wanted::Nan ? std::isnan(score.loss) : std::isinf(score.loss)) {
    double largest = 0;
    for (const MatrixOf<Scalar>& output : network.outputs()) {
      largest = std::max(largest, static_cast<double>(output.cwiseAbs().maxCoeff()));
    }
    result.event.quantity = "loss";
    result.event.cause = {CauseKind::SquareOverflow, "y", largest, {}, 0, score.loss};
    return result;
  }
  return std::nullopt;
}

template <class Scalar>
std::optional<TrainingEvent>
findInBackward(BatchNetwork<Scalar>& network, const WeightList<Scalar>& weights,
               const std::vector<ParameterShape>& shapes, const TaskBatch& batch,
               const WeightList<Scalar>& gradients, double regulariser, Wanted wanted) {
  std::optional<TrainingEvent> result;
  for (std::size_t i = 0; i < network.outputGradients().size() && !result; ++i) {
    if (const auto place = firstOf<Scalar>(network.outputGradients()[i], wanted)) {
      result = eventOf<Scalar>(wanted, Phase::Backward);
      result->event.quantity = "dL/dy";
      result->event.t = batch.lossSteps[i];
      result->event.element = static_cast<int>(place->row) + 1;
      result->event.cause = {CauseKind::Inherited,
                             "y",
                             static_cast<double>(network.outputs()[i](place->row, place->column)),
                             {},
                             0,
                             0};
      result->sequence = static_cast<int>(place->column) + 1;
      return result;
    }
  }
  for (std::size_t stage = 0; stage < network.stages().size(); ++stage) {
    for (const auto& track : network.stages()[stage]) {
      BatchTrack<Scalar>* way = track.get();
      way->watch = [&, way, stage](int u) {
        if (result) {
          return true;
        }
        const StepProgram& program = way->program();
        const auto look = [&](int reg) {
          const auto place = result ? std::nullopt : firstOf<Scalar>(way->adjoint(reg), wanted);
          if (!place) {
            return;
          }
          way->recall(u, network.inputOf(stage));
          const SequenceStep<Scalar> step(*way, network.inputOf(stage), weights, shapes, {}, u,
                                          place->column);
          VectorOf<Scalar> adjoints(program.adjointSize);
          for (std::size_t k = 0; k < program.registers.size(); ++k) {
            adjoints.segment(program.registers[k].adjoint, program.registers[k].size) =
                way->adjoint(static_cast<int>(k)).col(place->column);
          }
          const StepMoment<Scalar> moment = step.moment();
          const auto found =
              firstOperation(inOneSum(adjointTerms(moment, adjoints.data(), reg, place->row)),
                             wanted, stepRounding<Scalar>());
          result = eventOf<Scalar>(wanted, Phase::Backward);
          result->event.quantity = "dL/d" + program.registers[asIndex(reg)].name;
          result->event.t = timeOfRegister(moment, reg);
          result->event.stepsBack = way->horizon() - u;
          result->event.element = static_cast<int>(place->row) + 1;
          result->event.cause = found ? found->cause : Cause{};
          result->sequence = static_cast<int>(place->column) + 1;
        };
        look(program.output);
        for (std::size_t k = program.operations.size(); k-- > 0;) {
          const StepOperation& operation = program.operations[k];
          for (const int reg : {operation.left, operation.right}) {
            if (reg >= 0) {
              look(reg);
            }
          }
          for (const WeightBlock& block : operation.weights) {
            look(block.source);
          }
        }
        return result.has_value();
      };
    }
  }
  network.backward(weights, batch, regulariser);
  for (const auto& stage : network.stages()) {
    for (const auto& track : stage) {
      track->watch = nullptr;
    }
  }
  for (std::size_t i = 0; i < gradients.size() && !result; ++i) {
    if (const auto place = firstOf<Scalar>(gradients[i], wanted)) {
      result = eventOf<Scalar>(wanted, Phase::Backward);
      result->event.quantity = "dL/d" + shapes[i].name;
      result->event.element =
          static_cast<int>(place->row * gradients[i].cols() + place->column) + 1;
      result->event.cause = {CauseKind::SumOverflow,
                             "sum over steps and sequences",
                             static_cast<double>(gradients[i](place->row, place->column)),
                             {},
                             0,
                             static_cast<double>(gradients[i](place->row, place->column))};
    }
  }
  return result;
}

template <class Scalar>
std::optional<TrainingEvent>
findInUpdate(const WeightList<Scalar>& before, const WeightList<Scalar>& after,
             const WeightList<Scalar>& gradients, OptimiserKind optimiser, double rate,
             const std::vector<ParameterShape>& shapes, Wanted wanted) {
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto place = firstOf<Scalar>(after[i], wanted);
    if (!place) {
      continue;
    }
    const Scalar weight = before[i](place->row, place->column);
    const Scalar gradient = gradients[i](place->row, place->column);
    const bool isPlain = optimiser == OptimiserKind::Sgd || !std::isfinite(gradient);
    const Scalar change = isPlain ? static_cast<Scalar>(rate) * gradient
                                  : weight - after[i](place->row, place->column);
    TrainingEvent result = eventOf<Scalar>(wanted, Phase::Update);
    result.event.quantity = shapes[i].name;
    result.event.element = static_cast<int>(place->row * after[i].cols() + place->column) + 1;
    result.event.cause.leftName = entryName(shapes[i].name, place->row, place->column);
    result.event.cause.left = static_cast<double>(weight);
    const std::string slope = entryName("dL/d" + shapes[i].name, place->row, place->column);
    result.event.cause.rightName = isPlain ? "-rate * " + slope : "change by the optimiser";
    result.event.cause.right = -static_cast<double>(change);
    result.event.cause.result = static_cast<double>(after[i](place->row, place->column));
    const bool opposite = std::isinf(weight) && std::isinf(change) && weight - change != weight;
    result.event.cause.kind = std::isfinite(weight) && std::isfinite(change)
                                  ? CauseKind::SumOverflow
                              : opposite && !std::isnan(change) ? CauseKind::InfMinusInf
                                                                : CauseKind::Inherited;
    return result;
  }
  return std::nullopt;
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template std::optional<TrainingEvent> findInForward(                                             \
      BatchNetwork<Scalar>&, const WeightList<Scalar>&, const std::vector<ParameterShape>&,        \
      const BatchScore&, Wanted);                                                                  \
  template std::optional<TrainingEvent> findInBackward(                                            \
      BatchNetwork<Scalar>&, const WeightList<Scalar>&, const std::vector<ParameterShape>&,        \
      const TaskBatch&, const WeightList<Scalar>&, double, Wanted);                                \
  template std::optional<TrainingEvent> findInUpdate(                                              \
      const WeightList<Scalar>&, const WeightList<Scalar>&, const WeightList<Scalar>&,             \
      OptimiserKind, double, const std::vector<ParameterShape>&, Wanted);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
