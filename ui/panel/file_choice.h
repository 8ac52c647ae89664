// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace backflow {

/// Asks for a file to open, beginning where one was opened or saved last. Empty if none was chosen.
QString fileToOpen(QWidget* parent, const QString& title, const QString& filter);

/// Asks for a file to save in, beginning there too, with a name proposed. Whoever has saved says so
/// to the preferences.
QString fileToSave(QWidget* parent, const QString& title, const QString& filter,
                   const QString& suffix, const QString& name);

} // namespace backflow
