// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>
#include <QStringList>

namespace backflow {

/// Breaks settings, between which " · " stands, into lines of at most `width` pixels.
QString brokenAtDots(const QString& text, const QFontMetrics& metrics, int width);

/// Breaks sentences between words; where a line begins already, one does.
QString brokenAtSpaces(const QString& text, const QFontMetrics& metrics, int width);

} // namespace backflow
