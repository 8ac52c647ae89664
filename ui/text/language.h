// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace backflow {

/// Switches the application's words and number forms: "en" or "pt_BR". Every window hears of it by
/// a LanguageChange event.
void useLanguage(const QString& language);

/// "en" or "pt_BR".
QString currentLanguage();

/// The reader's own, as the system has it, if the program speaks it; else English.
QString systemLanguage();

} // namespace backflow
