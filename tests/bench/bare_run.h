// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/architecture.h"
#include "core/numeric/tile_product.h"
#include "core/unroll/experiment.h"
#include "core/unroll/track.h"

#include <algorithm>
#include <vector>

namespace backflow::bench {

/// One layer that reads forwards, the loss at the last step: both passes and the weights' gradient
/// by the very operations of NetworkRun, but nothing is looked at and nothing recorded. What
/// recording costs is what NetworkRun takes longer.
template <class Scalar> class BareRun {
 public:
  using Matrix = MatrixOf<Scalar>;

  explicit BareRun(const Experiment& experiment)
      : m_plan(planNetwork(experiment.scenario, static_cast<int>(experiment.input.rows()))),
        m_injected(experiment.injected.cast<Scalar>()),
        m_track(StepEngine<Scalar>(m_plan.stages.front().front().program, experiment.weights, {}),
                experiment.input.cast<Scalar>(),
                VectorOf<Scalar>::Zero(m_plan.stages.front().front().program.stateSize), false, 0) {
    for (const ParameterShape& shape : m_plan.shapes) {
      gradients.push_back(Matrix::Zero(shape.rows, shape.columns));
    }
    planGradients();
  }

  void forward() {
    m_track.compute([](const typename Track<Scalar>::Shown&, const ForwardSigns&) {}, {});
  }

  void backward() {
    const StepProgram& program = m_track.program();
    typename Track<Scalar>::Values values(program.registers.size());
    AlignedArray<Scalar> adjoints(program.adjointSize);
    // ∂L/∂ of the states, as they stand among the adjoints of the step before.
    AlignedArray<Scalar> later(program.adjointSize);
    for (int u = m_track.horizon(), last = u; u >= 1; --u) {
      adjoints.setZero();
      for (const StepState& state : program.states) {
        const StepRegister& current = reg(state.current);
        std::copy_n(later.data() + reg(state.previous).adjoint, current.size,
                    adjoints.data() + current.adjoint);
        if (u == m_track.horizon() && state.current == program.output) {
          std::copy_n(m_injected.data(), current.size, adjoints.data() + current.adjoint);
        }
      }
      m_track.valuesAt(u, values);
      m_track.engine().reverse(u, values, adjoints.data(), ReverseReach::WholeStep, false);
      const int first = std::max(1, last - blockSteps + 1);
      for (const Linear& linear : m_linears) {
        std::copy_n(adjoints.data() + linear.adjoint, linear.size,
                    m_buffer.col(u - first).data() + linear.row);
      }
      if (u == first) {
        finishBlock(first, last);
        last = first - 1;
      }
      std::swap(adjoints, later);
    }
  }

  std::vector<Matrix> gradients; ///< by parameter, in the order of the shapes

 private:
  struct Linear {
    int adjoint;
    int row; ///< in the buffer
    int size;
  };
  struct BiasSum {
    std::size_t parameter;
    int row;
    std::size_t linear;
  };
  /// Weights of neighbouring rows that read the same register.
  struct Product {
    std::size_t parameter;
    int row;
    int column;
    int rows;
    int bufferRow;
    std::size_t source;
    PackedFactor<Scalar> left;
  };
  struct Source {
    int reg;
    PackedFactor<Scalar> right;
  };

  const StepRegister& reg(int index) const {
    return m_track.program().registers[static_cast<std::size_t>(index)];
  }
  std::size_t parameterAt(const std::string& name) const {
    const auto found = std::find_if(m_plan.shapes.begin(), m_plan.shapes.end(),
                                    [&](const ParameterShape& one) { return one.name == name; });
    return static_cast<std::size_t>(found - m_plan.shapes.begin());
  }
  std::size_t sourceOf(int number) {
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&](const Source& one) { return one.reg == number; });
    const auto index = static_cast<std::size_t>(found - m_sources.begin());
    if (found == m_sources.end()) {
      m_sources.push_back({number, {FactorSide::Right, reg(number).size, blockSteps}});
    }
    return index;
  }

  void planGradients() {
    int rows = 0;
    for (const StepOperation& operation : m_track.program().operations) {
      if (operation.kind != StepOperationKind::Linear) {
        continue;
      }
      const StepRegister& result = reg(operation.result);
      for (const BiasBlock& bias : operation.biases) {
        m_biases.push_back({parameterAt(bias.parameter), bias.row, m_linears.size()});
      }
      m_linears.push_back({result.adjoint, rows, result.size});
      for (const WeightBlock& block : operation.weights) {
        const Product next{parameterAt(block.parameter), block.row, block.column, block.rows, rows,
                           sourceOf(block.source),       {}};
        const auto continued =
            std::find_if(m_products.begin(), m_products.end(), [&](const Product& one) {
              return one.parameter == next.parameter && one.source == next.source &&
                     one.column == next.column && one.row + one.rows == next.row &&
                     one.bufferRow + one.rows == next.bufferRow;
            });
        if (continued != m_products.end()) {
          continued->rows += next.rows;
        } else {
          m_products.push_back(next);
        }
      }
      rows += result.size;
    }
    for (Product& product : m_products) {
      product.left = {FactorSide::Left, product.rows, blockSteps};
    }
    m_buffer.setZero(rows, blockSteps);
  }

  void finishBlock(int first, int last) {
    const int steps = last - first + 1;
    for (const BiasSum& bias : m_biases) {
      const Linear& linear = m_linears[bias.linear];
      auto sum = gradients[bias.parameter].col(0).segment(bias.row, linear.size);
      for (int k = steps - 1; k >= 0; --k) {
        sum += m_buffer.col(k).segment(linear.row, linear.size);
      }
    }
    for (Source& source : m_sources) {
      const auto columns = m_track.sources(source.reg, first, steps);
      source.right.clear();
      source.right.append({&columns.coeffRef(0, steps - 1), 1, -columns.outerStride()}, steps);
    }
    for (Product& product : m_products) {
      product.left.clear();
      product.left.append(
          {&m_buffer.coeffRef(product.bufferRow, steps - 1), 1, -m_buffer.outerStride()}, steps);
      Matrix& sum = gradients[product.parameter];
      addTileProduct(product.left, m_sources[product.source].right,
                     &sum.coeffRef(product.row, product.column), sum.outerStride());
    }
  }

  NetworkPlan m_plan;
  VectorOf<Scalar> m_injected;
  Track<Scalar> m_track;
  std::vector<Linear> m_linears;
  std::vector<BiasSum> m_biases;
  std::vector<Product> m_products;
  std::vector<Source> m_sources;
  Matrix m_buffer;
};

} // namespace backflow::bench
