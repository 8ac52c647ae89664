// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QFileDialog;
class QWidget;

namespace backflow {

/// Asks for a file to open, beginning where one was opened or saved last. Empty if none was chosen.
QString fileToOpen(QWidget* parent, const QString& title, const QString& filter);

/// Asks for a file to save in, beginning there too, with a name proposed. A name without any of
/// `endings` gets the first of them. Whoever has saved says so to the preferences.
QString fileToSave(QWidget* parent, const QString& title, const QString& filter,
                   const QStringList& endings, const QString& name);

/// `name` with `suffix`, unless it ends in one of `endings` already; an empty name stays so. A dot
/// within a name, as in "gain-0.9", begins no ending. The last part of `suffix` is not said twice.
QString withEnding(const QString& name, const QStringList& endings, const QString& suffix);

/// Runs a dialog that asks where to save. A name without any of `endings` gets the dialog's default
/// suffix; where a file of the whole name is there, it is asked for again: nobody has agreed to its
/// loss. Empty if none was chosen.
QString askWhereToSave(QFileDialog& dialog, const QStringList& endings);

} // namespace backflow
