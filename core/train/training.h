// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/record/event.h"
#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <filesystem>
#include <iosfwd>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// How a network does on held-out sequences.
struct HeldOutScore {
  double loss = 0;
  std::optional<double> accuracy;
  std::optional<double> error; ///< root mean square, in the task's unit
};

/// A number that became inf or NaN in training, and where.
struct TrainingEvent {
  Event event;      ///< t and element as in a run; 0 where there is no time
  int update = 0;   ///< counted from 1
  int sequence = 0; ///< of the batch, counted from 1; 0 where it is of all
};

/// What one update recorded.
struct UpdateRecord {
  int update = 0;  ///< counted from 1
  double loss = 0; ///< of its batch, before it
  std::optional<double> accuracy;
  double normBefore = 0; ///< ‖g‖₂ over all parameters, as computed in the training's precision
  double normAfter = 0;
  double coefficient = 1; ///< by which clipping multiplied the gradient
  double rate = 0;
  double threshold = std::numeric_limits<double>::infinity(); ///< of clipping; inf without
  double omega = 0;                                           ///< Ω, if regularised
  /// ρ(W_h) after the update, where it was looked at; one plain layer only.
  std::optional<double> spectralRadius;
  std::optional<HeldOutScore> heldOut; ///< where it was looked at
  std::vector<double> profile;         ///< ‖∂L/∂h_t‖ by t − 1, where it was kept
};

/// How a training stands.
enum class TrainingStatus { Running, Done, Dead };

/// A network that learns a task, one update at a time. The same scenario gives the same bits: the
/// sequences of an update depend on the seed and the update's number alone.
class Training {
 public:
  virtual ~Training() = default;

  /// Makes one update. Not to be called unless Running.
  virtual const UpdateRecord& step() = 0;
  virtual TrainingStatus status() const = 0;
  virtual HeldOutScore evaluate() = 0;

  virtual const Scenario& scenario() const = 0;
  virtual int update() const = 0; ///< made so far
  virtual const std::vector<UpdateRecord>& records() const = 0;
  /// First inf and first NaN, if any.
  virtual const std::vector<TrainingEvent>& events() const = 0;
  virtual Parameters parameters() const = 0;

  /// Take effect at the next update.
  virtual void setRate(double rate) = 0;
  virtual void setClip(const std::optional<ClipSpec>& clip) = 0;
  /// More updates, or fewer.
  virtual void setUpdates(int updates) = 0;

  /// Text that the network writes, for `characters`; empty for other tasks.
  virtual std::string writeText(int characters, double temperature, std::uint64_t seed) const = 0;

  virtual double baselineLoss() const = 0;
  virtual std::string baselineName() const = 0;
  virtual std::string errorUnit() const = 0;
  virtual double baselineError() const = 0; ///< of the plain guess, in that unit

  /// The whole state as JSON, to go on from to the same bits.
  virtual void save(std::ostream& out) const = 0;
};

using TrainingOrProblems = std::variant<std::unique_ptr<Training>, std::vector<FieldProblem>>;

/// Starts the training of a scenario that has one. Its files are relative to `folder`.
TrainingOrProblems startTraining(const Scenario& scenario, const std::filesystem::path& folder);

/// Goes on from what save() wrote.
TrainingOrProblems resumeTraining(const std::string& state, const std::filesystem::path& folder);

} // namespace backflow
