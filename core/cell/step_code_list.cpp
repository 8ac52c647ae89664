// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_code_list.h"

#include "core/numeric/kernels/step_chain.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace backflow {

namespace {

struct StepChain {
  StepCode code;
  std::span<const ChainLink> links;
};

// Where two begin alike the longer one comes first.
constexpr std::array stepChains{
    StepChain{StepCode::PyTorchGru, pytorchGruChain},
    StepChain{StepCode::PyTorchGruReverse, pytorchGruReverseChain},
    StepChain{StepCode::PyTorchLstm, pytorchLstmChain},
    StepChain{StepCode::PyTorchLstmReverse, pytorchLstmReverseChain},
    StepChain{StepCode::CourseGruGates, courseGruGatesChain},
    StepChain{StepCode::CourseGruState, courseGruStateChain},
    StepChain{StepCode::CourseGruStateReverse, courseGruStateReverseChain},
    StepChain{StepCode::CourseGruGatesReverse, courseGruGatesReverseChain},
    StepChain{StepCode::CourseLstm, courseLstmChain},
    StepChain{StepCode::CourseLstmReverse, courseLstmReverseChain}};

/// Whether `operand`, read by the link `reader`, is what the link `writer` computed: it was written
/// there, and by no other link since. What is not computed by a link is read where it stands.
template <class Scalar>
bool comesFrom(int writer, std::size_t reader, StepOperand operand,
               std::span<const StepInstruction<Scalar>> steps) {
  if (writer < 0) {
    return true;
  }
  const auto isTarget = [operand](const StepInstruction<Scalar>& step) {
    return step.target == operand;
  };
  const auto first = steps.begin() + writer;
  return isTarget(*first) &&
         std::none_of(first + 1, steps.begin() + static_cast<std::ptrdiff_t>(reader), isTarget);
}

/// Whether the first of `steps` are those of the chain.
template <class Scalar>
bool begins(const StepChain& chain, std::span<const StepInstruction<Scalar>> steps) {
  if (steps.size() < chain.links.size()) {
    return false;
  }
  for (std::size_t k = 0; k < chain.links.size(); ++k) {
    const ChainLink& link = chain.links[k];
    const StepInstruction<Scalar>& step = steps[k];
    if (step.code != link.code || step.size != steps.front().size ||
        !comesFrom(link.left, k, step.left, steps) ||
        !comesFrom(link.right, k, step.right, steps) ||
        !comesFrom(link.addend, k, step.addend, steps)) {
      return false;
    }
  }
  return true;
}

/// Whether what a step writes there is still there after the next one.
bool holdsEveryStep(StepMemory memory) {
  return memory != StepMemory::Scratch && memory != StepMemory::Adjoints;
}

} // namespace

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
  const bool isNorm = code != StepCode::CheckFinite;
  auto& list = isNorm && holdsEveryStep(left.memory) ? m_readings : m_instructions;
  list.push_back({code, size, {}, left, {}, {}, reading, nullptr});
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
  Product& kept = m_products.emplace_front(std::move(product));
  kept.counts.reserve(sizes.size());
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

template <class Scalar> void StepCodeList<Scalar>::joinChains() {
  for (std::size_t first = 0; first < m_instructions.size(); ++first) {
    const std::span<const StepInstruction<Scalar>> rest = std::span(m_instructions).subspan(first);
    const auto* chain = std::ranges::find_if(
        stepChains, [rest](const StepChain& one) { return begins(one, rest); });
    if (chain == stepChains.end()) {
      continue;
    }
    const auto begin = m_instructions.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(chain->links.size());
    const auto& joined = m_chains.emplace_back(begin, end);
    begin->code = chain->code;
    begin->chain = joined.data();
    m_instructions.erase(begin + 1, end);
    // Readings alone are left to the steps in which a unit saturates.
    if (m_usualCount) {
      *m_usualCount -= joined.size() - 1;
    }
  }
}

template <class Scalar> StepCall<Scalar> StepCodeList<Scalar>::call(Scalar* zeros) const {
  StepCall<Scalar> call{};
  std::fill_n(call.memories, stepMemories, zeros);
  call.instructions = m_instructions.data();
  call.allCount = static_cast<std::ptrdiff_t>(m_instructions.size());
  call.usualCount = static_cast<std::ptrdiff_t>(stepCount());
  call.readings = m_readings.data();
  call.readingCount = static_cast<std::ptrdiff_t>(m_readings.size());
  return call;
}

template class StepCodeList<float>;
template class StepCodeList<double>;

} // namespace backflow
