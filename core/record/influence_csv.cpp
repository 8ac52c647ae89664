// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/influence_csv.h"

#include "core/scenario/csv_cell.h"
#include "core/scenario/value_text.h"

namespace backflow {

void writeInfluenceCsv(const Eigen::MatrixXd& influence, std::ostream& out) {
  out << "loss_t";
  for (Eigen::Index k = 1; k <= influence.cols(); ++k) {
    out << ",h_" << k;
  }
  out << csvLineEnd;
  for (Eigen::Index t = 0; t < influence.rows(); ++t) {
    out << t + 1;
    for (Eigen::Index k = 0; k < influence.cols(); ++k) {
      out << ',' << shortestText(influence(t, k));
    }
    out << csvLineEnd;
  }
}

} // namespace backflow
