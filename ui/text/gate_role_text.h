// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/text/equation_markup.h"

#include <QString>

namespace backflow {

/// What a gate of that role does: "write the new".
QString displayText(GateRole role);

/// Which gate of the GRU and of the LSTM plays the role, and where the likeness ends.
QString likenessText(GateRole role, Variant variant);

/// The same for no role in particular.
QString likenessText(Variant variant);

} // namespace backflow
