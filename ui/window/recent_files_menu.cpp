// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_files_menu.h"

#include "ui/state/preferences.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>

namespace backflow {

RecentFilesMenu::RecentFilesMenu(QWidget* parent) : QMenu(parent) {
  setObjectName(QStringLiteral("recentFiles"));
  setToolTipsVisible(true);
  connect(this, &QMenu::aboutToShow, this, &RecentFilesMenu::fill);
  retranslate();
}

void RecentFilesMenu::fill() {
  clear();
  const QStringList files = Preferences::recentFiles();
  for (qsizetype k = 0; k < files.size(); ++k) {
    const QString& file = files[k];
    // Names as they are: an ampersand in them is no shortcut.
    QString name = QFileInfo(file).fileName().replace(QStringLiteral("&"), QStringLiteral("&&"));
    if (k < 9) {
      name.prepend(QStringLiteral("&%1  ").arg(k + 1));
    }
    QAction* action = addAction(name);
    action->setToolTip(QDir::toNativeSeparators(file));
    connect(action, &QAction::triggered, this, [this, file] { emit fileChosen(file); });
  }
  if (files.isEmpty()) {
    addAction(tr("No file was opened or saved yet"))->setEnabled(false);
    return;
  }
  addSeparator();
  connect(addAction(tr("Forget these files")), &QAction::triggered, this,
          [] { Preferences::clearRecentFiles(); });
}

void RecentFilesMenu::retranslate() {
  setTitle(tr("Open &recent"));
}

void RecentFilesMenu::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QMenu::changeEvent(event);
}

} // namespace backflow
