// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_program.h"

#include <algorithm>
#include <utility>

namespace backflow {

int currentOf(const StepProgram& program, int reg) {
  const auto found = std::find_if(program.states.begin(), program.states.end(),
                                  [reg](const StepState& state) { return state.previous == reg; });
  return found == program.states.end() ? reg : found->current;
}

std::vector<int> normedRegisters(const StepProgram& program) {
  std::vector<int> registers{program.output};
  for (const StepOperation& operation : program.operations) {
    for (const WeightBlock& block : operation.weights) {
      const int reg = currentOf(program, block.source);
      if (std::find(registers.begin(), registers.end(), reg) == registers.end()) {
        registers.push_back(reg);
      }
    }
  }
  return registers;
}

int StepBuilder::input(std::string name, int size) {
  m_program.registers.push_back({std::move(name), size});
  m_program.input = static_cast<int>(m_program.registers.size()) - 1;
  return m_program.input;
}

int StepBuilder::previous(std::string name, int size) {
  m_program.registers.push_back({std::move(name), size});
  return static_cast<int>(m_program.registers.size()) - 1;
}

void StepBuilder::setState(int previous, int current, bool isCell, int layer) {
  m_program.states.push_back({previous, current, isCell, layer});
}

int StepBuilder::append(StepOperation operation, std::string name, int size) {
  m_program.registers.push_back({std::move(name), size});
  operation.result = static_cast<int>(m_program.registers.size()) - 1;
  m_program.operations.push_back(std::move(operation));
  return m_program.operations.back().result;
}

int StepBuilder::linear(std::string name, int size, std::vector<BiasBlock> biases,
                        std::vector<WeightBlock> weights) {
  StepOperation operation;
  operation.kind = StepOperationKind::Linear;
  operation.biases = std::move(biases);
  operation.weights = std::move(weights);
  return append(std::move(operation), std::move(name), size);
}

int StepBuilder::activate(std::string name, Activation activation, int operand,
                          std::optional<Gate> gate) {
  StepOperation operation;
  operation.kind = StepOperationKind::Activate;
  operation.left = operand;
  operation.activation = activation;
  operation.gate = gate;
  return append(std::move(operation), std::move(name), sizeOf(operand));
}

int StepBuilder::multiply(std::string name, int left, int right) {
  StepOperation operation;
  operation.kind = StepOperationKind::Multiply;
  operation.left = left;
  operation.right = right;
  return append(std::move(operation), std::move(name), sizeOf(left));
}

int StepBuilder::add(std::string name, int left, int right) {
  StepOperation operation;
  operation.kind = StepOperationKind::Add;
  operation.left = left;
  operation.right = right;
  return append(std::move(operation), std::move(name), sizeOf(left));
}

int StepBuilder::complement(std::string name, int operand) {
  StepOperation operation;
  operation.kind = StepOperationKind::Complement;
  operation.left = operand;
  return append(std::move(operation), std::move(name), sizeOf(operand));
}

StepProgram StepBuilder::finish() {
  auto& registers = m_program.registers;
  std::vector<bool> held(registers.size(), false);
  const auto hold = [&](int reg) {
    held[static_cast<std::size_t>(reg)] = true;
  };
  for (const StepOperation& operation : m_program.operations) {
    if (operation.kind == StepOperationKind::Multiply) {
      hold(operation.left);
      hold(operation.right);
    } else if (operation.kind == StepOperationKind::Activate) {
      hold(operation.result);
    }
    for (const WeightBlock& block : operation.weights) {
      hold(block.source);
    }
  }
  for (const StepState& state : m_program.states) {
    hold(state.current);
  }
  if (m_program.headOperation >= 0) {
    hold(m_program.operations[static_cast<std::size_t>(m_program.headOperation)].result);
  }
  for (const StepOperation& operation : m_program.operations) {
    if (operation.kind == StepOperationKind::Linear) {
      StepRegister& result = registers[static_cast<std::size_t>(operation.result)];
      result.linear = m_program.linearSize;
      m_program.linearSize += result.size;
    }
  }
  // The input is held by its owner, and the states of the step before as that step's.
  held[static_cast<std::size_t>(m_program.input)] = false;
  std::vector<bool> isRead(registers.size(), false);
  isRead[static_cast<std::size_t>(m_program.input)] = true;
  for (const StepState& state : m_program.states) {
    isRead[static_cast<std::size_t>(state.previous)] = true;
    m_program.stateSize += registers[static_cast<std::size_t>(state.current)].size;
  }
  for (std::size_t i = 0; i < registers.size(); ++i) {
    registers[i].adjoint = m_program.adjointSize;
    m_program.adjointSize += registers[i].size;
    if (isRead[i]) {
      continue;
    }
    int& total = held[i] ? m_program.heldSize : m_program.scratchSize;
    (held[i] ? registers[i].held : registers[i].scratch) = total;
    total += registers[i].size;
  }
  return std::move(m_program);
}

} // namespace backflow
