// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/parameter_gradient.h"

#include "core/numeric/dense.h"
#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/measure.h"
#include "core/record/attribution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace backflow {

namespace {

std::size_t indexOf(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

} // namespace

template <class Scalar>
ParameterGradient<Scalar>::ParameterGradient(Track<Scalar>& track,
                                             const std::vector<ParameterShape>& shapes,
                                             int earliest, Keep keep)
    : m_track(track), m_copyNorm(track), m_keep(keep == Keep::Adjoints), m_earliest(earliest),
      m_blockLast(track.horizon()) {
  m_names.reserve(shapes.size());
  m_sums.reserve(shapes.size());
  for (const ParameterShape& shape : shapes) {
    m_names.push_back(shape.name);
    m_sums.push_back(unsetMatrix<Scalar>(shape.rows, shape.columns));
    m_sums.back().setZero();
  }
  const StepProgram& program = track.program();
  m_linears.reserve(program.operations.size());
  m_parts.reserve(2 * shapes.size());
  for (const StepOperation& operation : program.operations) {
    if (operation.kind != StepOperationKind::Linear) {
      continue;
    }
    const StepRegister& result = program.registers[static_cast<std::size_t>(operation.result)];
    const std::size_t linear = m_linears.size();
    m_linears.push_back({&operation, result.adjoint, result.linear, result.size});
    for (const WeightBlock& block : operation.weights) {
      m_parts.push_back({indexOf(m_names, block.parameter), block.row, block.column, block.columns,
                         block.source, linear});
    }
    for (const BiasBlock& bias : operation.biases) {
      m_parts.push_back({indexOf(m_names, bias.parameter), bias.row, 0, 1, -1, linear});
    }
  }
  // Of what goes wrong at one step, the first parameter's is told.
  std::stable_sort(m_parts.begin(), m_parts.end(),
                   [](const Part& a, const Part& b) { return a.parameter < b.parameter; });
  planBiases();
  planProducts();
  m_buffer.setZero(program.linearSize,
                   m_keep ? track.horizon() : std::min(blockSteps, track.horizon()));
}

template <class Scalar> void ParameterGradient<Scalar>::planBiases() {
  for (const Part& part : m_parts) {
    if (part.source >= 0) {
      continue;
    }
    const Linear& linear = m_linears[part.linear];
    const auto continued = std::find_if(m_biases.begin(), m_biases.end(), [&](const BiasSum& one) {
      return one.parameter == part.parameter && one.row + one.rows == part.row &&
             one.bufferRow + one.rows == linear.row;
    });
    if (continued != m_biases.end()) {
      continued->rows += linear.size;
    } else {
      m_biases.push_back({part.parameter, part.row, linear.size, linear.row});
    }
  }
}

template <class Scalar> void ParameterGradient<Scalar>::planProducts() {
  const auto steps = static_cast<std::ptrdiff_t>(std::min(blockSteps, m_track.horizon()));
  m_products.reserve(m_parts.size());
  m_sources.reserve(m_parts.size());
  m_rightFactors.reserve(m_parts.size());
  const auto sourceOf = [&](int reg) {
    const auto found = std::find(m_sources.begin(), m_sources.end(), reg);
    const auto index = static_cast<std::size_t>(found - m_sources.begin());
    if (found == m_sources.end()) {
      m_sources.push_back(reg);
      const StepRegister& source = m_track.program().registers[static_cast<std::size_t>(reg)];
      m_rightFactors.emplace_back(FactorSide::Right, source.size, steps);
    }
    return index;
  };
  for (const Part& part : m_parts) {
    if (part.source < 0) {
      continue;
    }
    const Linear& linear = m_linears[part.linear];
    const Product next{part.parameter,        part.row,  part.column, linear.size, part.columns,
                       sourceOf(part.source), linear.row};
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
  m_leftFactors.reserve(m_products.size());
  for (const Product& product : m_products) {
    m_leftFactors.emplace_back(FactorSide::Left, product.rows, steps);
  }
}

template <class Scalar> double ParameterGradient<Scalar>::add(int u, const Scalar* adjoints) {
  Scalar* column = place(u);
  for (const Linear& linear : m_linears) {
    std::copy_n(adjoints + linear.adjoint, linear.size, column + linear.row);
  }
  return addPlaced(u, m_copyNorm.read(column));
}

template <class Scalar> double ParameterGradient<Scalar>::addPlaced(int u, const double* norms) {
  const int first = blockFirst();
  const double norm = m_copyNorm.norm(u, place(u), norms);
  m_bound += norm;
  if (u == first) {
    finishBlock(first, m_blockLast);
    m_blockLast = first - 1;
  }
  return norm;
}

/// Whether no sum can have left the finite numbers. The narrow formats round too coarsely to tell.
template <class Scalar> bool ParameterGradient<Scalar>::isSafe() const {
  return std::is_floating_point_v<Scalar> &&
         m_bound < static_cast<double>(std::numeric_limits<Scalar>::max()) / 4;
}

template <class Scalar> void ParameterGradient<Scalar>::finishBlock(int first, int last) {
  const int steps = last - first + 1;
  const bool watches = !(m_sawInf && m_sawNan) && !isSafe();
  const std::vector<Matrix> before = watches ? m_sums : std::vector<Matrix>();
  // The last step comes first.
  const Eigen::Index lastColumn = bufferColumn(last, first);
  const std::ptrdiff_t stride = -m_buffer.outerStride();
  for (const BiasSum& bias : m_biases) {
    kernels<Scalar>().addColumns({&m_buffer.coeffRef(bias.bufferRow, lastColumn), stride, steps,
                                  &m_sums[bias.parameter].coeffRef(bias.row, 0), bias.rows});
  }
  for (std::size_t s = 0; s < m_sources.size(); ++s) {
    const auto sources = m_track.sources(m_sources[s], first, steps);
    m_rightFactors[s].clear();
    m_rightFactors[s].append({&sources.coeffRef(0, steps - 1), 1, -sources.outerStride()}, steps);
  }
  for (std::size_t p = 0; p < m_products.size(); ++p) {
    const Product& product = m_products[p];
    m_leftFactors[p].clear();
    m_leftFactors[p].append({&m_buffer.coeffRef(product.bufferRow, lastColumn), 1, stride}, steps);
    Matrix& sum = m_sums[product.parameter];
    addTileProduct(m_leftFactors[p], m_rightFactors[product.source],
                   &sum.coeffRef(product.row, product.column), sum.outerStride());
  }
  if (!watches) {
    return;
  }
  const bool finite = std::all_of(m_sums.begin(), m_sums.end(), [](const Matrix& sum) {
    return allFinite(sum.data(), sum.size());
  });
  if (!finite) {
    look(before, first, last, false, m_sawInf);
    look(before, first, last, true, m_sawNan);
  }
}

template <class Scalar>
Scalar ParameterGradient<Scalar>::factor(const Part& part, Eigen::Index column, int u) {
  return part.source < 0 ? Scalar(1) : m_track.sources(part.source, u, 1)(column, 0);
}

template <class Scalar>
void ParameterGradient<Scalar>::look(const std::vector<Matrix>& before, int first, int last,
                                     bool nan, bool& seen) {
  if (seen) {
    return;
  }
  const auto is = [nan](Scalar value) {
    return nan ? std::isnan(value) : std::isinf(value);
  };
  const ProductRounding rounding = stepRounding<Scalar>();
  Onset onset;
  for (std::size_t p = 0; p < m_parts.size(); ++p) {
    const Part& part = m_parts[p];
    const Linear& linear = m_linears[part.linear];
    for (Eigen::Index i = 0; i < linear.size; ++i) {
      for (Eigen::Index j = 0; j < part.columns; ++j) {
        Scalar partial = before[part.parameter](part.row + i, part.column + j);
        for (int u = last; u >= first && u > onset.u; --u) {
          const Scalar gradient = m_buffer(linear.row + i, bufferColumn(u, first));
          const Scalar other = factor(part, j, u);
          const Scalar next = addedProduct(partial, gradient, other, rounding);
          // What was inf or NaN already is told where it began.
          if (is(gradient) || is(other) || is(partial) || std::isnan(partial)) {
            break;
          }
          if (is(next)) {
            onset = {u, p, i, j};
            break;
          }
          partial = next;
        }
      }
    }
  }
  if (onset.u > 0) {
    seen = true;
    const Part& part = m_parts[onset.part];
    addEvent(onset, first, last,
             before[part.parameter](part.row + onset.row, part.column + onset.column), nan);
  }
}

template <class Scalar>
void ParameterGradient<Scalar>::addEvent(const Onset& onset, int first, int last, Scalar before,
                                         bool nan) {
  const Part& part = m_parts[onset.part];
  const Linear& linear = m_linears[part.linear];
  const StepProgram& program = m_track.program();
  const auto nameOfRegister = [&](int reg) {
    return program.registers[static_cast<std::size_t>(reg)].name;
  };
  std::vector<Term<Scalar>> terms{{"partial sum", before, {}, {}}};
  for (int u = last; u >= onset.u; --u) {
    const int t = m_track.timeOf(u);
    const typename Track<Scalar>::Values values = m_track.valuesAt(u);
    const int sourceTime =
        part.source < 0 ? t : timeOfRegister(m_track.momentAt(u, values), part.source);
    terms.push_back({entryNameAt("dL/d" + nameOfRegister(linear.operation->result), t, onset.row),
                     m_buffer(linear.row + onset.row, bufferColumn(u, first)),
                     part.source < 0
                         ? std::string()
                         : entryNameAt(nameOfRegister(part.source), sourceTime, onset.column),
                     factor(part, onset.column, u)});
  }
  const auto found = firstOperation(terms, nan ? Wanted::Nan : Wanted::Inf, stepRounding<Scalar>());
  Event event;
  event.kind = nan ? EventKind::NanOnset : EventKind::OverflowInf;
  event.precision = precisionOf<Scalar>();
  event.quantity = "dL/d" + m_names[part.parameter];
  event.t = m_track.timeOf(onset.u);
  event.stepsBack = m_track.horizon() - onset.u;
  event.element = static_cast<int>((part.row + onset.row) * m_sums[part.parameter].cols() +
                                   part.column + onset.column) +
                  1;
  event.cause = found ? found->cause : Cause{};
  m_events.push_back(std::move(event));
}

template <class Scalar>
double ParameterGradient<Scalar>::keptNorm(int u, const std::vector<Eigen::MatrixXd>& kept,
                                           double threshold) {
  const auto left = [threshold](double entry, double share) {
    return std::isinf(entry) && share == 0 ? threshold : entry * share;
  };
  std::vector<double> norms;
  Eigen::VectorXd entries;
  for (const Part& part : m_parts) {
    const Linear& linear = m_linears[part.linear];
    const Eigen::VectorXd gradient =
        m_buffer.col(u - 1).segment(linear.row, linear.size).template cast<double>();
    const auto shares =
        kept[part.parameter].block(part.row, part.column, linear.size, part.columns);
    for (Eigen::Index j = 0; j < part.columns; ++j) {
      entries =
          (gradient * static_cast<double>(factor(part, j, u))).binaryExpr(shares.col(j), left);
      norms.push_back(scaledNorm(entries.data(), entries.size()));
    }
  }
  return scaledNorm(norms.data(), static_cast<std::ptrdiff_t>(norms.size()));
}

template class ParameterGradient<float>;
template class ParameterGradient<double>;
template class ParameterGradient<BFloat16>;
template class ParameterGradient<Float16>;

} // namespace backflow
