// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/haar_orthogonal.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace backflow {

namespace {

using Eigen::Index;

/// A few columns go through all reflections before the next ones do: as many as stay in the cache,
/// and whose sums fit into registers. The columns know nothing of one another.
constexpr int panelColumns = 16;
using Panel = Eigen::Matrix<double, Eigen::Dynamic, panelColumns, Eigen::RowMajor>;
using PanelRow = Eigen::Matrix<double, 1, panelColumns>;

/// I − scale·v·vᵀ, the entries of v before row `first` being zero.
struct Reflection {
  Index first;
  Eigen::VectorXd v; ///< from row `first` on
  double scale;
};

void reflect(Panel& panel, const Reflection& reflection) {
  const Index rows = reflection.v.size();
  PanelRow projection = PanelRow::Zero();
  for (Index i = 0; i < rows; ++i) {
    projection += reflection.v[i] * panel.row(reflection.first + i);
  }
  for (Index i = 0; i < rows; ++i) {
    panel.row(reflection.first + i) -= (reflection.scale * reflection.v[i]) * projection;
  }
}

/// A reflection that leaves of `column` zeros below row `first`, and the sign of what is there.
std::pair<Reflection, double> reflectionOf(const Eigen::VectorXd& column, Index first) {
  Reflection result{first, column.tail(column.size() - first), 0};
  Eigen::VectorXd& v = result.v;
  double squares = 0;
  for (const double entry : v) {
    squares += entry * entry;
  }
  const double diagonal = v[0] > 0 ? -std::sqrt(squares) : std::sqrt(squares);
  // v·v after v_0 −= diagonal, without summing again.
  const double length = 2 * (squares - v[0] * diagonal);
  v[0] -= diagonal;
  result.scale = length > 0 ? 2 / length : 0;
  return {std::move(result), diagonal < 0 ? -1 : 1};
}

} // namespace

Eigen::MatrixXd haarOrthogonal(const Eigen::MatrixXd& gaussian) {
  const Index size = gaussian.rows();
  // The last column has nothing below its diagonal: no reflection, and H = 1 gives exactly ±1.
  std::vector<Reflection> reflections;
  reflections.reserve(static_cast<std::size_t>(size));
  Eigen::VectorXd diagonalSigns(size);
  for (Index column = 0; column < size; column += panelColumns) {
    const Index columns = std::min<Index>(panelColumns, size - column);
    Panel r = Panel::Zero(size, panelColumns);
    r.leftCols(columns) = gaussian.middleCols(column, columns);
    for (const Reflection& earlier : reflections) {
      reflect(r, earlier);
    }
    for (Index j = 0; j < columns && column + j + 1 < size; ++j) {
      auto [reflection, sign] = reflectionOf(r.col(j), column + j);
      diagonalSigns[column + j] = sign;
      reflect(r, reflection);
      reflections.push_back(std::move(reflection));
    }
    if (column + columns == size) {
      diagonalSigns[size - 1] = r(size - 1, columns - 1) < 0 ? -1 : 1;
    }
  }
  Eigen::MatrixXd result(size, size);
  for (Index column = 0; column < size; column += panelColumns) {
    const Index columns = std::min<Index>(panelColumns, size - column);
    Panel q = Panel::Zero(size, panelColumns);
    q.middleRows(column, columns).leftCols(columns).setIdentity();
    // Those that begin below these columns' entries change nothing yet.
    for (Index k = std::min(column + columns, size - 1) - 1; k >= 0; --k) {
      reflect(q, reflections[static_cast<std::size_t>(k)]);
    }
    result.middleCols(column, columns) =
        q.leftCols(columns) * diagonalSigns.segment(column, columns).asDiagonal();
  }
  return result;
}

} // namespace backflow
