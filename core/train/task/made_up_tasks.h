// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/task.h"

#include <memory>

namespace backflow {

/// Recall: x_1 ~ N(0, 1), then zeros; the target at T is x_1. Guessing 0 has a loss of 1.
std::unique_ptr<Task> makeRecallTask(int horizon);

/// The adding problem (Hochreiter & Schmidhuber 1997, section 5.4, as Le et al. 2015 have it):
/// x_t = (u_t, m_t) with u_t ~ U[0, 1), and m_t = 1 at one step of each half, else 0; the target at
/// T is the sum of the two marked u. Guessing the mean, 1, has a loss of 1/6.
std::unique_ptr<Task> makeAddingTask(int horizon);

/// Copy memory (Hochreiter & Schmidhuber 1997; Arjovsky et al. 2016, section 4.1): ten symbols of
/// eight, T − 21 blanks, a mark, ten blanks; the target is blank but for the last ten steps, which
/// repeat the symbols. A memoryless guess has a cross-entropy of 10·ln 8 / T a step (their T is
/// without the twenty). The accuracy is that of the last ten steps.
std::unique_ptr<Task> makeCopyMemoryTask(int horizon);

/// Temporal order (Hochreiter & Schmidhuber 1997, section 5.6; Pascanu et al. 2013, section 4.2.1):
/// distractors c, d, e, f, but A or B at one step in [T/10, 2T/10] and at one in [4T/10, 5T/10];
/// at T one of four classes tells which. Guessing has a cross-entropy of ln 4.
std::unique_ptr<Task> makeTemporalOrderTask(int horizon);

} // namespace backflow
