// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

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

} // namespace

void useLanguage(const QString& language) {
  Installed& state = installed();
  const QString wanted =
      language.startsWith(QStringLiteral("pt")) ? QStringLiteral("pt_BR") : QStringLiteral("en");
  state.language = wanted;
  QLocale::setDefault(
      QLocale(wanted == QStringLiteral("pt_BR") ? wanted : QStringLiteral("en_US")));
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
  return QLocale::system().language() == QLocale::Portuguese ? QStringLiteral("pt_BR")
                                                             : QStringLiteral("en");
}

} // namespace backflow
