// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/problem_text.h"

#include "ui/text/file_name.h"
#include "ui/text/number_text.h"
#include "ui/text/problem_sentence.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <limits>

namespace backflow {

namespace {

struct ProblemText {
  Q_DECLARE_TR_FUNCTIONS(ProblemText)
};

using Limits = std::numeric_limits<double>;

QString numberBetween(double least, double most) {
  const bool endless = !(most < Limits::max());
  const bool positive = least > 0 && least <= Limits::min();
  if (endless && positive) {
    return ProblemText::tr("Give a number above 0.");
  }
  if (endless && !(least > -Limits::max())) {
    return numberText();
  }
  if (endless) {
    return ProblemText::tr("Give a number of at least %1.").arg(formatNumber(least));
  }
  if (positive) {
    return ProblemText::tr("Give a number above 0, up to %1.").arg(formatNumber(most));
  }
  // A bound just below a round number is shown as that number, which itself is too much.
  if (parseNumber(formatNumber(most)).value_or(most) > most) {
    return ProblemText::tr("Give a number from %1 to below %2.")
        .arg(formatNumber(least), formatNumber(most));
  }
  return ProblemText::tr("Give a number from %1 to %2.")
      .arg(formatNumber(least), formatNumber(most));
}

QString choiceText(const std::vector<std::string>& choices) {
  QStringList names;
  for (const std::string& choice : choices) {
    names << QString::fromStdString(choice);
  }
  return ProblemText::tr("Choose one of: %1.").arg(names.join(QStringLiteral(", ")));
}

QString knownKeyText(const std::vector<std::string>& choices) {
  return choices.empty() ? ProblemText::tr("There is no such field.")
                         : ProblemText::tr("There is no such field; did you mean %1?")
                               .arg(QString::fromStdString(choices.front()));
}

QString translated(const std::string& english) {
  return problemSentence(QString::fromStdString(english));
}

QString sentence(const FieldProblem& problem) {
  QString text = translated(problem.complaint);
  if (!problem.value.empty()) {
    text.prepend(translated(problem.value) + QLatin1Char(' '));
  }
  if (!problem.instruction.empty()) {
    text += (text.isEmpty() ? QString() : QStringLiteral("; ")) + translated(problem.instruction);
  }
  if (problem.value.empty() && !text.isEmpty()) {
    text[0] = text[0].toUpper();
  }
  return text + QLatin1Char('.');
}

/// What is wrong with the value and what would be right, as one clause.
QString clause(const FieldProblem& problem) {
  const QString value = translated(problem.value);
  if (problem.remedy == Remedy::KnownKey) {
    return problem.choices.empty()
               ? ProblemText::tr("%1 is not a known field; remove it.").arg(value)
               : ProblemText::tr("%1 is not a known field; did you mean %2?")
                     .arg(value, QString::fromStdString(problem.choices.front()));
  }
  QString remedy = remedyText(problem);
  // It begins with its own value when it is a plain sentence.
  if (problem.remedy == Remedy::Sentence || value.isEmpty()) {
    return remedy;
  }
  remedy[0] = remedy[0].toLower();
  return ProblemText::tr("%1 is not possible; %2").arg(value, remedy);
}

} // namespace

QString wholeNumberText(double least, double most) {
  return ProblemText::tr("Give a whole number from %1 to %2.")
      .arg(formatWhole(least), formatWhole(most));
}

QString numberText() {
  return ProblemText::tr("Give a number, such as 0.5 or 0,5.");
}

QString remedyText(const FieldProblem& problem) {
  switch (problem.remedy) {
  case Remedy::WholeNumber:
    return wholeNumberText(problem.least, problem.most);
  case Remedy::Number:
    return numberBetween(problem.least, problem.most);
  case Remedy::Choice:
    return choiceText(problem.choices);
  case Remedy::KnownKey:
    return knownKeyText(problem.choices);
  case Remedy::Sentence:
    break;
  }
  return sentence(problem);
}

QString problemsText(const std::vector<FieldProblem>& problems) {
  if (problems.empty()) {
    return {};
  }
  const FieldProblem& first = problems.front();
  QString text = clause(first);
  if (!first.field.empty()) {
    text.prepend(translated(first.field) + QStringLiteral(": "));
  }
  if (problems.size() > 1) {
    QStringList others;
    for (auto problem = problems.begin() + 1; problem != problems.end(); ++problem) {
      others << QString::fromStdString(problem->field);
    }
    text += QLatin1Char(' ') + ProblemText::tr("(Also wrong: %1.)").arg(others.join(u", "));
  }
  return text;
}

QString problemsText(const std::filesystem::path& file, const std::vector<FieldProblem>& problems) {
  QString text = problemsText(problems);
  const FieldProblem& first = problems.front();
  if (first.field.empty() && first.value == '"' + file.filename().string() + '"') {
    return text; // it begins with the file's name
  }
  if (first.remedy == Remedy::Sentence && first.field.empty() && first.value.empty() &&
      !first.complaint.empty()) {
    text[0] = translated(first.complaint).front(); // goes on after the file's name
  }
  return shownName(file) + QStringLiteral(": ") + text;
}

} // namespace backflow
