// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/check_text.h"

#include <QSet>

#include <gtest/gtest.h>

#include <limits>

namespace backflow::test {
namespace {

Check countOf(CheckKind kind, double measured, double bound) {
  Check check;
  check.kind = kind;
  check.precision = Precision::Float32;
  check.measured = measured;
  check.bound = bound;
  return check;
}

TEST(CheckText, TellsACountThatIsRightFromOneThatIsNotAndOneThatNeverCame) {
  const double never = std::numeric_limits<double>::quiet_NaN();
  for (const CheckKind kind :
       {CheckKind::FirstSubnormal, CheckKind::ExactZero, CheckKind::Infinity}) {
    const QString right = CheckText::sentence(countOf(kind, 128, 128));
    const QString wrong = CheckText::sentence(countOf(kind, 130, 128));
    const QString none = CheckText::sentence(countOf(kind, never, 128));
    EXPECT_EQ((QSet<QString>{right, wrong, none}.size()), 3);
    EXPECT_TRUE(wrong.contains(QStringLiteral("130")) && wrong.contains(QStringLiteral("128")));
    for (const QString& text : {right, wrong, none}) {
      EXPECT_TRUE(text.startsWith(QStringLiteral("float32: "))) << text.toStdString();
      EXPECT_FALSE(text.contains(QChar('%'))) << text.toStdString();
    }
  }
}

TEST(CheckText, HasASentenceForEveryCheckAndOneForAll) {
  const SelfCheck found = checkThisComputer().value();
  QSet<QString> sentences;
  for (const Check& check : found.checks) {
    const QString text = CheckText::sentence(check);
    EXPECT_TRUE(text.endsWith(QChar('.'))) << text.toStdString();
    EXPECT_FALSE(text.contains(QChar('%'))) << text.toStdString();
    sentences += text;
  }
  EXPECT_EQ(sentences.size(), static_cast<qsizetype>(found.checks.size())) << "two read the same";
  EXPECT_TRUE(CheckText::summary(found).contains(QString::number(found.checks.size())));
}

TEST(CheckText, CountsWhatFailed) {
  SelfCheck found;
  found.checks = {countOf(CheckKind::ExactZero, 1, 152), countOf(CheckKind::ExactZero, 152, 152),
                  countOf(CheckKind::ThreadSubnormals, 1, 3)};
  const QString text = CheckText::summary(found);
  EXPECT_TRUE(text.contains(QStringLiteral("not"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("2 of 3"))) << text.toStdString();
}

} // namespace
} // namespace backflow::test
