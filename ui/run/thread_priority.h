// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

/// Lets the window's thread go before this one; on Linux before those that this one starts, too.
/// Where the system refuses, nothing changes.
void yieldToWindow();

} // namespace backflow
