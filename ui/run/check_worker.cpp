// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/check_worker.h"

#include <QMetaObject>

#include <exception>

namespace backflow {

CheckWorker::CheckWorker(QObject* parent) : QObject(parent), m_thread([] {}) {}

void CheckWorker::request() {
  m_thread.request([this](const std::stop_token& stop) { check(stop); });
}

void CheckWorker::check(const std::stop_token& stop) {
  try {
    if (const auto found = checkThisComputer(stop)) {
      QMetaObject::invokeMethod(
          this, [this, found = *found] { emit checked(found); }, Qt::QueuedConnection);
    }
  } catch (const std::exception& error) {
    QMetaObject::invokeMethod(
        this, [this, reason = QString::fromUtf8(error.what())] { emit failed(reason); },
        Qt::QueuedConnection);
  }
}

} // namespace backflow
