// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow::test {

/// What of this process is in memory now, in MiB; 0 where the system does not tell.
double residentMebibytes();

} // namespace backflow::test
