// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

#include <filesystem>

namespace backflow {

/// Light on dark or dark on light; `System` is as the desktop has it.
enum class ThemeChoice { System, Light, Dark };

/// What the window remembers from one start to the next, in the user's settings. What they lack or
/// what makes no sense there is as at the first start.
class Preferences {
 public:
  /// Everything is as at the first start.
  static void forgetAll();

  /// "en", "pt_BR"; empty while the user has not chosen.
  static QString language();
  static void setLanguage(const QString& language);

  static ThemeChoice theme();
  static void setTheme(ThemeChoice choice);

  /// The newest first, at most ten; those that are gone are not among them.
  static QStringList recentFiles();
  static void addRecentFile(const std::filesystem::path& file);
  static void clearRecentFiles();

  /// Where a file was opened or saved last; the user's documents at first.
  static QString folder();
  /// The user's folder of that kind, or the home folder where there is none.
  static QString systemFolder(QStandardPaths::StandardLocation kind);
  /// An empty name, of a dialog that was closed, changes nothing.
  static void setFolderOf(const QString& file);

  /// Whether the hints of the first start were seen to their end or closed.
  static bool hintsAreSeen();
  static void setHintsSeen(bool seen);

  /// Whether the number at the time cursor is folded away.
  static bool inspectorIsFolded();
  static void setInspectorFolded(bool folded);

  static QByteArray windowGeometry();
  static void setWindowGeometry(const QByteArray& geometry);
};

} // namespace backflow
