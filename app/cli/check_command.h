// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace backflow {

void addCheckCommand(CLI::App& app);

} // namespace backflow
