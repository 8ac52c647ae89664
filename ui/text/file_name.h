// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"

#include <QString>

namespace backflow {

/// A file name, without folder and ending, made of words: letters without accents, digits, dots and
/// hyphens, so that every system takes it: "tanh, gain 0.9" gives "tanh-gain-0.9". Empty if no
/// letter or digit is left.
QString fileNameOf(const QString& words);

/// What a file with that view of a scenario is called unless the user says otherwise: the title and
/// the view, "tanh-gain-0.9-gradient-flow"; "backflow-gradient-flow" without a title.
QString fileNameOf(const QString& title, ViewKind kind);

} // namespace backflow
