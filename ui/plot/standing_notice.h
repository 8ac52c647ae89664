// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCPItemText;
class QFont;

namespace backflow {

/// Writes a sentence into the middle of a plot, in lines that its width holds, and in smaller type
/// where its height asks for it. With `inAxes` it keeps to the axes, unless they are too narrow.
/// To be called after the layout.
void fitNotice(QCPItemText& notice, const QString& text, const QFont& font, bool inAxes);

} // namespace backflow
