// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/problem_sentence.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace backflow {

namespace {

constexpr const char* context = "ProblemSentence";

/// What core says, with %1, %2, … for what it quotes and counts.
constexpr const char* known[] = {
    QT_TRANSLATE_NOOP("ProblemSentence", "line %1, column %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "line %1, column %2 %3"),
    QT_TRANSLATE_NOOP("ProblemSentence", "column %1, line %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "column %1 of %2, line %3"),
    QT_TRANSLATE_NOOP("ProblemSentence", "row %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "the text"),
    QT_TRANSLATE_NOOP("ProblemSentence", "%1 number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "%1 numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "%1 row"),
    QT_TRANSLATE_NOOP("ProblemSentence", "%1 rows"),
    QT_TRANSLATE_NOOP("ProblemSentence", "%1 column"),
    QT_TRANSLATE_NOOP("ProblemSentence", "%1 columns"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a file that can be read"),
    QT_TRANSLATE_NOOP("ProblemSentence", "does not exist"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give the name of a file that does"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is a directory"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give the name of a file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is larger than %1 MiB"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a smaller file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is UTF-16"),
    QT_TRANSLATE_NOOP("ProblemSentence", "save it as UTF-8"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is no text"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a text file in UTF-8"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is no UTF-8 text"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 characters"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 character"),
    QT_TRANSLATE_NOOP(
        "ProblemSentence",
        "give a text of at least %1, one more than the time steps, or a shorter unroll.horizon"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 different characters"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a text of at most %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "cannot be read %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is missing or damaged"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is no value"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "write a number, true, false or null, or put a text in quotation marks"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is no number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "write it as %1 or %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is no number in JSON"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "give a finite number, or %1 in quotation marks where the field takes it"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has no closing quotation mark"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give it one"),
    QT_TRANSLATE_NOOP("ProblemSentence", "holds a line break or a tab"),
    QT_TRANSLATE_NOOP("ProblemSentence", "write \\n or \\t in its place"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has a lone backslash"),
    QT_TRANSLATE_NOOP("ProblemSentence", "write a backslash within a text twice"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is no JSON"),
    QT_TRANSLATE_NOOP("ProblemSentence", "correct it"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give one of its %1 column"),
    QT_TRANSLATE_NOOP("ProblemSentence", "are too many targets for %1 hidden unit"),
    QT_TRANSLATE_NOOP("ProblemSentence", "do not fit %1 time step"),
    QT_TRANSLATE_NOOP("ProblemSentence", "does not fit %1 time step"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 rows where %2 is needed"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is too long for the %1 row of the task's file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a JSON object with lists %1, %2, %3, %4, %5, %6"),
    QT_TRANSLATE_NOOP("ProblemSentence", "the text is UTF-16"),
    QT_TRANSLATE_NOOP("ProblemSentence", "the text is empty"),
    QT_TRANSLATE_NOOP("ProblemSentence", "the text holds a zero byte"),
    QT_TRANSLATE_NOOP("ProblemSentence", "the text is no UTF-8"),
    QT_TRANSLATE_NOOP("ProblemSentence", "the text ends too early"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give JSON"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give JSON in UTF-8"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is a PNG picture"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is a JPEG picture"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is a GIF picture"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is a PDF document"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is a ZIP archive"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is a gzip archive"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is an SVG picture"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is an XML document"),
    QT_TRANSLATE_NOOP("ProblemSentence", "it is a program"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found a text"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found a number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found true"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found false"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found null"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found '{'"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found '}'"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found '['"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found ']'"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found ':'"),
    QT_TRANSLATE_NOOP("ProblemSentence", "found ','"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a key in quotation marks"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "give a key in quotation marks, or write decimals with a point, %1"),
    QT_TRANSLATE_NOOP(
        "ProblemSentence",
        "give a value: a number, a text in quotation marks, true, false, null, [] or {}"),
    QT_TRANSLATE_NOOP("ProblemSentence", "separate keys by a comma, or end them with }"),
    QT_TRANSLATE_NOOP("ProblemSentence", "separate values by a comma, or end them with ]"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a colon and a value after the key"),
    QT_TRANSLATE_NOOP("ProblemSentence", "remove what follows the last brace"),
    QT_TRANSLATE_NOOP("ProblemSentence", "remove the comma before it"),
    QT_TRANSLATE_NOOP("ProblemSentence", "remove the comma before it, or give a value"),
    QT_TRANSLATE_NOOP("ProblemSentence", "end it with }"),
    QT_TRANSLATE_NOOP("ProblemSentence", "end it with ]"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is given twice"),
    QT_TRANSLATE_NOOP("ProblemSentence", "remove one of them"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is beyond the largest float64 number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a smaller one, or %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is nested more than %1 levels deep"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give fewer levels"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a scenario"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give keys and values in braces, {}"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is that of a scenario"),
    QT_TRANSLATE_NOOP("ProblemSentence", "run it with backflow-cli run"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is that of a sweep"),
    QT_TRANSLATE_NOOP("ProblemSentence", "run it with backflow-cli sweep"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is that of a saved training"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "go on with it by backflow-cli train --resume, or in the window"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not that of a saved training"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a file that train --state wrote"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is missing"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not the format of a scenario"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a version that can be read"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 to %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 or %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not an object"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a text"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give one in quotation marks"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is neither true nor false"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give true or false"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give false"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a list of numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give numbers in brackets, []"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a number, %1, %2 or %3"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a list of rows"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give rows of numbers in brackets, [[]]"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a list of names"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give names in quotation marks and brackets, [%1]"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a list of precisions"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give names in brackets, [%1, %2]"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a list of pins"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give objects such as {%1: %2, %3: %4, %5: %6, %7: %8}"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a pin such as {%1: %2, %3: %4, %5: %6, %7: %8}"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give an object such as {%1: %2}"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give an object such as {%1: {%2: %3}}"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not given"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give the name of a text file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give the name of a CSV file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give the name of the task's data file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "names no column"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give names from the first line of the file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "are too many input numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "are too many targets for %1 hidden units"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give at most %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give at least %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has a quotation mark that is not closed"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "cannot be used: line %1 has a quotation mark that is not closed"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "cannot be used: line %1 has a quotation mark out of place"),
    QT_TRANSLATE_NOOP("ProblemSentence", "cannot be used: line %1 is too large for the memory"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "cannot be used: line %1 has %2 cells where the first line has %3"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "cannot be used: line %1 has %2 cell where the first line has %3"),
    QT_TRANSLATE_NOOP("ProblemSentence", "correct that line"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a CSV file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is empty"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a CSV file with names in its first line"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has no header: its first line holds numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "write the columns' names above them"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is the name of several columns"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give the columns different names"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a column of %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give one of its %1 columns"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1, %2, %3, %4 or one of the %5 others"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has no column %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a file with the column %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a file with the columns %1, %2, %3 and %4"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is an empty cell"),
    QT_TRANSLATE_NOOP("ProblemSentence", "holds %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a number there"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has no row below its first line"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a longer file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a longer file, or a horizon of at most %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 rows where %2 are needed"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 row where %2 are needed"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 rows from row %2 on where %3 are needed"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 row from row %2 on where %3 are needed"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 rows of %2 numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 rows of %2 number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 row of %2 numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 row of %2 number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 rows"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 row"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1 number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 numbers"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has %1 number"),
    QT_TRANSLATE_NOOP("ProblemSentence", "do not fit %1 hidden units"),
    QT_TRANSLATE_NOOP("ProblemSentence", "do not fit %1 hidden unit"),
    QT_TRANSLATE_NOOP("ProblemSentence", "does not fit %1 hidden units"),
    QT_TRANSLATE_NOOP("ProblemSentence", "does not fit %1 hidden unit"),
    QT_TRANSLATE_NOOP("ProblemSentence", "do not fit %1 time steps"),
    QT_TRANSLATE_NOOP("ProblemSentence", "does not fit %1 time steps"),
    QT_TRANSLATE_NOOP("ProblemSentence", "do not fit the last step"),
    QT_TRANSLATE_NOOP("ProblemSentence", "does not fit the last step"),
    QT_TRANSLATE_NOOP("ProblemSentence", "needs a network that reads forward, without attention"),
    QT_TRANSLATE_NOOP("ProblemSentence", "are for a cell state, which this cell has not"),
    QT_TRANSLATE_NOOP("ProblemSentence", "leave it out, or give network.cell %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "needs characters to foretell"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give input.kind %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not a threshold"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a number above %1, or %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not below the threshold of exploding"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a number below %1"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is for a gate that this cell has not"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1, or network.cell %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give %1, or network.cell %2 or %3"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is for gates that this cell has not"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give null, or network.cell %1 or %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "takes the place of forget_bias and update_bias"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give one or the other"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is no gate of this cell"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give [], or network.cell %1 or %2"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is too short for this task"),
    QT_TRANSLATE_NOOP(
        "ProblemSentence",
        "is for training on a loss at the last step, and this task has one at every step"),
    QT_TRANSLATE_NOOP("ProblemSentence",
                      "lets the network read the character that it is to foretell"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not trained with in layers that read both ways"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not trained in"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is not trained"),
    QT_TRANSLATE_NOOP("ProblemSentence", "does not tell the weights of the task's output"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give another initialiser"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is defined for one plain layer that reads forward"),
    QT_TRANSLATE_NOOP("ProblemSentence", "sequences of this length and size take too much memory"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a smaller batch, horizon or network"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is too long for the %1 rows of the task's file"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a shorter one"),
    QT_TRANSLATE_NOOP("ProblemSentence", "is too short for this horizon"),
    QT_TRANSLATE_NOOP("ProblemSentence", "give a longer one, or a shorter unroll.horizon"),
    QT_TRANSLATE_NOOP("ProblemSentence", "has no templates"),
};

/// What is in quotation marks, and numbers that stand by themselves (not the 8 of UTF-8).
const QRegularExpression& variables() {
  static const QRegularExpression pattern(QStringLiteral(
      R"_("(?:[^"\\]|\\.)*"|(?<![\w-])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\w)|\(.*\)$)_"));
  return pattern;
}

} // namespace

QString problemSentence(const QString& english) {
  QString pattern;
  QStringList values;
  qsizetype end = 0;
  for (auto all = variables().globalMatch(english); all.hasNext();) {
    const QRegularExpressionMatch match = all.next();
    values << match.captured();
    pattern +=
        english.mid(end, match.capturedStart() - end) + QStringLiteral("%%1").arg(values.size());
    end = match.capturedEnd();
  }
  pattern += english.mid(end);
  const QString text = QCoreApplication::translate(context, pattern.toUtf8().constData());
  if (text == pattern) {
    return english;
  }
  // In one pass, not by arg(): a value may hold a % of its own.
  static const QRegularExpression place(QStringLiteral(R"(%(\d))"));
  QString whole;
  end = 0;
  for (auto all = place.globalMatch(text); all.hasNext();) {
    const QRegularExpressionMatch match = all.next();
    whole +=
        text.mid(end, match.capturedStart() - end) + values.value(match.captured(1).toInt() - 1);
    end = match.capturedEnd();
  }
  return whole + text.mid(end);
}

std::span<const char* const> knownProblemSentences() {
  return known;
}

} // namespace backflow
