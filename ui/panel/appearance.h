// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QLabel;

namespace backflow {

inline constexpr int smallGap = 4;
inline constexpr int wideGap = 8;
/// What takes less time than this, in milliseconds, is not worth a word: it would only flicker.
inline constexpr int wordlessMs = 300;

/// The colour of what is wrong: vermillion of Okabe & Ito, lighter on a dark window.
QColor errorColor(const QPalette& palette);
/// Text that explains and does not ask for attention.
QColor quietTextColor(const QPalette& palette);
/// Puts words on a label, whole in its tooltip: what is wrong in its colour, else in the window's
/// own, whatever theme comes later.
void showWords(QLabel& label, const QString& words, bool isProblem);
/// A line or groove, `strength` of the way from the window's colour to its text's.
QColor lineColor(const QPalette& palette, double strength);

QFont scaledFont(QFont font, double factor);
QFont captionFont(const QFont& font);
QFont prominentFont(const QFont& font);

} // namespace backflow
