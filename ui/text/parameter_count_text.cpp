// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/parameter_count_text.h"

#include "ui/text/cell_equations.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace backflow {

namespace {

struct ParameterCountText {
  Q_DECLARE_TR_FUNCTIONS(ParameterCountText)
};

/// "4·(100·(100 + 10,000) + 2·100)"
QString layerFormula(const NetworkSpec& network, const CountedLayer& layer, bool isAlone) {
  const QString hidden = formatGrouped(network.hidden);
  QString bias = hidden;
  if (layer.biases > 1) {
    bias = QStringLiteral("%1·%2").arg(layer.biases).arg(hidden);
  }
  const QString inner =
      QStringLiteral("%1·(%1 + %2) + %3").arg(hidden, formatGrouped(layer.inputs), bias);
  const int factor = layer.blocks;
  QString factors;
  if (layer.copies > 1) {
    factors += QStringLiteral("%1·").arg(layer.copies);
  }
  if (factor > 1) {
    factors += QStringLiteral("%1·").arg(factor);
  }
  if (factors.isEmpty()) {
    return isAlone ? inner : QStringLiteral("(%1)").arg(inner);
  }
  return QStringLiteral("%1(%2)").arg(factors, inner);
}

/// A name of the equations without the step that the vector is of: "ĉ", "Γu".
QString timeless(const NetworkSpec& network, const std::string& name) {
  QString markup = vectorMarkup(network, name);
  markup.replace(QStringLiteral("_1"), QString());
  return markup;
}

} // namespace

QString countFormula(const NetworkSpec& network, const ParameterCount& count) {
  QStringList terms;
  for (const CountedLayer& layer : count.layers) {
    terms += layerFormula(network, layer, count.layers.size() == 1);
  }
  return terms.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + formatGrouped(count.total);
}

QStringList vectorSizes(const NetworkSpec& network, const ParameterCount& count) {
  QStringList ofHidden;
  QStringList sizes;
  for (const CountedVector& vector : count.vectors) {
    if (vector.name == "x") {
      sizes += ParameterCountText::tr("%1: %2 numbers")
                   .arg(QStringLiteral("x"), formatGrouped(vector.size));
    } else {
      ofHidden += timeless(network, vector.name);
    }
  }
  const QString each = ofHidden.size() == 1 ? ParameterCountText::tr("%1: %2 numbers")
                                            : ParameterCountText::tr("%1: %2 numbers each");
  sizes.prepend(
      each.arg(ofHidden.join(QStringLiteral(", ")), formatGrouped(count.vectors.back().size)));
  return sizes;
}

} // namespace backflow
