// SPDX-License-Identifier: GPL-3.0-or-later
// Which weights come together in one product, and where each of them is found again.
#include "core/cell/step_engine.h"

#include "core/numeric/emulated.h"

#include <array>
#include <span>
#include <utility>

namespace backflow {

namespace {

Eigen::Ref<const Eigen::MatrixXd> valuesOf(const WeightBlock& block, const Parameters& parameters) {
  return parameter(parameters, block.parameter)
      .block(block.row, block.column, block.rows, block.columns);
}

} // namespace

template <class Scalar>
StepEngine<Scalar>::StepEngine(StepProgram program, const Parameters& parameters,
                               std::vector<PinSpec> pins)
    : m_program(std::move(program)), m_pins(std::move(pins)),
      m_forward(backflow::forwardSchedule(m_program)) {
  makeForward(parameters);
  m_whole = backflow::reverseSchedule(m_program, ReverseReach::WholeStep);
  m_wholeProducts = makeReverse(m_whole, parameters);
  if (m_program.firstTop > 0) {
    m_top = backflow::reverseSchedule(m_program, ReverseReach::TopLayer);
    m_topProducts = makeReverse(m_top, parameters);
  }
  ReverseSchedule head = headSchedule(m_program);
  m_headProducts = makeReverse(head, parameters);
}

template <class Scalar> void StepEngine<Scalar>::makeForward(const Parameters& parameters) {
  m_places.resize(m_program.operations.size());
  m_biases.resize(m_program.operations.size());
  m_forwardProducts.reserve(m_forward.groups.size());
  for (ProductGroup& group : m_forward.groups) {
    std::array<Eigen::Index, mostInProduct> rows;
    const std::size_t blocks = group.blocks.size();
    for (std::size_t b = 0; b < blocks; ++b) {
      rows[b] = sizeOf(group.blocks[b]);
    }
    std::array<Eigen::Index, mostInProduct> firstColumns;
    Eigen::Index columns = 0;
    for (std::size_t s = 0; s < group.segments.size(); ++s) {
      firstColumns[s] = columns;
      columns += sizeOf(group.segments[s]);
    }
    m_forwardProducts.push_back(
        {std::move(group), PackedMatrix<Scalar>(std::span(rows).first(blocks), columns), {}});
    Product& product = m_forwardProducts.back();
    std::size_t block = 0;
    std::vector<Vector> starts;
    starts.reserve(blocks);
    int before = -1;
    for (const WeightPlace& place : product.group.weights) {
      const auto index = static_cast<std::size_t>(place.operation);
      const StepOperation& operation = m_program.operations[index];
      if (place.operation != before) {
        block = starts.size();
        before = place.operation;
        starts.emplace_back(Vector::Zero(sizeOf(operation.result)));
        m_places[index].reserve(operation.weights.size());
        m_biases[index].reserve(operation.biases.size());
        for (const BiasBlock& bias : operation.biases) {
          m_biases[index].push_back(parameter(parameters, bias.parameter)
                                        .col(0)
                                        .segment(bias.row, sizeOf(operation.result))
                                        .template cast<Scalar>());
          if (m_biases[index].size() == 1) {
            starts.back() = m_biases[index].back();
          } else {
            starts.back() += m_biases[index].back();
          }
        }
      }
      const auto segment = static_cast<std::size_t>(place.block);
      product.matrix.set(block, firstColumns[segment],
                         valuesOf(operation.weights[segment], parameters));
      m_places[index].push_back({m_forwardProducts.size() - 1, block, firstColumns[segment]});
    }
    product.biases = product.matrix.startingAt(starts);
  }
  m_forward.groups.clear();
}

template <class Scalar>
std::vector<typename StepEngine<Scalar>::Product>
StepEngine<Scalar>::makeReverse(ReverseSchedule& schedule, const Parameters& parameters) const {
  std::vector<Product> products;
  products.reserve(schedule.groups.size());
  for (ProductGroup& group : schedule.groups) {
    Eigen::Index columns = 0;
    for (const int reg : group.segments) {
      columns += sizeOf(reg);
    }
    const Eigen::Index rows = sizeOf(group.blocks.front());
    products.push_back({std::move(group), PackedMatrix<Scalar>(std::array{rows}, columns), {}});
    Product& product = products.back();
    columns = 0;
    for (const WeightPlace& place : product.group.weights) {
      const WeightBlock& block = m_program.operations[static_cast<std::size_t>(place.operation)]
                                     .weights[static_cast<std::size_t>(place.block)];
      product.matrix.setTransposed(0, columns, valuesOf(block, parameters));
      columns += block.rows;
    }
  }
  schedule.groups.clear();
  return products;
}

template <class Scalar>
Scalar StepEngine<Scalar>::weight(int operation, int block, Eigen::Index row,
                                  Eigen::Index column) const {
  const Place& place =
      m_places[static_cast<std::size_t>(operation)][static_cast<std::size_t>(block)];
  return m_forwardProducts[place.product].matrix.at(place.block, row, place.firstColumn + column);
}

template <class Scalar>
Scalar StepEngine<Scalar>::bias(int operation, int block, Eigen::Index row) const {
  return m_biases[static_cast<std::size_t>(operation)][static_cast<std::size_t>(block)][row];
}

template <class Scalar>
typename StepEngine<Scalar>::Gathering StepEngine<Scalar>::gathering(int operation, int block,
                                                                     Eigen::Index row) const {
  const Place& place =
      m_places[static_cast<std::size_t>(operation)][static_cast<std::size_t>(block)];
  const Product& product = m_forwardProducts[place.product];
  return {static_cast<int>(place.product), isSplit(product.group, static_cast<std::size_t>(block))
                                               ? product.matrix.partialSums(place.block, row)
                                               : 1};
}

template <class Scalar>
typename StepEngine<Scalar>::Gathering
StepEngine<Scalar>::reverseGathering(int operation, int block, Eigen::Index row) const {
  int number = 0;
  for (const auto* products : {&m_wholeProducts, &m_headProducts}) {
    for (const Product& product : *products) {
      for (const WeightPlace& place : product.group.weights) {
        if (place.operation == operation && place.block == block) {
          return {number, product.matrix.partialSums(0, row)};
        }
      }
      ++number;
    }
  }
  return {};
}

template class StepEngine<float>;
template class StepEngine<double>;
template class StepEngine<BFloat16>;
template class StepEngine<Float16>;

} // namespace backflow
