// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/task.h"

#include <filesystem>

namespace backflow {

/// Windows of a real series: the first three quarters to train on, the rest to judge by. Inputs and
/// targets are standardised by the part that is trained on.
/// - `Temperature`: tomorrow's highest temperature from T days of weather; guess: as today.
/// - `Mood`: of a dog at every day, a decaying sum of warmth without rain up to that day, made up
///   from real weather; guess: the mean.
/// - `Sunspots`: their number `ahead` months after T months; guess: a line through the last
/// month's.
TaskOrProblems makeSeriesTask(const Scenario& scenario, const std::filesystem::path& folder);

} // namespace backflow
