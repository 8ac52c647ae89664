// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/file_choice.h"

#include "ui/state/preferences.h"

#include <QFileDialog>

namespace backflow {

QString fileToOpen(QWidget* parent, const QString& title, const QString& filter) {
  QString file = QFileDialog::getOpenFileName(parent, title, Preferences::folder(), filter);
  Preferences::setFolderOf(file);
  return file;
}

} // namespace backflow
