// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/misconception.h"

#include <QString>

namespace backflow {

/// What is often believed, as one would say it.
QString beliefText(MisconceptionKind kind);

/// What the run says to it, with its numbers.
QString confrontationText(const Misconception& misconception);

/// "Often believed: “…” But here …"
QString misconceptionText(const Misconception& misconception);

} // namespace backflow
