// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/reverse_plan.h"
#include "core/unroll/track.h"

#include <vector>

namespace backflow {

/// ‖∂⁺L/∂θ‖₂ of the copy of a track's weights that one step uses, from two norms: as the entries of
/// a copy are products of two vectors, ∂L/∂y of a linear operation's result and what its weights
/// multiply, so is its norm. Inf or NaN only if an entry of the copy is.
template <class Scalar> class CopyNorm {
 public:
  /// The track has to outlive this object.
  explicit CopyNorm(const Track<Scalar>& track);

  /// The vectors whose norms it is made of, beside those that the track holds.
  const std::vector<ReversePart>& parts() const { return m_parts; }
  /// Their norms; linears: ∂L/∂ of the results of linear operations, as StepRegister::linear says.
  /// Valid until the next call.
  const double* read(const Scalar* linears);
  /// Of step u, which is loaded. norms: as read() gives them.
  double norm(int u, const Scalar* linears, const double* norms) const;

 private:
  /// Neighbouring linear operations that multiply the same vectors, each by weights of its own.
  struct Group {
    const StepOperation* operation;      ///< one of them
    std::size_t biases;                  ///< of each
    std::vector<std::ptrdiff_t> factors; ///< Track::normOffset() of what they multiply
  };

  double carefulNorm(int u, const Scalar* linears, const double* norms) const;
  double groupNorm(std::size_t index, int u, const Scalar* linears, double gradientNorm,
                   double factorNorm) const;

  const Track<Scalar>& m_track;
  std::vector<Group> m_groups;
  std::vector<ReversePart> m_parts; ///< by group
  std::vector<double> m_norms;      ///< of the parts
};

} // namespace backflow
