// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/step_text.h"

#include "ui/text/cell_equations.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace backflow {

namespace {

constexpr int shownDigits = 6;
constexpr int sheetDecimals = 2;

struct StepText {
  Q_DECLARE_TR_FUNCTIONS(StepText)
};

template <class Format> QString listOf(const Eigen::VectorXd& values, const Format& format) {
  QStringList texts;
  for (const double value : values) {
    texts += format(value);
  }
  // A comma cannot both be in numbers and stand between them.
  const bool hasComma = QLocale().decimalPoint() == QStringLiteral(",");
  return QStringLiteral("[%1]").arg(
      texts.join(hasComma ? QStringLiteral("; ") : QStringLiteral(", ")));
}

QString digits(double value) {
  return formatDigits(value, shownDigits);
}

/// A number that may follow an operator.
QString operand(double value) {
  return value < 0 ? QStringLiteral("(%1)").arg(digits(value)) : digits(value);
}

QString functionName(Activation activation) {
  switch (activation) {
  case Activation::Tanh:
    return QStringLiteral("tanh");
  case Activation::Relu:
    return QStringLiteral("relu");
  case Activation::Sigmoid:
    return QStringLiteral("σ");
  case Activation::Identity:
    break;
  }
  return {};
}

QString sumOf(const std::vector<Term<double>>& terms) {
  QStringList addends;
  for (const Term<double>& term : terms) {
    const QString left = addends.isEmpty() ? digits(term.left) : operand(term.left);
    addends += term.isProduct() ? QStringLiteral("%1·%2").arg(left, operand(term.right)) : left;
  }
  return addends.join(QStringLiteral(" + "));
}

QString rightSide(const HandVector& vector, std::size_t entry) {
  const std::vector<Term<double>>& terms = vector.terms[entry];
  if (vector.isGiven) {
    return StepText::tr("given");
  }
  switch (vector.operation.kind) {
  case StepOperationKind::Activate:
    return QStringLiteral("%1(%2)").arg(functionName(vector.operation.activation),
                                        digits(terms.front().left));
  case StepOperationKind::Complement:
    return QStringLiteral("1 − %1").arg(operand(-terms.back().left));
  case StepOperationKind::Linear:
  case StepOperationKind::Multiply:
  case StepOperationKind::Add:
    break;
  }
  return sumOf(terms);
}

} // namespace

QString exactText(const HandVector& vector) {
  return listOf(vector.values, digits);
}

QString roundedText(const HandVector& vector) {
  return listOf(vector.values, [](double value) { return formatRounded(value, sheetDecimals); });
}

QStringList workedLines(const NetworkSpec& network, const HandVector& vector) {
  const QString name = vectorMarkup(network, vector.name);
  const bool isWord = !name.contains(QLatin1Char(' '));
  QStringList lines;
  for (std::size_t entry = 0; entry < vector.terms.size(); ++entry) {
    lines +=
        QStringLiteral("%1[%2] = %3 = %4")
            .arg(isWord ? name : QStringLiteral("(%1)").arg(name))
            .arg(entry + 1)
            .arg(rightSide(vector, entry), digits(vector.values[static_cast<Eigen::Index>(entry)]));
  }
  return lines;
}

} // namespace backflow
