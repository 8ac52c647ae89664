// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace backflow {

namespace {

constexpr qsizetype mostRecentFiles = 10;

constexpr const char* languageKey = "language";
constexpr const char* themeKey = "theme";
constexpr const char* recentKey = "recentFiles";
constexpr const char* folderKey = "folder";
constexpr const char* hintsKey = "hintsSeen";
constexpr const char* foldedKey = "inspectorFolded";
constexpr const char* geometryKey = "windowGeometry";

QSettings settings() {
  return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("backflow"),
                   QStringLiteral("window"));
}

QVariant stored(const char* key) {
  return settings().value(QLatin1String(key));
}

void store(const char* key, const QVariant& value) {
  settings().setValue(QLatin1String(key), value);
}

} // namespace

QString Preferences::language() {
  return stored(languageKey).toString();
}

void Preferences::setLanguage(const QString& language) {
  store(languageKey, language);
}

ThemeChoice Preferences::theme() {
  const QString name = stored(themeKey).toString();
  if (name == QStringLiteral("light")) {
    return ThemeChoice::Light;
  }
  return name == QStringLiteral("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice choice) {
  store(themeKey, choice == ThemeChoice::System  ? QStringLiteral("system")
                  : choice == ThemeChoice::Light ? QStringLiteral("light")
                                                 : QStringLiteral("dark"));
}

QStringList Preferences::recentFiles() {
  QStringList files = stored(recentKey).toStringList();
  files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
  return files.first(std::min(files.size(), mostRecentFiles));
}

void Preferences::addRecentFile(const std::filesystem::path& file) {
  const QString name = QFileInfo(QString::fromStdString(file.string())).absoluteFilePath();
  QStringList files = recentFiles();
  files.removeAll(name);
  files.prepend(name);
  store(recentKey, QStringList(files.first(std::min(files.size(), mostRecentFiles))));
}

void Preferences::clearRecentFiles() {
  store(recentKey, QStringList());
}

QString Preferences::folder() {
  const QString last = stored(folderKey).toString();
  return QFileInfo(last).isDir() ? last : systemFolder(QStandardPaths::DocumentsLocation);
}

QString Preferences::systemFolder(QStandardPaths::StandardLocation kind) {
  const QString folder = QStandardPaths::writableLocation(kind);
  // A file dialog would take one that is not there for a file's name.
  return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

void Preferences::setFolderOf(const QString& file) {
  if (!file.isEmpty()) {
    store(folderKey, QFileInfo(file).absolutePath());
  }
}

void Preferences::forgetAll() {
  settings().clear();
}

bool Preferences::hintsAreSeen() {
  return stored(hintsKey).toBool();
}

void Preferences::setHintsSeen(bool seen) {
  store(hintsKey, seen);
}

bool Preferences::inspectorIsFolded() {
  return stored(foldedKey).toBool();
}

void Preferences::setInspectorFolded(bool folded) {
  store(foldedKey, folded);
}

QByteArray Preferences::windowGeometry() {
  return stored(geometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry) {
  store(geometryKey, geometry);
}

} // namespace backflow
