// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"
#include "core/network/parameters.h"
#include "core/numeric/dense.h"
#include "core/numeric/tile_product.h"

#include <vector>

namespace backflow {

/// Weights, or gradients, of a network as matrices in the order of its parameter shapes.
template <class Scalar> using WeightList = std::vector<MatrixOf<Scalar>>;

/// The linear operations of one program on B sequences at once, as products of matrices. What they
/// multiply is laid out for these products once a step, however many operations read it, and the
/// gradient of the weights is added to once in several steps: entry by entry the same sum, since
/// its addends keep their order.
///
/// Values and derivatives are matrices with a column for each sequence, one column after another.
template <class Scalar> class BatchLinear {
 public:
  /// By register: where its value in a step stands.
  using Values = std::vector<const Scalar*>;

  /// Columns of the matrices: `batch`.
  BatchLinear(const StepProgram& program, const std::vector<ParameterShape>& shapes, int batch);

  /// Before the first step forwards.
  void beginForward(const WeightList<Scalar>& weights);
  /// result ← Σ biases + W·sources, of an operation in step u.
  void compute(std::size_t index, int u, const Values& values, Scalar* result);

  /// Before the first step backwards.
  void beginBackward(const WeightList<Scalar>& weights);
  /// Before the operations of a step backwards.
  void beginReverseStep(const Values& values);
  /// Notes ∂L/∂result of an operation in this step for the gradients of its weights, and adds to
  /// those of its biases.
  void gather(std::size_t index, const Scalar* adjoint, WeightList<Scalar>& gradients);
  /// target ← target + Wᵀ·∂L/∂result by the `block`th block of the weights. After gather().
  void addReverseProduct(std::size_t index, std::size_t block, const Scalar* adjoint,
                         Scalar* target);
  /// After the last step backwards: adds what is noted and not yet in the gradients.
  void endBackward(WeightList<Scalar>& gradients);

  /// Where the parameter of a block of an operation's weights stands in the list.
  std::size_t weightPlace(std::size_t index, std::size_t block) const {
    return m_operations[index].weightPlaces[block];
  }

 private:
  /// Registers that operations read together, laid out for their products.
  struct Sources {
    std::vector<int> registers;
    PackedFactor<Scalar> packed;
    int step = 0; ///< u of what is packed
  };
  struct Operation {
    std::vector<WeightBlock> weights;
    std::vector<BiasBlock> biases;
    std::vector<std::size_t> weightPlaces; ///< by block, in the list
    std::vector<std::size_t> biasPlaces;
    std::size_t sources = 0;
    VectorOf<Scalar> bias;                        ///< Σ biases
    PackedFactor<Scalar> packed;                  ///< all blocks side by side, for W·sources
    std::vector<PackedFactor<Scalar>> transposed; ///< by block, for Wᵀ·∂L/∂result
    PackedFactor<Scalar> adjoint;
    PackedFactor<Scalar> gatheredAdjoints; ///< of several steps
  };

  Operation operationOf(const StepOperation& operation, const std::vector<ParameterShape>& shapes);
  std::size_t sourcesOf(const StepOperation& operation);
  void addGathered(const Operation& operation, WeightList<Scalar>& gradients) const;
  void clearGathered();

  int m_batch;
  int m_gatheredSteps;                                 ///< whose products make a gradient at once
  std::vector<int> m_sizes;                            ///< by register
  std::vector<Operation> m_operations;                 ///< by operation; empty for others
  std::vector<Sources> m_sources;                      ///< each list of registers once
  std::vector<int> m_sourceOrder;                      ///< the registers that any operation reads
  std::vector<PackedFactor<Scalar>> m_gatheredSources; ///< by register, of several steps
  int m_gathered = 0;                                  ///< steps that are gathered
};

} // namespace backflow
