// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QStandardPaths>

#include <utility>

namespace backflow {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString group = QStringLiteral("org.freedesktop.appearance");
const QString key = QStringLiteral("color-scheme");
/// As the portal counts: 0 no preference, 1 dark, 2 light.
constexpr unsigned dark = 1;
constexpr unsigned light = 2;

/// Without one, asking for the session bus would first try to start one.
bool hasSessionBus() {
  return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
         QFileInfo::exists(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
                           QStringLiteral("/bus"));
}

} // namespace

SystemAppearance::SystemAppearance(QObject* parent)
    : QObject(parent),
      m_prefersDark(QGuiApplication::palette().color(QPalette::Window).lightness() <
                    QGuiApplication::palette().color(QPalette::WindowText).lightness()) {
  if (hasSessionBus() && QDBusConnection::sessionBus().isConnected()) {
    askPortal();
  }
}

void SystemAppearance::askPortal() {
  QDBusConnection bus = QDBusConnection::sessionBus();
  bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
              SLOT(noteSetting(QString, QString, QDBusVariant)));
  QDBusMessage question =
      QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
  question << group << key;
  auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    if (!reply.isError()) {
      noteScheme(reply.value().variant());
    }
  });
}

void SystemAppearance::noteSetting(const QString& changedGroup, const QString& changedKey,
                                   const QDBusVariant& value) {
  if (changedGroup == group && changedKey == key) {
    noteScheme(value.variant());
  }
}

void SystemAppearance::noteScheme(const QVariant& scheme) {
  // Read() wraps its answer in one variant more than the signal does.
  const QVariant value =
      scheme.canConvert<QDBusVariant>() ? scheme.value<QDBusVariant>().variant() : scheme;
  const unsigned number = value.toUInt();
  if ((number == dark || number == light) &&
      std::exchange(m_prefersDark, number == dark) != m_prefersDark) {
    emit changed();
  }
}

} // namespace backflow
