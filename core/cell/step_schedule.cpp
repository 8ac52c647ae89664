// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_schedule.h"

#include "core/numeric/kernels/panel_product.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace backflow {

namespace {

std::vector<int> sourcesOf(const StepOperation& operation) {
  std::vector<int> sources;
  sources.reserve(operation.weights.size());
  for (const WeightBlock& block : operation.weights) {
    sources.push_back(block.source);
  }
  return sources;
}

bool readsAll(const StepOperation& operation, const std::vector<int>& sources) {
  return std::ranges::equal(operation.weights, sources, {}, &WeightBlock::source);
}

void append(ProductGroup& group, int index, const StepOperation& operation) {
  group.blocks.push_back(operation.result);
  for (int block = 0; block < static_cast<int>(operation.weights.size()); ++block) {
    group.weights.push_back({index, block});
  }
}

/// Gathers what linear operations add to ∂L/∂ of each register until something else comes.
class ReverseScheduler {
 public:
  explicit ReverseScheduler(const StepProgram& program)
      : m_program(program), m_open(program.registers.size()) {
    m_schedule.actions.reserve(2 * program.operations.size());
    m_schedule.groups.reserve(program.operations.size());
  }

  void addLinear(int index, int firstReached) {
    const StepOperation& operation = m_program.operations[static_cast<std::size_t>(index)];
    close(operation.result);
    for (int block = 0; block < static_cast<int>(operation.weights.size()); ++block) {
      const int source = operation.weights[static_cast<std::size_t>(block)].source;
      if (isComputedBefore(source, firstReached)) {
        continue;
      }
      ProductGroup& group = m_open[static_cast<std::size_t>(source)];
      if (group.segments.size() == mostInProduct) {
        close(source);
      }
      if (group.segments.empty()) {
        constexpr std::size_t gates = 4;
        group.segments.reserve(gates);
        group.weights.reserve(gates);
      }
      group.segments.push_back(operation.result);
      group.blocks = {source};
      group.weights.push_back({index, block});
      group.toInput = source == m_program.input;
    }
  }

  void addOther(int index) {
    const StepOperation& operation = m_program.operations[static_cast<std::size_t>(index)];
    // Its own derivative is read, and those of its operands are added to.
    for (const int reg : {operation.result, operation.left, operation.right}) {
      close(reg);
    }
    m_schedule.actions.push_back({false, static_cast<std::size_t>(index)});
  }

  ReverseSchedule finish() {
    for (std::size_t reg = 0; reg < m_open.size(); ++reg) {
      close(static_cast<int>(reg));
    }
    return std::move(m_schedule);
  }

 private:
  bool isComputedBefore(int reg, int operation) const {
    return std::any_of(m_program.operations.begin(), m_program.operations.begin() + operation,
                       [reg](const StepOperation& one) { return one.result == reg; });
  }

  void close(int reg) {
    if (reg < 0 || m_open[static_cast<std::size_t>(reg)].segments.empty()) {
      return;
    }
    m_schedule.actions.push_back({true, m_schedule.groups.size()});
    m_schedule.groups.push_back(std::move(m_open[static_cast<std::size_t>(reg)]));
    m_open[static_cast<std::size_t>(reg)] = {};
  }

  const StepProgram& m_program;
  std::vector<ProductGroup> m_open; ///< by register
  ReverseSchedule m_schedule;
};

} // namespace

ForwardSchedule forwardSchedule(const StepProgram& program) {
  ForwardSchedule schedule;
  schedule.actions.reserve(program.operations.size());
  std::vector<bool> done(program.operations.size(), false);
  for (std::size_t k = 0; k < program.operations.size(); ++k) {
    const StepOperation& operation = program.operations[k];
    if (done[k]) {
      continue;
    }
    if (operation.kind != StepOperationKind::Linear) {
      schedule.actions.push_back({false, k});
      continue;
    }
    if (operation.weights.size() > mostInProduct) {
      throw std::length_error("a linear operation reads too many registers");
    }
    ProductGroup group;
    group.segments = sourcesOf(operation);
    constexpr std::size_t gates = 4;
    group.blocks.reserve(gates);
    group.weights.reserve(gates * group.segments.size());
    // What reads the same registers can be computed as early, for they are there.
    for (std::size_t later = k;
         later < program.operations.size() && group.blocks.size() < mostInProduct; ++later) {
      const StepOperation& other = program.operations[later];
      if (!done[later] && other.kind == StepOperationKind::Linear &&
          readsAll(other, group.segments)) {
        append(group, static_cast<int>(later), other);
        done[later] = true;
      }
    }
    // As early as its operands are there, so that nothing stands between operations that can be
    // done together.
    const auto computesSegment = [&](const StepAction& action) {
      return !action.isProduct &&
             std::ranges::find(group.segments, program.operations[action.index].result) !=
                 group.segments.end();
    };
    const auto place = std::find_if(
        schedule.actions.rbegin(), schedule.actions.rend(),
        [&](const StepAction& action) { return action.isProduct || computesSegment(action); });
    schedule.actions.insert(place.base(), {true, schedule.groups.size()});
    schedule.groups.push_back(std::move(group));
  }
  return schedule;
}

ReverseSchedule reverseSchedule(const StepProgram& program, ReverseReach reach) {
  const int first = reach == ReverseReach::TopLayer ? program.firstTop : 0;
  const int last =
      static_cast<int>(program.operations.size()) - (program.headOperation >= 0 ? 2 : 1);
  ReverseScheduler scheduler(program);
  for (int index = last; index >= first; --index) {
    if (program.operations[static_cast<std::size_t>(index)].kind == StepOperationKind::Linear) {
      scheduler.addLinear(index, first);
    } else {
      scheduler.addOther(index);
    }
  }
  return scheduler.finish();
}

ReverseSchedule headSchedule(const StepProgram& program) {
  if (program.headOperation < 0) {
    return {};
  }
  ReverseScheduler scheduler(program);
  scheduler.addLinear(program.headOperation, 0);
  return scheduler.finish();
}

} // namespace backflow
