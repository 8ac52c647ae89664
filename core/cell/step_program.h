// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace backflow {

/// A vector that one step of a recurrent network computes or reads.
struct StepRegister {
  std::string name; ///< as in the equations: "h", "c", "Gf", "a"
  int size = 0;     ///< H, or D for the input
  int adjoint = 0;  ///< where its derivative stands among those of all registers
  int held = -1;    ///< where its value stands among those held for the way back; −1: not held
  int scratch = -1; ///< where it stands while a step is computed, if it is not held
  int linear = -1;  ///< where its derivative stands among those of linear operations' results
};

/// A block of a parameter that multiplies one register.
struct WeightBlock {
  std::string parameter;
  int row = 0;
  int column = 0;
  int rows = 0;
  int columns = 0;
  int source = 0; ///< register
};

/// Rows of a bias, from `row` on.
struct BiasBlock {
  std::string parameter;
  int row = 0;
};

enum class StepOperationKind {
  Linear,    ///< result = Σ biases + Σ weights · source, in this order
  Activate,  ///< result = φ(left)
  Multiply,  ///< result = left ⊙ right
  Add,       ///< result = left + right
  Complement ///< result = 1 − left
};

struct StepOperation {
  StepOperationKind kind = StepOperationKind::Linear;
  int result = 0;
  int left = -1;
  int right = -1;
  Activation activation = Activation::Identity;
  std::optional<Gate> gate; ///< of an activation: the gate that pins may hold
  std::vector<WeightBlock> weights;
  std::vector<BiasBlock> biases;
};

/// A vector that passes from step to step: h, or c of an LSTM.
struct StepState {
  int previous = 0; ///< register
  int current = 0;  ///< register
  bool isCell = false;
  int layer = 0;
};

/// The way of a gradient from step to step that passes through no weights: the constant error
/// carousel of an LSTM (Hochreiter & Schmidhuber 1997), and what a GRU keeps of its state.
struct Carousel {
  int state = 0;       ///< index among the states: c of an LSTM, h of a GRU
  int keep = 0;        ///< register of the factor: Γf, f, 1 − Γu, z
  int outputGate = -1; ///< LSTM: Γo, o
  int squashed = -1;   ///< LSTM with h = o ⊙ tanh(c): tanh(c)
};

/// One step of a recurrent network as a list of elementary operations on vectors, in the order of
/// computation. From the one list come the forward step, the backward step (the reverse of each
/// operation, last first), what has to be held for it, and the addends of every number, with their
/// names, for the attribution of an inf or a NaN.
struct StepProgram {
  std::vector<StepRegister> registers;
  std::vector<StepOperation> operations;
  std::vector<StepState> states;
  int input = 0;          ///< register of x_t
  int output = 0;         ///< register of the top layer's h_t
  int firstTop = 0;       ///< the first operation of the top layer
  int headOperation = -1; ///< the output layer W_y h + b_y, if the step has one: the last operation
  std::vector<int> layerOutputs;    ///< register of h_t by layer
  std::optional<Carousel> carousel; ///< of the top layer
  int heldSize = 0;                 ///< numbers held a step
  int scratchSize = 0;
  int adjointSize = 0;
  int linearSize = 0; ///< numbers that linear operations compute
  int stateSize = 0;  ///< numbers that pass from step to step
};

/// The register that a state stands in at its own step, where `reg` is what it was at the step
/// before; else `reg`.
int currentOf(const StepProgram& program, int reg);

/// The registers whose norms are read off each step: the output's comes first, then those of what
/// weights multiply, a state's once for its own step and the one after.
std::vector<int> normedRegisters(const StepProgram& program);

/// Writes programs: each function appends one operation and returns the register of its result.
class StepBuilder {
 public:
  int input(std::string name, int size);
  /// The value that a state had at the step before; setState() tells which register follows it.
  int previous(std::string name, int size);
  void setState(int previous, int current, bool isCell, int layer);

  int linear(std::string name, int size, std::vector<BiasBlock> biases,
             std::vector<WeightBlock> weights);
  int activate(std::string name, Activation activation, int operand,
               std::optional<Gate> gate = std::nullopt);
  int multiply(std::string name, int left, int right);
  int add(std::string name, int left, int right);
  int complement(std::string name, int operand);

  int sizeOf(int reg) const { return m_program.registers[static_cast<std::size_t>(reg)].size; }
  StepProgram& program() { return m_program; }
  /// Decides what is held: whatever the reverse of an operation reads, and the states.
  StepProgram finish();

 private:
  int append(StepOperation operation, std::string name, int size);

  StepProgram m_program;
};

} // namespace backflow
