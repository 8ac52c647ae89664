// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include "core/scenario/library.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QLocale>
#include <QStringList>

namespace backflow {
namespace {

class LanguageTest : public testing::Test {
 protected:
  ~LanguageTest() override { useLanguage(QStringLiteral("en")); }
};

TEST_F(LanguageTest, EveryTranslationIsOfferedAndNoOther) {
  QStringList offered;
  for (const Language& language : languages()) {
    offered << QStringLiteral("backflow_%1.qm").arg(language.code);
  }
  offered.sort();
  EXPECT_EQ(QDir(QStringLiteral(":/i18n")).entryList(QDir::Files, QDir::Name).join(u' '),
            offered.join(u' '));
}

TEST_F(LanguageTest, EachCanBeChosenWithItsNumbers) {
  for (const Language& language : languages()) {
    useLanguage(language.code);
    EXPECT_EQ(currentLanguage(), language.code);
    EXPECT_EQ(QLocale().language(), QLocale(language.code).language());
  }
}

TEST_F(LanguageTest, NearestIsTakenElseEnglish) {
  useLanguage(QStringLiteral("pt_PT"));
  EXPECT_EQ(currentLanguage(), QStringLiteral("pt_BR"));
  useLanguage(QStringLiteral("eo"));
  EXPECT_EQ(currentLanguage(), QStringLiteral("en"));
}

TEST_F(LanguageTest, ShippedTextsAreInTheCurrentOne) {
  const LocalizedText text{"words", "palavras"};
  useLanguage(QStringLiteral("en"));
  EXPECT_EQ(inCurrentLanguage(text), QStringLiteral("words"));
  useLanguage(QStringLiteral("pt_BR"));
  EXPECT_EQ(inCurrentLanguage(text), QStringLiteral("palavras"));
}

} // namespace
} // namespace backflow
