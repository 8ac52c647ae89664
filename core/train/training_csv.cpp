// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_csv.h"

#include "core/scenario/csv_cell.h"
#include "core/scenario/value_text.h"

namespace backflow {

namespace {

std::string text(const std::optional<double>& number) {
  return number ? shortestText(*number) : std::string();
}

} // namespace

void writeTrainingCsv(const std::vector<UpdateRecord>& records, std::ostream& out) {
  out << "update,loss,accuracy,gradient_norm_before,gradient_norm_after,clip_coefficient,"
         "learning_rate,clip_threshold,omega,spectral_radius,held_out_loss,held_out_accuracy,"
         "held_out_error"
      << csvLineEnd;
  for (const UpdateRecord& record : records) {
    out << record.update << ',' << shortestText(record.loss) << ',' << text(record.accuracy) << ','
        << shortestText(record.normBefore) << ',' << shortestText(record.normAfter) << ','
        << shortestText(record.coefficient) << ',' << shortestText(record.rate) << ','
        << shortestText(record.threshold) << ',' << shortestText(record.omega) << ','
        << text(record.spectralRadius);
    const auto& score = record.heldOut;
    out << ',' << (score ? shortestText(score->loss) : "") << ','
        << (score ? text(score->accuracy) : "") << ',' << (score ? text(score->error) : "")
        << csvLineEnd;
  }
}

} // namespace backflow
