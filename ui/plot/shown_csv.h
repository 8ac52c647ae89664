// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"

#include <QSet>
#include <QString>

#include <ostream>

namespace backflow {

/// Writes the data behind one view of findings as CSV (RFC 4180: CRLF, a decimal point, "inf" and
/// "nan"), with one header row that names quantity and precision.
///
/// Norms over time: `t`, `steps_back`, then a column for each curve that is not in `hidden`, such
/// as `float32.gradient_norm`, pinned ones as `A (its name).float64.gradient_norm` at the steps at
/// which they are drawn, empty where they have none. The numbers are those that were recorded, with
/// all their digits. Of curves with an unbounded exponent what no double can hold is written out,
/// "1.5e-400".
/// Maps: a row for each time step (attention and influence: for each loss), a column for each unit
/// or step. Spectrum: eigenvalues and singular values by rank. Training: a row for each update,
/// with two trainings the first column tells which. The cliff: its surface, then both descents.
/// The phase diagram: a row for each cell that is done.
/// The unrolled network and the dashboard: all records by time step, as writeTraceCsv() has them.
void writeShownCsv(const Findings& findings, ViewKind kind, const QSet<QString>& hidden,
                   std::ostream& out);

/// The same into a file, which is replaced as a whole or not at all. Returns one sentence on what
/// went wrong, empty if nothing.
QString saveShownCsv(const Findings& findings, ViewKind kind, const QSet<QString>& hidden,
                     const QString& file);

} // namespace backflow
