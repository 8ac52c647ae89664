// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <QCoreApplication>
#include <QString>

namespace backflow {

/// What a whole run came to, in the reader's language.
class RunSummary {
  Q_DECLARE_TR_FUNCTIONS(RunSummary)

 public:
  /// A few sentences, a line each: how the gradient's norm changed on its way back, how each
  /// precision fared, what truncation or clipping left.
  static QString text(const Trace& trace);

 private:
  static QString statusText(const RunTrace& run);
};

} // namespace backflow
