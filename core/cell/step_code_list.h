// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_engine.h"
#include "core/numeric/kernels/step_code.h"

#include <forward_list>
#include <optional>
#include <vector>

namespace backflow {

/// Where the steps of a program find a register's value; nothing but zeros for −1.
StepOperand valueOperand(const StepProgram& program, int reg);

/// Says where a memory of the first step begins, and how much further that of the next one.
template <class Scalar>
void place(StepCall<Scalar>& call, StepMemory memory, Scalar* at, std::ptrdiff_t stride) {
  call.memories[static_cast<std::size_t>(memory)] = at;
  call.strides[static_cast<std::size_t>(memory)] = stride;
}

/// Instructions of a step as they are written, with the products that they name.
template <class Scalar> class StepCodeList {
 public:
  StepCodeList() { m_instructions.reserve(32); } // hardly any cell has more
  // The instructions point into the products.
  StepCodeList(const StepCodeList&) = delete;
  StepCodeList& operator=(const StepCodeList&) = delete;

  void append(StepInstruction<Scalar> instruction) { m_instructions.push_back(instruction); }
  void unary(StepCode code, int size, StepOperand target, StepOperand left);
  /// An activation whose saturated units are counted as those of `operation`.
  void counting(StepCode code, int size, StepOperand target, StepOperand left, int operation);
  void binary(StepCode code, int size, StepOperand target, StepOperand left, StepOperand right,
              StepOperand addend = {});
  /// Numbers are read off `left`; see StepCode for `reading`. A norm of what each step leaves in a
  /// place of its own is taken at the end of the step or later.
  void read(StepCode code, int size, StepOperand left, int reading = 0);
  /// Numbers `first` up to but not `end`; nothing if there are none.
  void checkFinite(StepMemory memory, int first, int end);
  /// Makes one instruction of operations that follow one another as in step_chain.h. To be called
  /// once, when all are appended.
  void joinChains();
  /// What is appended from here on is left to the steps in which a unit saturates.
  void onlyIfSaturated() { m_usualCount = m_instructions.size(); }

  /// blocks ← initial + A·segments, the columns of A from `skippedColumns` on.
  void productFrom(StepOperand initial, const PackedMatrix<Scalar>& matrix, int skippedColumns,
                   std::vector<StepOperand> segments, const std::vector<int>& sizes,
                   std::vector<StepOperand> blocks);
  /// block ← start + A·segments
  void productTo(StepOperand block, StepOperand start, const PackedMatrix<Scalar>& matrix,
                 std::vector<StepOperand> segments, const std::vector<int>& sizes);

  /// How many instructions there are, those left out that only steps with saturated units take.
  std::ptrdiff_t usualCount() const {
    return static_cast<std::ptrdiff_t>(stepCount() + m_readings.size());
  }
  /// A call without results and steps, all memories being `zeros`: see place().
  StepCall<Scalar> call(Scalar* zeros) const;

 private:
  struct Product {
    std::vector<StepOperand> segments;
    std::vector<StepOperand> blocks;
    std::vector<StepOperand> starts;
    std::vector<ProductSegment<Scalar>> counts;
    StepProduct<Scalar> step;
  };

  void product(Product product, const PackedMatrix<Scalar>& matrix, int skippedColumns,
               const std::vector<int>& sizes, StepOperand initial);

  std::size_t stepCount() const { return m_usualCount.value_or(m_instructions.size()); }

  std::vector<StepInstruction<Scalar>> m_instructions;
  std::vector<StepInstruction<Scalar>> m_readings; ///< norms that need not be taken step by step
  std::optional<std::size_t> m_usualCount;         ///< none: all of them
  std::forward_list<Product> m_products;
  std::vector<std::vector<StepInstruction<Scalar>>> m_chains; ///< what was joined
};

} // namespace backflow
