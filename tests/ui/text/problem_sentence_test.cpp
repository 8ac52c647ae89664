// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/problem_sentence.h"

#include "core/scenario/csv_table.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/temporary_folder.h"
#include "ui/text/language.h"
#include "ui/text/problem_text.h"

#include <QStringList>

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace backflow::test {
namespace {

class ProblemSentenceTest : public testing::Test {
 protected:
  ProblemSentenceTest() { useLanguage(QStringLiteral("pt_BR")); }
  ~ProblemSentenceTest() override { useLanguage(QStringLiteral("en")); }

  static QString of(const char* english) { return problemSentence(QString::fromUtf8(english)); }

  /// What the window says of a scenario.
  static std::string textOf(const std::string& json) {
    const auto read = readScenario(json);
    const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
    return problems == nullptr ? "accepted" : problemsText(*problems).toStdString();
  }
};

TEST_F(ProblemSentenceTest, KeepsWhatIsQuotedAndCounted) {
  EXPECT_EQ(of("line 3, column 5"), "linha 3, coluna 5");
  EXPECT_EQ(of("column \"rain, %2\", line 12"), "coluna \"rain, %2\", linha 12");
  EXPECT_EQ(of("holds \"-1e5\""), "contém \"-1e5\"");
  EXPECT_EQ(of("save it as UTF-8"), "salve-o em UTF-8");
  EXPECT_EQ(of("give 2 rows of 3 numbers"), "indique 2 linhas de 3 números");
}

TEST_F(ProblemSentenceTest, LeavesWhatItDoesNotKnow) {
  for (const char* text : {"", "weights.gain", "-3", "\"two\"", "is quite \"another\" thing, 7"}) {
    EXPECT_EQ(of(text).toStdString(), text);
  }
}

TEST_F(ProblemSentenceTest, EverySentenceIsTranslatedWithAllThatVaries) {
  for (const char* sentence : knownProblemSentences()) {
    const QString english = QString::fromUtf8(sentence);
    QString filled = english;
    QStringList values;
    for (int number = 1; english.contains(QStringLiteral("%%1").arg(number)); ++number) {
      values << QString::number(7000 + number);
      filled.replace(QStringLiteral("%%1").arg(number), values.back());
    }
    const QString portuguese = problemSentence(filled);
    EXPECT_NE(portuguese, filled);
    for (const QString& value : values) {
      EXPECT_EQ(portuguese.count(value), 1) << portuguese.toStdString();
    }
  }
}

TEST_F(ProblemSentenceTest, WrongScenariosAreToldInPortuguese) {
  const auto file = [](const std::string& more) {
    return R"({"format": "backflow-scenario", "version": 1, "network": {"hidden": 2}, )" + more +
           "}";
  };
  EXPECT_EQ(textOf(file(R"("title": 3)")), "title: 3 não é um texto; indique um entre aspas.");
  EXPECT_EQ(textOf("{\"a\": 1,}"),
            "linha 1, coluna 9: Encontrado '}'; remova a vírgula antes dele.");
  EXPECT_EQ(textOf("{\"a\": 0,5}"), "linha 1, coluna 9: Encontrado um número; indique uma chave "
                                    "entre aspas, ou escreva decimais com ponto, 0.5.");
  EXPECT_EQ(textOf("\x89PNG"), "É uma imagem PNG; indique JSON.");
  EXPECT_EQ(textOf(file(R"("pins": [{"gate": "forget", "value": 0, "from": 1, "to": 2}])")),
            "pins[1].gate: \"forget\" não é uma porta desta célula; indique [], ou network.cell "
            "\"gru\" ou \"lstm\".");
  EXPECT_EQ(textOf(file(R"("initial_state": {"kind": "explicit", "values": [1]})")),
            "initial_state.values: 1 número não serve para 2 unidades ocultas; indique 2 números.");
}

TEST_F(ProblemSentenceTest, WrongTablesAreToldInPortuguese) {
  const TemporaryFolder folder;
  const auto told = [&](const std::string& text) {
    const auto read = readCsv(folder.write("a.csv", text), "input.file");
    const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
    return problems == nullptr ? "accepted" : problemsText(*problems).toStdString();
  };
  EXPECT_EQ(told(""), "input.file: \"a.csv\" está vazio; indique um arquivo CSV com nomes na "
                      "primeira linha.");
  EXPECT_EQ(told("a,b\n1\n"), "input.file: \"a.csv\" não serve: a linha 2 tem 1 célula onde a "
                              "primeira tem 2; corrija essa linha.");
  EXPECT_EQ(told("1,2\n3,4\n"), "input.file: \"a.csv\" não tem cabeçalho: a primeira linha contém "
                                "números; escreva os nomes das colunas acima deles.");
}

} // namespace
} // namespace backflow::test
