// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/kept_shares.h"

#include "core/numeric/measure.h"

namespace backflow {

namespace {

template <class Scalar> using MatrixOf = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;

template <class Scalar>
Eigen::MatrixXd kept(const MatrixOf<Scalar>& before, const MatrixOf<Scalar>& after) {
  return before.template cast<double>().binaryExpr(
      after.template cast<double>(),
      [](double whole, double rest) { return whole == 0 ? 1 : rest / whole; });
}

} // namespace

template <class Scalar>
void recordKeptShares(const MatrixOf<Scalar>& activationGradients, const MatrixOf<Scalar>& states,
                      const MatrixOf<Scalar>& input, const GradientList<Scalar>& before,
                      const GradientList<Scalar>& after, int earliest, std::vector<double>& norms) {
  Eigen::MatrixXd shares(states.rows(), states.rows() + input.rows() + 1);
  shares << kept<Scalar>(before[0], after[0]), kept<Scalar>(before[1], after[1]),
      kept<Scalar>(before[2], after[2]);
  Eigen::VectorXd factors(shares.cols());
  Eigen::VectorXd entries(shares.rows());
  Eigen::VectorXd columnNorms(shares.cols());
  for (Eigen::Index step = earliest - 1; step < input.cols(); ++step) {
    factors << states.col(step).template cast<double>(), input.col(step).template cast<double>(),
        1.0;
    const Eigen::VectorXd gradient = activationGradients.col(step).template cast<double>();
    for (Eigen::Index j = 0; j < shares.cols(); ++j) {
      entries = (gradient * factors[j]).cwiseProduct(shares.col(j));
      columnNorms[j] = scaledNorm(entries.data(), entries.size());
    }
    norms[static_cast<std::size_t>(step)] = scaledNorm(columnNorms.data(), columnNorms.size());
  }
}

template void recordKeptShares(const MatrixOf<float>&, const MatrixOf<float>&,
                               const MatrixOf<float>&, const GradientList<float>&,
                               const GradientList<float>&, int, std::vector<double>&);
template void recordKeptShares(const MatrixOf<double>&, const MatrixOf<double>&,
                               const MatrixOf<double>&, const GradientList<double>&,
                               const GradientList<double>&, int, std::vector<double>&);

} // namespace backflow
