// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/file_name.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace backflow {

namespace {

struct FileName {
  Q_DECLARE_TR_FUNCTIONS(FileName)
};

} // namespace

QString fileNameOf(const QString& words) {
  constexpr qsizetype longest = 60;
  QString name;
  bool isApart = false;
  for (const QChar letter : words.normalized(QString::NormalizationForm_KD).toLower()) {
    if (letter.category() == QChar::Mark_NonSpacing) {
      continue; // an accent, which the letter before it has lost
    }
    const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
    const bool isPoint = letter == QLatin1Char('.') && !isApart && !name.isEmpty();
    if (isPlain || isPoint) {
      if (isApart && !name.isEmpty()) {
        name += QLatin1Char('-');
      }
      name += letter;
      isApart = false;
    } else {
      isApart = true;
    }
  }
  name.truncate(longest);
  while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char('-'))) {
    name.chop(1);
  }
  return name;
}

QString fileNameOf(const QString& title, const QString& view) {
  const QString name = fileNameOf(title);
  return (name.isEmpty() ? QStringLiteral("backflow") : name) + QLatin1Char('-') + fileNameOf(view);
}

QString shownName(const std::filesystem::path& file) {
  return QString::fromStdString(file.filename().string());
}

QString savedText(const QStringList& files) {
  QStringList names;
  for (const QString& file : files) {
    names << QFileInfo(file).fileName();
  }
  const QString folder = QFileInfo(files.value(0)).path();
  return FileName::tr("Saved: %1, in %2")
      .arg(names.join(QStringLiteral(", ")), QDir::toNativeSeparators(folder));
}

QString shownPath(const std::filesystem::path& file) {
  return QDir::toNativeSeparators(QString::fromStdString(file.string()));
}

} // namespace backflow
