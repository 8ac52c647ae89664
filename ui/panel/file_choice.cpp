// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/file_choice.h"

#include "ui/state/preferences.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace backflow {

QString fileToOpen(QWidget* parent, const QString& title, const QString& filter) {
  QString file = QFileDialog::getOpenFileName(parent, title, Preferences::folder(), filter);
  Preferences::setFolderOf(file);
  return file;
}

QString fileToSave(QWidget* parent, const QString& title, const QString& filter,
                   const QStringList& endings, const QString& name) {
  QFileDialog dialog(parent, title, Preferences::folder(), filter);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(endings.front());
  dialog.selectFile(withEnding(name, endings, endings.front()));
  return askWhereToSave(dialog, endings);
}

QString withEnding(const QString& name, const QStringList& endings, const QString& suffix) {
  const auto endsIn = [&name](const QString& ending) {
    return name.endsWith(QChar('.') + ending, Qt::CaseInsensitive);
  };
  if (name.isEmpty() || std::ranges::any_of(endings, endsIn)) {
    return name;
  }
  const QString last = suffix.section(QChar('.'), -1);
  return (endsIn(last) ? name.chopped(last.size() + 1) : name) + QChar('.') + suffix;
}

QString askWhereToSave(QFileDialog& dialog, const QStringList& endings) {
  while (dialog.exec() == QDialog::Accepted) {
    const QString chosen = dialog.selectedFiles().value(0);
    QString file = withEnding(chosen, endings, dialog.defaultSuffix());
    if (file == chosen || !QFileInfo::exists(file)) {
      return file;
    }
    dialog.selectFile(file);
  }
  return {};
}

} // namespace backflow
