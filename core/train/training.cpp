// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training.h"

#include "core/theory/spectrum.h"
#include "core/train/batch_network.h"
#include "core/train/diagnosis.h"
#include "core/train/optimiser.h"
#include "core/train/text_writer.h"
#include "core/train/training_state.h"
#include "core/unroll/clipping.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace backflow {

namespace {

/// Profiles and spectral radii are looked at about so often in a whole run.
constexpr int looksInARun = 200;
constexpr int largestForRadius = 128;

TaskBatch columnsOf(const TaskBatch& batch, int first, int count) {
  TaskBatch part;
  part.lossSteps = batch.lossSteps;
  part.scoredSteps = batch.scoredSteps;
  for (const Eigen::MatrixXd& input : batch.inputs) {
    part.inputs.push_back(input.middleCols(first, count));
  }
  for (const Eigen::MatrixXd& target : batch.targets) {
    part.targets.push_back(target.middleCols(first, count));
  }
  for (const std::vector<int>& classes : batch.classes) {
    part.classes.emplace_back(classes.begin() + first, classes.begin() + first + count);
  }
  return part;
}

template <class Scalar> bool isFinite(const WeightList<Scalar>& weights) {
  return std::all_of(weights.begin(), weights.end(), [](const MatrixOf<Scalar>& weight) {
    return allFinite(weight.data(), weight.size());
  });
}

template <class Scalar> class TrainingIn final : public Training {
 public:
  TrainingIn(const Scenario& scenario, std::unique_ptr<Task> task, const Parameters& weights)
      : m_scenario(scenario), m_spec(*scenario.training), m_task(std::move(task)),
        m_shapes(trainedShapes(scenario, m_task->inputs(), m_task->outputs())),
        m_weights(listOf(weights)), m_optimiser(m_spec.optimiser, m_weights),
        m_network(std::make_unique<BatchNetwork<Scalar>>(scenario, m_task->inputs(),
                                                         m_task->outputs(), m_spec.batch)),
        m_heldOut(m_task->heldOut()) {}

  void restore(const TrainingState& state) {
    restoreMoments(state.firstMoments, m_optimiser.firstMoments);
    restoreMoments(state.secondMoments, m_optimiser.secondMoments);
    m_optimiser.steps = state.optimiserSteps;
    m_records = state.records;
    m_events = state.events;
    m_isDead = !isFinite(m_weights);
  }

  const UpdateRecord& step() override {
    UpdateRecord record;
    record.update = update() + 1;
    record.rate = m_optimiser.rate();
    PortableRandom random(m_spec.seed, RandomStream::TrainingBatch, record.update);
    const TaskBatch batch = m_task->draw(random, m_spec.batch);
    const BatchScore score = m_network->forward(m_weights, batch);
    record.loss = score.loss;
    record.accuracy = score.accuracy;
    WeightList<Scalar> gradients = m_network->backward(m_weights, batch, m_spec.regulariser);
    record.omega = m_network->omega();
    if (isLook(record.update)) {
      record.profile = m_network->profile();
    }
    if (!std::isfinite(score.loss) || !isFinite(gradients)) {
      diagnose(record.update, score, batch, gradients);
    }
    clip(record, gradients);
    const WeightList<Scalar> before = m_weights;
    m_optimiser.update(gradients, m_weights);
    if (!isFinite(m_weights)) {
      m_isDead = true;
      for (const Wanted wanted : {Wanted::Inf, Wanted::Nan}) {
        note(record.update, findInUpdate(before, m_weights, gradients, m_spec.optimiser.kind,
                                         record.rate, m_shapes, wanted));
      }
    } else if (isLook(record.update)) {
      record.spectralRadius = spectralRadius();
    }
    if (!m_isDead &&
        (record.update % m_spec.evaluateEvery == 0 || record.update == m_spec.updates)) {
      record.heldOut = evaluate();
    }
    return m_records.emplace_back(std::move(record));
  }

  TrainingStatus status() const override {
    return m_isDead                     ? TrainingStatus::Dead
           : update() >= m_spec.updates ? TrainingStatus::Done
                                        : TrainingStatus::Running;
  }

  HeldOutScore evaluate() override {
    double loss = 0;
    double right = 0;
    bool hasAccuracy = false;
    const int all = m_heldOut.size();
    for (int first = 0; first < all; first += m_spec.batch) {
      const int count = std::min(m_spec.batch, all - first);
      const TaskBatch part = columnsOf(m_heldOut, first, count);
      BatchNetwork<Scalar>* network = m_network.get();
      std::unique_ptr<BatchNetwork<Scalar>> rest;
      if (count < m_spec.batch) {
        rest = std::make_unique<BatchNetwork<Scalar>>(m_scenario, m_task->inputs(),
                                                      m_task->outputs(), count);
        network = rest.get();
      }
      const BatchScore score = network->forward(m_weights, part);
      loss += score.loss * count;
      right += score.accuracy.value_or(0) * count;
      hasAccuracy = score.accuracy.has_value();
    }
    HeldOutScore result;
    result.loss = loss / all;
    if (hasAccuracy) {
      result.accuracy = right / all;
    } else if (!m_task->errorUnit().empty()) {
      result.error = errorOf(result.loss);
    }
    return result;
  }

  const Scenario& scenario() const override { return m_scenario; }
  int update() const override { return static_cast<int>(m_records.size()); }
  const std::vector<UpdateRecord>& records() const override { return m_records; }
  const std::vector<TrainingEvent>& events() const override { return m_events; }
  Parameters parameters() const override { return namedOf(m_weights); }

  void setRate(double rate) override {
    m_optimiser.setRate(rate);
    m_scenario.training->optimiser.rate = rate;
  }
  void setClip(const std::optional<ClipSpec>& clip) override {
    const bool changesNetwork = (clip && clip->mode == ClipMode::StateNorm) ||
                                (m_scenario.clip && m_scenario.clip->mode == ClipMode::StateNorm);
    m_scenario.clip = clip;
    if (changesNetwork) {
      m_network = std::make_unique<BatchNetwork<Scalar>>(m_scenario, m_task->inputs(),
                                                         m_task->outputs(), m_spec.batch);
    }
  }
  void setUpdates(int updates) override {
    m_spec.updates = updates;
    m_scenario.training->updates = updates;
  }

  std::string writeText(int characters, double temperature, std::uint64_t seed) const override {
    const std::u32string vocabulary = m_task->vocabulary();
    if (vocabulary.empty() || m_scenario.network.bidirectional || m_isDead) {
      return {};
    }
    return writtenText(m_scenario, parameters(), vocabulary, characters, temperature, seed);
  }

  double baselineLoss() const override { return m_task->baselineLoss(); }
  std::string baselineName() const override { return m_task->baselineName(); }
  std::string errorUnit() const override { return m_task->errorUnit(); }
  double baselineError() const override { return errorOf(m_task->baselineLoss()); }

  void save(std::ostream& out) const override {
    TrainingState state;
    state.scenario = m_scenario;
    state.weights = namedOf(m_weights);
    state.firstMoments = namedOf(m_optimiser.firstMoments);
    state.secondMoments = namedOf(m_optimiser.secondMoments);
    state.optimiserSteps = m_optimiser.steps;
    state.records = m_records;
    state.events = m_events;
    writeTrainingState(state, out);
  }

 private:
  double errorOf(double loss) const { return std::sqrt(loss) * m_task->errorScale(); }

  void restoreMoments(const Parameters& saved, WeightList<Scalar>& moments) const {
    if (!moments.empty()) {
      moments = listOf(saved);
    }
  }

  WeightList<Scalar> listOf(const Parameters& parameters) const {
    WeightList<Scalar> list;
    if (parameters.size() > m_shapes.size()) {
      throw std::out_of_range("more matrices than the network has");
    }
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
      const Eigen::MatrixXd& values = parameter(parameters, m_shapes[i].name);
      if (values.rows() != m_shapes[i].rows || values.cols() != m_shapes[i].columns) {
        throw std::out_of_range(m_shapes[i].name);
      }
      list.push_back(values.template cast<Scalar>());
    }
    return list;
  }

  Parameters namedOf(const WeightList<Scalar>& list) const {
    Parameters parameters;
    for (std::size_t i = 0; i < list.size(); ++i) {
      parameters.push_back({m_shapes[i].name, list[i].template cast<double>()});
    }
    return parameters;
  }

  bool isLook(int update) const {
    return update == 1 || update % std::max(1, m_spec.updates / looksInARun) == 0;
  }

  void note(int update, std::optional<TrainingEvent> event) {
    const bool isNew =
        event && std::none_of(m_events.begin(), m_events.end(), [&](const TrainingEvent& other) {
          return other.event.kind == event->event.kind;
        });
    if (isNew) {
      event->update = update;
      m_events.push_back(std::move(*event));
    }
  }

  bool has(EventKind kind) const {
    return std::any_of(m_events.begin(), m_events.end(),
                       [kind](const TrainingEvent& one) { return one.event.kind == kind; });
  }

  void diagnose(int update, const BatchScore& score, const TaskBatch& batch,
                const WeightList<Scalar>& gradients) {
    for (const auto& [wanted, kind] : {std::pair{Wanted::Inf, EventKind::OverflowInf},
                                       std::pair{Wanted::Nan, EventKind::NanOnset}}) {
      if (has(kind)) {
        continue;
      }
      auto event = findInForward(*m_network, m_weights, m_shapes, score, wanted);
      if (!event) {
        event = findInBackward(*m_network, m_weights, m_shapes, batch, gradients,
                               m_spec.regulariser, wanted);
      }
      note(update, std::move(event));
    }
  }

  void clip(UpdateRecord& record, WeightList<Scalar>& gradients) {
    // The state norm has been clipped on the way back.
    const ClipResult clipped = clipGradient<Scalar>(m_scenario.clip, gradients);
    record.normBefore = clipped.record.normBefore;
    record.normAfter = clipped.record.normAfter;
    record.coefficient = clipped.record.coefficient;
    if (m_scenario.clip) {
      record.threshold = m_scenario.clip->threshold;
    }
    for (const Event& event : clipped.events) {
      note(record.update, TrainingEvent{event, 0, 0});
    }
  }

  std::optional<double> spectralRadius() const {
    const NetworkSpec& network = m_scenario.network;
    if (network.cell != CellKind::Rnn || network.layers > 1 || network.bidirectional ||
        network.hidden > largestForRadius) {
      return std::nullopt;
    }
    const auto spectrum = spectrumOf(m_weights.front().template cast<double>());
    return spectrum ? std::optional(spectrum->spectralRadius()) : std::nullopt;
  }

  Scenario m_scenario;
  TrainingSpec m_spec;
  std::unique_ptr<Task> m_task;
  std::vector<ParameterShape> m_shapes;
  WeightList<Scalar> m_weights;
  Optimiser<Scalar> m_optimiser;
  std::unique_ptr<BatchNetwork<Scalar>> m_network;
  TaskBatch m_heldOut;
  std::vector<UpdateRecord> m_records;
  std::vector<TrainingEvent> m_events;
  bool m_isDead = false;
};

template <class Scalar>
std::unique_ptr<Training> started(const Scenario& scenario, std::unique_ptr<Task> task,
                                  const TrainingState* state) {
  const Parameters weights = state != nullptr
                                 ? state->weights
                                 : drawTrainedParameters(scenario, task->inputs(), task->outputs());
  auto training = std::make_unique<TrainingIn<Scalar>>(scenario, std::move(task), weights);
  if (state != nullptr) {
    training->restore(*state);
  }
  return training;
}

TrainingOrProblems startedOn(const Scenario& scenario, const std::filesystem::path& folder,
                             const TrainingState* state) {
  auto task = makeTask(scenario, folder);
  if (auto* problems = std::get_if<std::vector<FieldProblem>>(&task)) {
    return std::move(*problems);
  }
  auto& made = std::get<std::unique_ptr<Task>>(task);
  try {
    return scenario.training->precision == Precision::Float64
               ? started<double>(scenario, std::move(made), state)
               : started<float>(scenario, std::move(made), state);
  } catch (const std::out_of_range&) { // of a parameter that is not there, or of another size
    return std::vector<FieldProblem>{sentenceProblem("weights", "", "is missing or damaged",
                                                     "give a file that train --state wrote")};
  }
}

} // namespace

TrainingOrProblems startTraining(const Scenario& scenario, const std::filesystem::path& folder) {
  if (!scenario.training) {
    return std::vector<FieldProblem>{sentenceProblem(
        "training", "", "is missing", R"(give an object such as {"task": {"kind": "adding"}})")};
  }
  return startedOn(scenario, folder, nullptr);
}

TrainingOrProblems resumeTraining(const std::string& state, const std::filesystem::path& folder) {
  auto read = readTrainingState(state);
  if (auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    return std::move(*problems);
  }
  const auto& known = std::get<TrainingState>(read);
  if (!known.scenario.training) {
    return std::vector<FieldProblem>{sentenceProblem("scenario.training", "", "is missing",
                                                     "give a file that train --state wrote")};
  }
  return startedOn(known.scenario, folder, &known);
}

} // namespace backflow
