// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/termination.h"

#include <QApplication>

#ifndef _WIN32
#include <QSocketNotifier>

#include <csignal>
#include <unistd.h>

namespace {

/// The ends of a pipe: a signal may interrupt anything, and only write into it.
int wakeEnds[2] = {-1, -1};

void wake(int) {
  const char byte = 0;
  [[maybe_unused]] const auto written = write(wakeEnds[1], &byte, 1);
}

} // namespace
#endif

namespace backflow {

void closeOnTermination() {
#ifndef _WIN32
  if (pipe(wakeEnds) != 0) {
    return;
  }
  auto* notifier = new QSocketNotifier(wakeEnds[0], QSocketNotifier::Read, qApp);
  QObject::connect(notifier, &QSocketNotifier::activated, qApp, [notifier] {
    notifier->setEnabled(false);
    QApplication::closeAllWindows();
    QApplication::quit();
  });
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    std::signal(signal, wake);
  }
#endif
}

} // namespace backflow
