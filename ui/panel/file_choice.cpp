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

QString fileToSave(QWidget* parent, const QString& title, const QString& filter,
                   const QString& suffix, const QString& name) {
  QFileDialog dialog(parent, title, Preferences::folder(), filter);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(suffix);
  dialog.selectFile(name);
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace backflow
