// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/numeric/tile_product.h"
#include "core/record/event.h"
#include "core/unroll/copy_norm.h"
#include "core/unroll/track.h"

#include <algorithm>
#include <vector>

namespace backflow {

/// Gathers the gradient of a track's shared weights over the backward pass, in `Scalar`: for every
/// linear operation y_t = b + Σ W s_t of its program
///
///   ∂L/∂W = Σ_t ∂L/∂y_t s_tᵀ,   ∂L/∂b = Σ_t ∂L/∂y_t,   t from T down.
///
/// Blocks of time steps become one matrix product each, far cheaper than a rank-one update a step;
/// every entry is still gathered step by step from the last one on, each product and each sum
/// rounded as stepRounding() says. Steps that truncation leaves out add nothing, not even 0 · inf.
template <class Scalar> class ParameterGradient {
 public:
  using Matrix = MatrixOf<Scalar>;

  enum class Keep { Nothing, Adjoints };

  /// The track has to outlive this object. `earliest` is the first step that is added.
  ParameterGradient(Track<Scalar>& track, const std::vector<ParameterShape>& shapes, int earliest,
                    Keep keep);

  /// Takes the derivatives of all registers at step u, which has to come down from T to `earliest`
  /// without a gap. A block's steps are loaded when its first one is added. Returns ‖∂⁺L/∂θ‖₂ of
  /// the copy of the weights at step u.
  double add(int u, const Scalar* adjoints);
  /// The same where the derivatives of the results of linear operations stand in place() already;
  /// norms: of the parts(), in their order.
  double addPlaced(int u, const double* norms);
  /// Where the derivatives of step u belong, as StepRegister::linear says; a step earlier stands
  /// placeStride() numbers before it, within one block.
  Scalar* place(int u) { return &m_buffer.coeffRef(0, bufferColumn(u, blockFirst())); }
  std::ptrdiff_t placeStride() const { return m_buffer.outerStride(); }
  /// The first step of the block that comes next.
  int blockFirst() const { return std::max(m_earliest, m_blockLast - blockSteps + 1); }
  /// The vectors that the norm of a copy is made of.
  const std::vector<ReversePart>& parts() const { return m_copyNorm.parts(); }

  /// What `value` clipping left of the copy at step u: ‖kept ⊙ ∂⁺L/∂θ_u‖₂ with kept = after/before
  /// entry by entry (an entry that was zero is kept whole). Of an infinite entry, `threshold` is
  /// left, and each copy that is infinite there is named with all of it: what the others add to it
  /// is lost in inf. Only with Keep::Adjoints.
  double keptNorm(int u, const std::vector<Eigen::MatrixXd>& kept, double threshold);

  /// By parameter, in the order of the shapes; zero for those of other tracks.
  std::vector<Matrix>& sums() { return m_sums; }
  /// The first inf and the first NaN that came up in gathering, not in what was gathered.
  const std::vector<Event>& events() const { return m_events; }

 private:
  /// One linear operation: which rows of the buffer its derivative has.
  struct Linear {
    const StepOperation* operation;
    int adjoint;
    int row;
    int size;
  };
  /// A block of a parameter and what it is multiplied with: a register, or −1 for a bias.
  struct Part {
    std::size_t parameter;
    int row;
    int column;
    int columns;
    int source;
    std::size_t linear;
  };
  struct Onset {
    int u = 0; ///< 0 for nowhere
    std::size_t part = 0;
    Eigen::Index row = 0;
    Eigen::Index column = 0;
  };

  /// Neighbouring parts that one matrix product gathers.
  struct Product {
    std::size_t parameter;
    int row;
    int column;
    int rows;
    int columns;
    std::size_t source; ///< index among the sources
    int bufferRow;
  };

  /// Neighbouring rows of a bias, gathered together.
  struct BiasSum {
    std::size_t parameter;
    int row;
    int rows;
    int bufferRow;
  };

  void planBiases();
  void planProducts();
  void finishBlock(int first, int last);
  bool isSafe() const;
  Eigen::Index bufferColumn(int u, int first) const { return m_keep ? u - 1 : u - first; }
  Scalar factor(const Part& part, Eigen::Index column, int u);
  void look(const std::vector<Matrix>& before, int first, int last, bool nan, bool& seen);
  void addEvent(const Onset& onset, int first, int last, Scalar before, bool nan);

  Track<Scalar>& m_track;
  CopyNorm<Scalar> m_copyNorm;
  bool m_keep;
  int m_earliest;
  int m_blockLast;
  std::vector<std::string> m_names;
  std::vector<Linear> m_linears;
  std::vector<Part> m_parts;
  std::vector<BiasSum> m_biases;
  std::vector<Product> m_products;
  std::vector<PackedFactor<Scalar>> m_leftFactors;  ///< by product
  std::vector<PackedFactor<Scalar>> m_rightFactors; ///< by source
  std::vector<int> m_sources;                       ///< registers that weights multiply
  Matrix m_buffer;
  double m_bound = 0; ///< no entry of a sum was ever larger: the sum of the norms of the copies
  std::vector<Matrix> m_sums;
  std::vector<Event> m_events;
  bool m_sawInf = false;
  bool m_sawNan = false;
};

} // namespace backflow
