// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>

namespace backflow {

/// A file name, without folder and ending, made of words: letters without accents, digits, dots and
/// hyphens, so that every system takes it: "tanh, gain 0.9" gives "tanh-gain-0.9". Empty if no
/// letter or digit is left.
QString fileNameOf(const QString& words);

/// What a file with a view of a scenario is called unless the user says otherwise: the title and
/// the view's name, "tanh-gain-0.9-gradient-flow"; "backflow-gradient-flow" without a title.
QString fileNameOf(const QString& title, const QString& view);

/// A file without its folder.
QString shownName(const std::filesystem::path& file);

/// That files were saved, the names first: where the words are cut, they stay.
QString savedText(const QStringList& files);

/// A file with its folder, as this system writes it.
QString shownPath(const std::filesystem::path& file);

} // namespace backflow
