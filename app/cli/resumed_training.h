// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"

#include <memory>
#include <string>

namespace backflow {

/// A training to go on with.
struct ResumedTraining {
  std::string state;    ///< the file that `train --state` wrote
  std::string scenario; ///< the file whose folder has the data; the state has its own scenario
  int updates = 0;      ///< how many in all; 0 for as many as it was to make
};

/// @throws BadInput naming the file and what is wrong with it.
std::unique_ptr<Training> resume(const ResumedTraining& wanted);

/// Tells on standard error what may be unexpected: that the training is done already, and that the
/// scenario's file differs from what the training goes on with.
void tellOfSurprises(const ResumedTraining& wanted, const Training& training);

} // namespace backflow
