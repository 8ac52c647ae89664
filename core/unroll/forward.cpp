// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/forward.h"

#include "core/numeric/measure.h"
#include "core/record/attribution.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

template <class Scalar> using MatrixOf = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
template <class Scalar> using VectorOf = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

/// Watches one forward pass for the first inf, NaN and saturated unit.
template <class Scalar> class ForwardWatch {
 public:
  ForwardWatch(const RnnCell<Scalar>& cell, const MatrixOf<Scalar>& input,
               ForwardPass<Scalar>& pass)
      : m_cell(cell), m_input(input), m_pass(pass) {}

  void look(int t, const Measure& measured, const VectorOf<Scalar>& preActivation) {
    const auto state = m_pass.states.col(t);
    if (measured.infinities > 0 && !m_pass.sawInf) {
      m_pass.sawInf = true;
      addNonfinite(EventKind::OverflowInf, t, Wanted::Inf);
    }
    if (measured.nans > 0 && !m_pass.sawNan) {
      m_pass.sawNan = true;
      addNonfinite(EventKind::NanOnset, t, Wanted::Nan);
    }
    const bool saturates =
        m_cell.activation() == Activation::Tanh || m_cell.activation() == Activation::Sigmoid;
    if (!saturates || m_sawSaturation) {
      return;
    }
    for (Eigen::Index i = 0; i < state.size(); ++i) {
      if (m_cell.derivative(state[i]) == 0) {
        m_sawSaturation = true;
        add(EventKind::Saturation, t, i,
            {CauseKind::SaturatedUnit, entryNameAt("a", t, i),
             static_cast<double>(preActivation[i]), entryNameAt("h", t, i),
             static_cast<double>(state[i]), 0});
        return;
      }
    }
  }

 private:
  void addNonfinite(EventKind kind, int t, Wanted wanted) {
    const auto state = m_pass.states.col(t);
    for (Eigen::Index i = 0; i < state.size(); ++i) {
      if (wanted == Wanted::Nan ? std::isnan(state[i]) : std::isinf(state[i])) {
        const auto found = firstOperation(termsOf(t, i), wanted);
        add(kind, t, i, found ? found->cause : Cause{});
        return;
      }
    }
  }

  std::vector<Term<Scalar>> termsOf(int t, Eigen::Index unit) const {
    std::vector<Term<Scalar>> terms;
    terms.push_back({"b[" + std::to_string(unit + 1) + "]", m_cell.bias()[unit], {}, {}});
    for (Eigen::Index d = 0; d < m_input.rows(); ++d) {
      terms.push_back({entryName("W_x", unit, d), m_cell.inputWeights()(unit, d),
                       entryNameAt("x", t, d), m_input(d, t - 1)});
    }
    for (Eigen::Index j = 0; j < m_cell.hidden(); ++j) {
      terms.push_back({entryName("W_h", unit, j), m_cell.recurrent()(unit, j),
                       entryNameAt("h", t - 1, j), m_pass.states(j, t - 1)});
    }
    return terms;
  }

  void add(EventKind kind, int t, Eigen::Index unit, Cause cause) {
    Event event;
    event.kind = kind;
    event.phase = Phase::Forward;
    event.precision = precisionOf<Scalar>();
    event.quantity = "h";
    event.t = t;
    event.stepsBack = static_cast<int>(m_input.cols()) - t;
    event.element = static_cast<int>(unit) + 1;
    event.cause = std::move(cause);
    m_pass.events.push_back(std::move(event));
  }

  const RnnCell<Scalar>& m_cell;
  const MatrixOf<Scalar>& m_input;
  ForwardPass<Scalar>& m_pass;
  bool m_sawSaturation = false;
};

} // namespace

template <class Scalar>
std::optional<ForwardPass<Scalar>>
forward(const RnnCell<Scalar>& cell, const MatrixOf<Scalar>& input,
        const VectorOf<Scalar>& initialState, const std::stop_token& stop) {
  const auto horizon = static_cast<int>(input.cols());
  ForwardPass<Scalar> pass;
  pass.states.resize(cell.hidden(), horizon + 1);
  pass.states.col(0) = initialState;
  pass.stateNorm.reserve(static_cast<std::size_t>(horizon));
  VectorOf<Scalar> preActivation(cell.hidden());
  ForwardWatch<Scalar> watch(cell, input, pass);
  for (int t = 1; t <= horizon; ++t) {
    if (stop.stop_requested()) {
      return std::nullopt;
    }
    cell.preActivation(input.col(t - 1).data(), pass.states.col(t - 1).data(),
                       preActivation.data());
    cell.activate(preActivation.data(), pass.states.col(t).data());
    const Measure measured = measure(pass.states.col(t).data(), cell.hidden());
    pass.stateNorm.push_back(measured.norm);
    watch.look(t, measured, preActivation);
  }
  return pass;
}

template std::optional<ForwardPass<float>> forward(const RnnCell<float>&, const MatrixOf<float>&,
                                                   const VectorOf<float>&, const std::stop_token&);
template std::optional<ForwardPass<double>> forward(const RnnCell<double>&, const MatrixOf<double>&,
                                                    const VectorOf<double>&,
                                                    const std::stop_token&);

} // namespace backflow
