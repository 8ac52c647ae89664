// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include "core/scenario/library.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <memory>

namespace backflow {

namespace {

struct Installed {
  QString language = QStringLiteral("en");
  std::array<std::unique_ptr<QTranslator>, 2> translators;
};

Installed& installed() {
  static Installed state;
  return state;
}

/// The code of the language that the program speaks to a reader with this locale.
QString spokenFor(const QLocale& reader) {
  for (const Language& one : languages()) {
    if (QLocale(one.code).language() == reader.language()) {
      return one.code;
    }
  }
  return languages().front().code;
}

} // namespace

const std::vector<Language>& languages() {
  static const std::vector<Language> all{
      {QStringLiteral("en"), QStringLiteral("English")},
      {QStringLiteral("pt_BR"), QStringLiteral("Português")},
  };
  return all;
}

void useLanguage(const QString& language) {
  Installed& state = installed();
  const QString wanted = spokenFor(QLocale(language));
  state.language = wanted;
  QLocale::setDefault(QLocale(wanted));
  for (auto& translator : state.translators) {
    if (translator) {
      QCoreApplication::removeTranslator(translator.get());
    }
    translator = std::make_unique<QTranslator>();
  }
  if (state.translators[0]->load(QStringLiteral(":/i18n/backflow_") + wanted)) {
    QCoreApplication::installTranslator(state.translators[0].get());
  }
  // The words of Qt's own dialogs.
  if (state.translators[1]->load(QStringLiteral("qtbase_") + wanted,
                                 QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(state.translators[1].get());
  }
}

QString currentLanguage() {
  return installed().language;
}

QString systemLanguage() {
  return spokenFor(QLocale::system());
}

QString inCurrentLanguage(const LocalizedText& text) {
  return QString::fromStdString(currentLanguage() == QStringLiteral("pt_BR") ? text.ptBr : text.en);
}

} // namespace backflow
