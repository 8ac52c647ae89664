// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace backflow {

struct LocalizedText;

struct Language {
  QString code; ///< as files of translations have it: "en", "pt_BR"
  QString name; ///< in its own words
};

/// All that the program speaks, English first. Menus, options and tests go through them.
const std::vector<Language>& languages();

/// Switches the application's words and number forms to one of languages(), by its code; to English
/// if it is none. Every window hears of it by a LanguageChange event.
void useLanguage(const QString& language);

/// Its code.
QString currentLanguage();

/// The reader's own, as the system has it, if the program speaks it; else English.
QString systemLanguage();

/// What a shipped file says in the current language; in English where it does not speak it.
QString inCurrentLanguage(const LocalizedText& text);

} // namespace backflow
