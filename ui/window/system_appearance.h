// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace backflow {

/// Whether the desktop wants light on dark: asked of the XDG settings portal (org.freedesktop.
/// appearance, color-scheme), which also tells when it changes; without a portal, seen from the
/// palette that the program started with. Made before the program sets a palette of its own.
class SystemAppearance : public QObject {
  Q_OBJECT

 public:
  explicit SystemAppearance(QObject* parent = nullptr);

  bool prefersDark() const { return m_prefersDark; }

 signals:
  void changed();

 private slots:
  void noteSetting(const QString& group, const QString& key, const QDBusVariant& value);

 private: // NOLINT(readability-redundant-access-specifiers): slots end here
  void askPortal();
  void noteScheme(const QVariant& scheme);

  bool m_prefersDark;
};

} // namespace backflow
