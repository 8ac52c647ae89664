// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"

#include <ostream>

namespace backflow {

/// Writes a line for each update as CSV (RFC 4180, a decimal point, "inf" and "nan"; empty where
/// something was not looked at): `update`, `loss`, `accuracy`, `gradient_norm_before`,
/// `gradient_norm_after`, `clip_coefficient`, `learning_rate`, `clip_threshold`, `omega`,
/// `spectral_radius`, `held_out_loss`, `held_out_accuracy`, `held_out_error`.
void writeTrainingCsv(const std::vector<UpdateRecord>& records, std::ostream& out);

} // namespace backflow
