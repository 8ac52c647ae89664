// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/forward_plan.h"
#include "core/cell/step_engine.h"
#include "core/cell/step_terms.h"
#include "core/numeric/aligned_array.h"
#include "core/numeric/dense.h"
#include "core/unroll/run_progress.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace backflow {

/// Steps of the parameter gradient that become one matrix product; segments hold whole blocks, so
/// that recomputing changes no bit.
inline constexpr int blockSteps = 64;

/// What was read off a step of the way forward.
struct ForwardSigns {
  bool isFinite = true; ///< every number that was computed, held or not
  int saturated = 0;    ///< units of tanh and of the gates whose derivative is exactly zero
  /// Bit k mod 64: whether any is in the activation that is operation k.
  std::uint64_t saturatedOperations = 0;
  double outputNorm = 0; ///< ‖h‖₂ of the program's output
};

/// One program unrolled over a sequence, in its own time u = 1..T: u = t, or T + 1 − t where it
/// reads backwards. Holds every step, or with `segment` > 0 only the states at the start of each
/// segment and recomputes the rest when the way back comes to it (Chen et al. 2016).
template <class Scalar> class Track {
 public:
  using Matrix = MatrixOf<Scalar>;
  using Vector = VectorOf<Scalar>;
  using Values = typename StepEngine<Scalar>::Values;
  using Columns = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;
  class Shown;

  /// input: D×T in sequence time. initialStates: the program's states one after another.
  Track(StepEngine<Scalar> engine, const Matrix& input, Vector initialStates, bool readsBackwards,
        int segment);
  // The plan refers to the engine.
  Track(const Track&) = delete;
  Track& operator=(const Track&) = delete;

  /// Computes u = 1..T and shows each step to `visit`, a function of Shown and ForwardSigns. False
  /// if stopped. `progress` is told of every step that was shown.
  template <class Visit>
  bool compute(const Visit& visit, const std::stop_token& stop, PassProgress* progress = nullptr);

  /// Makes step u readable, and u + 1 too if it was before. False if stopped.
  bool load(int u, const std::stop_token& stop);
  /// Where the values of a step that is loaded stand. What is not held is left over from
  /// elsewhere.
  Values valuesAt(int u);
  /// The same without allocation, into `values` of the same program.
  void valuesAt(int u, Values& values);
  /// Computes a loaded step once more, so that all of its values are at hand.
  void computeAgain(int u, const Values& values) { m_engine.forward(timeOf(u), values); }
  /// Where the numbers that are held of a loaded step begin; those of the step before stand
  /// heldSize numbers earlier.
  const Scalar* heldAt(int u) const { return column(u - m_first + 1); }
  /// Where the norms of the normedRegisters() of a loaded step stand.
  const double* normsAt(int u) const { return norms(u - m_first + 1); }
  /// Where, from normsAt(u) on, that of a register that a weight multiplies at step u stands.
  std::ptrdiff_t normOffset(int reg) const;
  /// x of step u; that of a step later stands inputStride() numbers further.
  const Scalar* inputAt(int u) const { return m_input.col(u - 1).data(); }
  std::ptrdiff_t inputStride() const { return m_input.outerStride(); }
  /// `count` columns, from step u on, of the numbers of a register that a weight multiplies.
  Columns sources(int reg, int u, int count) const;

  StepMoment<Scalar> momentAt(int u, const Values& values) const {
    return {m_engine, values, timeOf(u), timeOf(u - 1)};
  }
  /// Whether compute() has met no inf and no NaN.
  bool isFinite() const { return m_isFinite; }
  const StepEngine<Scalar>& engine() const { return m_engine; }
  const StepProgram& program() const { return m_engine.program(); }
  int horizon() const { return static_cast<int>(m_input.cols()); }
  bool readsBackwards() const { return m_readsBackwards; }
  /// The sequence time of the own time u.
  int timeOf(int u) const { return m_readsBackwards ? horizon() + 1 - u : u; }

 private:
  Scalar* column(int number) {
    return m_tape.data() + static_cast<std::ptrdiff_t>(number) * program().heldSize;
  }
  const Scalar* column(int number) const {
    return m_tape.data() + static_cast<std::ptrdiff_t>(number) * program().heldSize;
  }
  Eigen::Map<Vector> held(const StepRegister& reg, int number) {
    return {column(number) + reg.held, reg.size};
  }
  double* norms(int number) { return m_norms.data() + number * normsPerStep(); }
  const double* norms(int number) const { return m_norms.data() + number * normsPerStep(); }
  std::ptrdiff_t normsPerStep() const { return static_cast<std::ptrdiff_t>(m_normed.size()); }
  void copyColumn(int from, int to);
  void noteNorms(int number);
  /// Of steps that were just computed. One call for many of them: of most there is so little to say
  /// that a call for each would take longer than what is done with it.
  using VisitBlock = std::function<void(int first, int last)>;
  bool computeAll(const VisitBlock& visit, const std::stop_token& stop);
  bool computeSteps(int first, int last, const VisitBlock* visit, const std::stop_token& stop);
  /// Of a step in the block that begins at `first`.
  ForwardSigns signsAt(int u, int first) const {
    if (m_plan) {
      const StepReading& reading = m_plan->reading(u - first);
      return {reading.isFinite, reading.saturated, reading.saturatedOperations, *normsAt(u)};
    }
    return m_signs;
  }
  ForwardSigns signsOf(int u, const Values& values) const;
  int segmentStart(int u) const;
  int segmentEnd(int u) const;
  void storeStates(int beforeStep, Eigen::Index column);
  void restoreStates(Eigen::Index column);

  StepEngine<Scalar> m_engine;
  Matrix m_input; ///< in own time
  bool m_readsBackwards;
  int m_segment;
  bool m_isFinite = true;
  int m_first = 1;             ///< the step of tape column 1; column 0 holds the states before it
  AlignedArray<Scalar> m_tape; ///< column after column, heldSize numbers each
  std::vector<int> m_normed;   ///< see normedRegisters()
  std::vector<double> m_norms; ///< by column of the tape, then by normed register
  Matrix m_checkpoints;        ///< states before each segment
  AlignedArray<Scalar> m_scratch;
  std::unique_ptr<ForwardPlan<Scalar>> m_plan; ///< null where steps are computed one by one
  ForwardSigns m_signs;                        ///< of the last step if there is no plan
};

/// A step that was just computed. Where its values stand is looked up by those who ask: of most
/// steps nobody does.
template <class Scalar> class Track<Scalar>::Shown {
 public:
  Shown(Track& track, int step, Values& places) : u(step), m_track(track), m_places(places) {}

  /// What is not held is there only after computeAgain().
  const Values& values() const {
    m_track.valuesAt(u, m_places);
    return m_places;
  }

  const int u; ///< in own time

 private:
  Track& m_track;
  Values& m_places;
};

template <class Scalar>
template <class Visit>
bool Track<Scalar>::compute(const Visit& visit, const std::stop_token& stop,
                            PassProgress* progress) {
  Values places(program().registers.size());
  const auto visitBlock = [&](int first, int last) {
    for (int u = first; u <= last; ++u) {
      const ForwardSigns signs = signsAt(u, first);
      m_isFinite = m_isFinite && signs.isFinite;
      visit(Shown(*this, u, places), signs);
    }
    if (progress != nullptr) {
      progress->advance(last - first + 1);
    }
  };
  return computeAll(std::cref(visitBlock), stop);
}

} // namespace backflow
