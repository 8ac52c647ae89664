// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace backflow::test {

/// An application that tells ThreadSanitizer what it cannot see: Qt is not built with it, so that
/// the lock of an event queue is unknown to it. What a thread did before it posted a call comes
/// before the call; nothing else is promised, so that what a thread does after it posted is still
/// judged. Without ThreadSanitizer it is an application like any other.
class HandoverApplication : public QCoreApplication {
 public:
  using QCoreApplication::QCoreApplication;

  bool notify(QObject* receiver, QEvent* event) override;
};

} // namespace backflow::test
