// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSharedPointer>

class QCPAxisTicker;
class QFontMetrics;

namespace backflow {

/// Ticks at whole decades of an axis that holds log₁₀ of the values, labelled 10ⁿ. A logarithmic
/// axis of the plotting library would draw inf like zero and stops at 1e±250.
QSharedPointer<QCPAxisTicker> decadeTicker();

/// The same where the axis spans few decades too: then at 1, 2 and 5 times powers of ten, labelled
/// as plain numbers.
QSharedPointer<QCPAxisTicker> magnitudeTicker();

/// Ticks at round numbers, as many as can stand side by side in a width of `letters`.
QSharedPointer<QCPAxisTicker> sparseTicker(int letters);

/// Ticks at whole time steps.
QSharedPointer<QCPAxisTicker> stepTicker();

/// How many numbers up to `largest` can stand side by side in a width.
int stepsThatFit(double largest, int width, const QFontMetrics& metrics);

} // namespace backflow
