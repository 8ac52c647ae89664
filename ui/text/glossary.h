// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace backflow {

/// A word of the window, and what it means.
struct GlossaryEntry {
  QString word;
  QString meaning;
};

struct GlossaryPart {
  QString heading;
  QList<GlossaryEntry> entries;
};

/// What plots, markers and controls speak of, in the reader's language.
class Glossary {
  Q_DECLARE_TR_FUNCTIONS(Glossary)

 public:
  static QList<GlossaryPart> parts();

 private:
  static GlossaryPart gradients();
  static GlossaryPart theory();
  static GlossaryPart numbers();
  static GlossaryPart settings();
};

} // namespace backflow
