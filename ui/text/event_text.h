// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/event.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace backflow {

/// What happened to a number, in the reader's language.
class EventText {
  Q_DECLARE_TR_FUNCTIONS(EventText)

 public:
  /// A few words for a marker in a plot: "float32: first subnormal, s = 128".
  static QString marker(const Event& event);
  /// As marker(), for something that happened in several precisions at the same step.
  static QString marker(const Event& event, const QString& precisions);
  /// What and where, in one sentence.
  static QString sentence(const Event& event);
  /// Why, in one sentence with the operation and its operands.
  static QString cause(const Event& event);

 private:
  static QString subject(const Event& event);
  static QString what(const Event& event);
  static QString where(const Event& event);
  static QString operation(const Cause& cause, const QString& sign);
  static QString alreadyWas(const std::string& name, double value);
  static QString productUnderflow(const Cause& cause, Precision precision);
  static QString inherited(const Cause& cause, Precision precision);
};

/// "dL/da_84[5]" as the equations have it: "∂L/∂a₈₄[5]".
QString prettyQuantity(const std::string& name);

} // namespace backflow
