// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace backflow {

void addTrainCommand(CLI::App& app);

} // namespace backflow
