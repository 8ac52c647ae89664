// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

/// Whether someone watches standard error: progress is shown only then.
bool standardErrorIsTerminal();

} // namespace backflow
