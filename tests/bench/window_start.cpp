// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_start.h"

#include <QGuiApplication>
#include <QProcess>
#include <QProcessEnvironment>

#include <chrono>
#include <stdexcept>

namespace backflow::bench {

StartResult startProgram() {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QGuiApplication::platformName());
  environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(BACKFLOW_START_PLUGINS));
  environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"),
                     QStringLiteral("backflowstartwatch"));
  QProcess program;
  program.setProcessEnvironment(environment);
  const auto start = std::chrono::steady_clock::now();
  program.start(QStringLiteral(BACKFLOW_WINDOW), QStringList());
  if (!program.waitForFinished(60'000)) {
    program.kill();
    program.waitForFinished();
  }
  const QList<QByteArray> lines = program.readAllStandardOutput().trimmed().split('\n');
  if (lines.first().isEmpty()) {
    throw std::runtime_error("backflow showed no picture: " +
                             program.readAllStandardError().toStdString());
  }
  const auto secondsAfterStart = [&](const QByteArray& line) {
    const std::chrono::nanoseconds since(line.toLongLong());
    return std::chrono::duration<double>(since - start.time_since_epoch()).count();
  };
  return {secondsAfterStart(lines.first()), secondsAfterStart(lines.last())};
}

} // namespace backflow::bench
