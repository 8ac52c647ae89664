// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/self_check.h"

#include <QCoreApplication>
#include <QString>

namespace backflow {

/// What a check of this computer found, in the reader's language.
class CheckText {
  Q_DECLARE_TR_FUNCTIONS(CheckText)

 public:
  /// All of it, in one sentence with the kernels in use.
  static QString summary(const SelfCheck& check);
  /// What was measured and what it has to be, in one sentence.
  static QString sentence(const Check& check);
  /// What a kind of checks is about, over those that belong together.
  static QString heading(CheckKind kind);

 private:
  static QString counted(const Check& check, const QString& passed, const QString& failed,
                         const QString& never);
  static QString network(const NetworkSpec& network);
};

} // namespace backflow
