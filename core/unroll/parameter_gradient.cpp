// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/parameter_gradient.h"

#include "core/numeric/emulated.h"
#include "core/numeric/measure.h"
#include "core/record/attribution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace backflow {

namespace {

template <class Vector> double largestEntry(const Vector& vector) {
  double largest = 0;
  for (const auto entry : vector) {
    largest = std::max(largest, std::abs(static_cast<double>(entry)));
  }
  return largest;
}

template <class Vector> bool holdsZero(const Vector& vector) {
  return std::any_of(vector.begin(), vector.end(),
                     [](auto entry) { return static_cast<double>(entry) == 0; });
}

std::size_t indexOf(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

} // namespace

template <class Scalar>
ParameterGradient<Scalar>::ParameterGradient(Track<Scalar>& track,
                                             const std::vector<ParameterShape>& shapes,
                                             int earliest, Keep keep)
    : m_track(track), m_keep(keep == Keep::Adjoints), m_earliest(earliest),
      m_blockLast(track.horizon()) {
  for (const ParameterShape& shape : shapes) {
    m_names.push_back(shape.name);
    m_sums.push_back(Matrix::Zero(shape.rows, shape.columns));
  }
  const StepProgram& program = track.program();
  int rows = 0;
  for (const StepOperation& operation : program.operations) {
    if (operation.kind != StepOperationKind::Linear) {
      continue;
    }
    const StepRegister& result = program.registers[static_cast<std::size_t>(operation.result)];
    const std::size_t linear = m_linears.size();
    m_linears.push_back({&operation, result.adjoint, rows, result.size});
    rows += result.size;
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
  m_buffer.setZero(rows, m_keep ? track.horizon() : std::min(blockSteps, track.horizon()));
}

template <class Scalar> void ParameterGradient<Scalar>::add(int u, const Scalar* adjoints) {
  const int first = std::max(m_earliest, m_blockLast - blockSteps + 1);
  auto column = m_buffer.col(bufferColumn(u, first));
  for (const Linear& linear : m_linears) {
    std::copy_n(adjoints + linear.adjoint, linear.size, column.data() + linear.row);
  }
  if (u == first) {
    finishBlock(first, m_blockLast);
    m_blockLast = first - 1;
  }
}

template <class Scalar> void ParameterGradient<Scalar>::finishBlock(int first, int last) {
  const int steps = last - first + 1;
  const bool watches = !(m_sawInf && m_sawNan);
  const std::vector<Matrix> before = watches ? m_sums : std::vector<Matrix>();
  for (const Part& part : m_parts) {
    const Linear& linear = m_linears[part.linear];
    const auto gradients =
        m_buffer.block(linear.row, bufferColumn(first, first), linear.size, steps);
    auto sum = m_sums[part.parameter].block(part.row, part.column, linear.size, part.columns);
    if (part.source < 0) {
      for (int k = steps - 1; k >= 0; --k) {
        sum.col(0) += gradients.col(k);
      }
      continue;
    }
    const auto sources = m_track.sources(part.source, first, steps);
    if constexpr (std::is_floating_point_v<Scalar>) {
      sum.noalias() += gradients * sources.transpose();
    } else {
      for (int k = steps - 1; k >= 0; --k) {
        for (Eigen::Index j = 0; j < sum.cols(); ++j) {
          const Scalar other = sources(j, k);
          for (Eigen::Index i = 0; i < sum.rows(); ++i) {
            sum(i, j) += gradients(i, k) * other;
          }
        }
      }
    }
  }
  const bool finite = std::all_of(m_sums.begin(), m_sums.end(), [](const Matrix& sum) {
    return allFinite(sum.data(), sum.size());
  });
  if (watches && !finite) {
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
          const Scalar product = gradient * other;
          const Scalar next = partial + product;
          // What was inf or NaN already is told where it began.
          if (is(gradient) || is(other) || is(partial) || std::isnan(partial)) {
            break;
          }
          if (is(product) || is(next)) {
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
  const auto found = firstOperation(terms, nan ? Wanted::Nan : Wanted::Inf);
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

template <class Scalar> double ParameterGradient<Scalar>::copyNorm(int u, const Scalar* adjoints) {
  std::vector<double> norms;
  for (const Linear& linear : m_linears) {
    norms.push_back(partNorm(linear, u, adjoints + linear.adjoint));
  }
  return scaledNorm(norms.data(), static_cast<std::ptrdiff_t>(norms.size()));
}

template <class Scalar>
double ParameterGradient<Scalar>::partNorm(const Linear& linear, int u, const Scalar* adjoint) {
  const Eigen::Map<const VectorOf<Scalar>> gradient(adjoint, linear.size);
  const double gradientNorm = scaledNorm(adjoint, linear.size);
  std::vector<double> factors(linear.operation->biases.size(), 1.0);
  double largestFactor = factors.empty() ? 0 : 1;
  bool factorIsZero = false;
  for (const WeightBlock& block : linear.operation->weights) {
    const auto source = m_track.sources(block.source, u, 1);
    factors.push_back(scaledNorm(source.data(), source.rows()));
    if (!std::isfinite(gradientNorm) || gradientNorm > 1e15) {
      largestFactor = std::max(largestFactor, largestEntry(source.col(0)));
      factorIsZero = factorIsZero || holdsZero(source.col(0));
    }
  }
  const double factorNorm = scaledNorm(factors.data(), static_cast<std::ptrdiff_t>(factors.size()));
  if (std::isnan(gradientNorm) || std::isnan(factorNorm)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  // 0 · inf in any entry is a NaN, though the product of the norms is not.
  if ((std::isinf(gradientNorm) && factorIsZero) ||
      (std::isinf(factorNorm) && holdsZero(gradient))) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  if (std::isinf(gradientNorm) || std::isinf(factorNorm)) {
    return std::numeric_limits<double>::infinity();
  }
  const double mostNorm = gradientNorm * factorNorm;
  if (!(mostNorm < static_cast<double>(std::numeric_limits<Scalar>::max()))) {
    largestFactor = factors.empty() ? 0 : 1;
    for (const WeightBlock& block : linear.operation->weights) {
      largestFactor =
          std::max(largestFactor, largestEntry(m_track.sources(block.source, u, 1).col(0)));
    }
    const auto largestProduct =
        static_cast<Scalar>(largestEntry(gradient)) * static_cast<Scalar>(largestFactor);
    if (std::isinf(largestProduct)) {
      return std::numeric_limits<double>::infinity();
    }
  }
  return boundedProduct(gradientNorm, factorNorm);
}

template <class Scalar>
double ParameterGradient<Scalar>::keptNorm(int u, const std::vector<Eigen::MatrixXd>& kept) {
  std::vector<double> norms;
  Eigen::VectorXd entries;
  for (const Part& part : m_parts) {
    const Linear& linear = m_linears[part.linear];
    const Eigen::VectorXd gradient =
        m_buffer.col(u - 1).segment(linear.row, linear.size).template cast<double>();
    const auto shares =
        kept[part.parameter].block(part.row, part.column, linear.size, part.columns);
    for (Eigen::Index j = 0; j < part.columns; ++j) {
      entries = (gradient * static_cast<double>(factor(part, j, u))).cwiseProduct(shares.col(j));
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
