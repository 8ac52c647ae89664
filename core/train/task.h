// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/random.h"
#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// Sequences side by side: B of them, T steps each.
struct TaskBatch {
  std::vector<Eigen::MatrixXd> inputs;   ///< by t − 1, D×B
  std::vector<int> lossSteps;            ///< the times t that are judged, rising
  std::vector<Eigen::MatrixXd> targets;  ///< by loss step, K×B; empty for classes
  std::vector<std::vector<int>> classes; ///< by loss step, one of K for each sequence
  std::vector<int> scoredSteps;          ///< those of the loss steps whose accuracy counts

  int size() const { return inputs.empty() ? 0 : static_cast<int>(inputs.front().cols()); }
};

/// What a network has to learn, as sequences that can be drawn for ever.
///
/// Losses are means over the sequences and judged steps: of squared errors over the K outputs, or
/// the cross-entropy of the class in nats.
class Task {
 public:
  virtual ~Task() = default;

  virtual int inputs() const = 0;  ///< D
  virtual int outputs() const = 0; ///< K
  virtual bool hasClasses() const = 0;
  /// B new sequences to train on.
  virtual TaskBatch draw(PortableRandom& random, int count) const = 0;
  /// Sequences to judge by, of which training sees none: the same for each call.
  virtual TaskBatch heldOut() const = 0;

  /// The loss that a published or plain guess reaches on held-out sequences.
  virtual double baselineLoss() const = 0;
  /// What that guess is: "mean of the targets".
  virtual std::string baselineName() const = 0;
  /// For targets with a unit: the root of a squared error of 1, and the unit.
  virtual double errorScale() const { return 1; }
  virtual std::string errorUnit() const { return {}; }
  /// The characters of `characters` by class; empty for other tasks.
  virtual std::u32string vocabulary() const { return {}; }
};

using TaskOrProblems = std::variant<std::unique_ptr<Task>, std::vector<FieldProblem>>;

/// The task of a scenario that has one. Files are relative to `folder`.
TaskOrProblems makeTask(const Scenario& scenario, const std::filesystem::path& folder);

} // namespace backflow
