// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_code_list.h"

#include <algorithm>
#include <utility>

namespace backflow {

StepOperand valueOperand(const StepProgram& program, int reg) {
  if (reg < 0) {
    return {};
  }
  if (reg == program.input) {
    return {StepMemory::Input, 0};
  }
  for (const StepState& state : program.states) {
    if (state.previous == reg) {
      return {StepMemory::HeldBefore,
              program.registers[static_cast<std::size_t>(state.current)].held};
    }
  }
  const StepRegister& own = program.registers[static_cast<std::size_t>(reg)];
  return own.held >= 0 ? StepOperand{StepMemory::Held, own.held}
                       : StepOperand{StepMemory::Scratch, own.scratch};
}

template <class Scalar>
void StepCodeList<Scalar>::unary(StepCode code, int size, StepOperand target, StepOperand left) {
  append({code, size, target, left, {}, {}, 0, nullptr});
}

template <class Scalar>
void StepCodeList<Scalar>::counting(StepCode code, int size, StepOperand target, StepOperand left,
                                    int operation) {
  append({code, size, target, left, {}, {}, operation, nullptr});
}

template <class Scalar>
void StepCodeList<Scalar>::binary(StepCode code, int size, StepOperand target, StepOperand left,
                                  StepOperand right, StepOperand addend) {
  append({code, size, target, left, right, addend, 0, nullptr});
}

template <class Scalar>
void StepCodeList<Scalar>::read(StepCode code, int size, StepOperand left, int reading) {
  append({code, size, {}, left, {}, {}, reading, nullptr});
}

template <class Scalar>
void StepCodeList<Scalar>::checkFinite(StepMemory memory, int first, int end) {
  if (first < end) {
    read(StepCode::CheckFinite, end - first, {memory, first});
  }
}

template <class Scalar>
void StepCodeList<Scalar>::product(Product product, const PackedMatrix<Scalar>& matrix,
                                   int skippedColumns, const std::vector<int>& sizes,
                                   StepOperand initial) {
  Product& kept = m_products.emplace_back(std::move(product));
  for (const int size : sizes) {
    kept.counts.push_back({nullptr, size});
  }
  kept.step.product =
      matrix.product(kept.counts.data(), static_cast<std::ptrdiff_t>(kept.counts.size()));
  kept.step.product.skippedColumns = skippedColumns;
  kept.step.segments = kept.segments.data();
  kept.step.blocks = kept.blocks.data();
  kept.step.starts = kept.starts.empty() ? nullptr : kept.starts.data();
  kept.step.initial = initial;
  append({StepCode::Product, static_cast<int>(kept.blocks.size()), {}, {}, {}, {}, 0, &kept.step});
}

template <class Scalar>
void StepCodeList<Scalar>::productFrom(StepOperand initial, const PackedMatrix<Scalar>& matrix,
                                       int skippedColumns, std::vector<StepOperand> segments,
                                       const std::vector<int>& sizes,
                                       std::vector<StepOperand> blocks) {
  product({std::move(segments), std::move(blocks), {}, {}, {}}, matrix, skippedColumns, sizes,
          initial);
}

template <class Scalar>
void StepCodeList<Scalar>::productTo(StepOperand block, StepOperand start,
                                     const PackedMatrix<Scalar>& matrix,
                                     std::vector<StepOperand> segments,
                                     const std::vector<int>& sizes) {
  product({std::move(segments), {block}, {start}, {}, {}}, matrix, 0, sizes, {});
}

template <class Scalar> StepCall<Scalar> StepCodeList<Scalar>::call(Scalar* zeros) const {
  StepCall<Scalar> call{};
  std::fill_n(call.memories, stepMemories, zeros);
  call.instructions = m_instructions.data();
  call.allCount = static_cast<std::ptrdiff_t>(m_instructions.size());
  call.usualCount = static_cast<std::ptrdiff_t>(m_usualCount.value_or(m_instructions.size()));
  return call;
}

template class StepCodeList<float>;
template class StepCodeList<double>;

} // namespace backflow
