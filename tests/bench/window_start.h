// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow::bench {

/// What a start of the real program took, in seconds from before its process began.
struct StartResult {
  double firstPicture = 0; ///< plots of a trace on the screen
  double lastPicture = 0; ///< … of the scenario that the program opens with, if others came before
};

/// Starts the `backflow` program on this platform, as one who has started it before.
/// @throws std::runtime_error if it shows no picture.
StartResult startProgram();

} // namespace backflow::bench
