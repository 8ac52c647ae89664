// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace backflow {

/// backflow-cli sweep SPEC --out F.csv
void addSweepCommand(CLI::App& app);

} // namespace backflow
