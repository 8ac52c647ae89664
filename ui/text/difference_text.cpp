// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/difference_text.h"

#include "core/scenario/enum_names.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <optional>

namespace backflow {

namespace {

using Kind = FieldValue::Kind;

struct Words {
  QString name;
  QString standard; ///< what the field is where the file does not tell; empty: it does not apply
};

/// The words for a field; nothing where one is not told.
std::optional<Words> wordsOf(const std::string& path) {
  const QString field = QString::fromStdString(path);
  const auto is = [&field](const char* name) {
    return field == QLatin1String(name);
  };
  const auto tr = [](const char* text) {
    return DifferenceText::tr(text);
  };
  static const QString one = QStringLiteral("1");
  static const QString zero = QStringLiteral("0");
  if (field.startsWith(QLatin1String("weights.parameters."))) {
    return Words{field.section(QLatin1Char('.'), 2), tr("zero")};
  }
  if (field.startsWith(QLatin1String("loss.target"))) {
    return Words{tr("target y"), tr("zero")};
  }
  if (is("network.cell")) {
    return Words{tr("cell"), {}};
  }
  if (is("network.activation")) {
    return Words{QStringLiteral("φ"), {}};
  }
  if (is("network.variant")) {
    return Words{tr("equations"), {}};
  }
  if (is("network.hidden")) {
    return Words{QStringLiteral("H"), {}};
  }
  if (is("network.layers")) {
    return Words{tr("layers"), {}};
  }
  if (is("network.bidirectional")) {
    return Words{tr("bidirectional"), {}};
  }
  if (is("network.readout")) {
    return Words{tr("loss reads"), {}};
  }
  if (is("weights.init")) {
    return Words{tr("weights"), {}};
  }
  if (is("weights.gain")) {
    return Words{tr("gain"), {}};
  }
  if (is("weights.input_gain")) {
    return Words{tr("input gain"), one};
  }
  if (is("weights.seed")) {
    return Words{tr("seed"), {}};
  }
  if (is("weights.forget_bias")) {
    return Words{tr("forget bias"), zero};
  }
  if (is("weights.update_bias")) {
    return Words{tr("update bias"), zero};
  }
  if (is("weights.chrono")) {
    return Words{tr("chrono"), tr("off")};
  }
  if (is("input.kind")) {
    return Words{tr("input"), {}};
  }
  if (is("input.size")) {
    return Words{QStringLiteral("D"), {}};
  }
  if (is("input.std")) {
    return Words{tr("input deviation"), {}};
  }
  if (is("input.seed")) {
    return Words{tr("input seed"), {}};
  }
  if (is("input.step")) {
    return Words{tr("impulse at t"), {}};
  }
  if (is("input.amplitude")) {
    return Words{tr("amplitude"), {}};
  }
  if (is("input.period")) {
    return Words{tr("period"), {}};
  }
  if (is("input.file")) {
    return Words{tr("input file"), {}};
  }
  if (is("input.columns")) {
    return Words{tr("columns"), {}};
  }
  if (is("input.standardize")) {
    return Words{tr("standardised"), {}};
  }
  if (is("input.values")) {
    return Words{tr("input values"), {}};
  }
  if (is("initial_state.kind")) {
    return Words{QStringLiteral("h₀"), {}};
  }
  if (is("initial_state.std")) {
    return Words{tr("deviation of h₀"), {}};
  }
  if (is("initial_state.seed")) {
    return Words{tr("seed of h₀"), {}};
  }
  if (is("initial_state.values")) {
    return Words{QStringLiteral("h₀"), {}};
  }
  if (is("initial_state.cell")) {
    return Words{QStringLiteral("c₀"), tr("zero")};
  }
  if (is("loss.kind")) {
    return Words{tr("loss"), {}};
  }
  if (is("loss.at")) {
    return Words{tr("loss at"), {}};
  }
  if (is("loss.seed")) {
    return Words{tr("seed of v"), {}};
  }
  if (is("loss.gradient")) {
    return Words{QStringLiteral("v"), tr("random")};
  }
  if (is("loss.scale")) {
    return Words{tr("loss scale"), one};
  }
  if (is("unroll.horizon")) {
    return Words{QStringLiteral("T"), {}};
  }
  if (is("unroll.truncation.length")) {
    return Words{QStringLiteral("k"), {}};
  }
  if (is("unroll.checkpointing")) {
    return Words{tr("checkpointing"), tr("as needed")};
  }
  if (is("clip.threshold")) {
    return Words{QStringLiteral("θ"), {}};
  }
  if (is("precision")) {
    return Words{tr("precision"), {}};
  }
  if (is("thresholds.vanish")) {
    return Words{tr("vanished below"), {}};
  }
  if (is("thresholds.explode")) {
    return Words{tr("exploded above"), {}};
  }
  if (is("pins")) {
    return Words{tr("pinned gates"), tr("none")};
  }
  return std::nullopt;
}

/// The words of an enumeration, as far as its first comma: more would not fit a line.
template <class Enum> QString enumWords(const std::string& name) {
  const auto value = enumNamed<Enum>(name);
  return value ? displayText(*value).section(QLatin1Char(','), 0, 0) : QString::fromStdString(name);
}

QString wordText(const std::string& field, const std::string& name) {
  if (field == "network.cell") {
    return enumWords<CellKind>(name);
  }
  if (field == "network.activation") {
    return enumWords<Activation>(name);
  }
  if (field == "network.variant") {
    return enumWords<Variant>(name);
  }
  if (field == "network.readout") {
    return enumWords<Readout>(name);
  }
  if (field == "weights.init") {
    return enumWords<WeightInit>(name);
  }
  if (field == "input.kind") {
    return enumWords<InputKind>(name);
  }
  if (field == "initial_state.kind") {
    return enumWords<InitialStateKind>(name);
  }
  if (field == "loss.kind") {
    return enumWords<LossKind>(name);
  }
  if (field == "loss.at") {
    return enumWords<LossPlace>(name);
  }
  return QString::fromStdString(name);
}

bool isWhole(const std::string& number) {
  return number.find_first_not_of("-0123456789") == std::string::npos;
}

/// `exactly`: all digits, where four would not tell two numbers apart.
QString numberText(const std::string& number, bool exactly) {
  const QString text = QString::fromStdString(number);
  constexpr std::size_t mostDigits = 20; // those of a seed
  if (isWhole(number) && number.size() <= mostDigits) {
    return text;
  }
  return exactly ? QString(text).replace(QLatin1Char('.'), formatNumber(0.5).at(1))
                 : formatReading(text.toDouble());
}

QString valueText(const FieldDifference& difference, const FieldValue& value, const Words& words,
                  bool exactly) {
  switch (value.kind) {
  case Kind::None:
    break;
  case Kind::Number:
    return numberText(value.text, exactly);
  case Kind::Flag:
    return value.text == "true" ? DifferenceText::tr("yes") : DifferenceText::tr("no");
  case Kind::Word:
    return wordText(difference.field, value.text);
  case Kind::List:
    return value.text.empty() ? DifferenceText::tr("none")
                              : QString::fromStdString(value.text)
                                    .replace(QStringLiteral(", "), QStringLiteral(" + "));
  case Kind::Table:
    return DifferenceText::tr("other numbers");
  }
  return words.standard;
}

/// One that is told: its name, and what it was and is. Empty texts: it does not apply there.
struct Change {
  QString name;
  QString from;
  QString to;
};

QString clipText(const Scenario& scenario) {
  return scenario.clip
             ? QStringLiteral("%1 θ = %2")
                   .arg(displayText(scenario.clip->mode), formatReading(scenario.clip->threshold))
             : DifferenceText::tr("off");
}

QString truncationText(const Scenario& scenario) {
  const auto& truncation = scenario.unroll.truncation;
  return truncation ? QStringLiteral("%1 k = %2")
                          .arg(displayText(truncation->mode))
                          .arg(truncation->length)
                    : DifferenceText::tr("off");
}

std::vector<Change> changesOf(const Scenario& from, const Scenario& to) {
  std::vector<Change> changes;
  bool hasTraining = false;
  const bool otherClip = from.clip.has_value() != to.clip.has_value() ||
                         (from.clip && from.clip->mode != to.clip->mode);
  const auto& before = from.unroll.truncation;
  const auto& after = to.unroll.truncation;
  const bool otherTruncation =
      before.has_value() != after.has_value() || (before && before->mode != after->mode);
  for (const FieldDifference& difference : differencesOf(from, to)) {
    const std::string& field = difference.field;
    if (field.starts_with("training")) {
      hasTraining = true;
      continue;
    }
    if (otherClip && field.starts_with("clip")) {
      if (field == "clip.mode") {
        changes.push_back({DifferenceText::tr("clipping"), clipText(from), clipText(to)});
      }
      continue;
    }
    if (otherTruncation && field.starts_with("unroll.truncation")) {
      if (field == "unroll.truncation.mode") {
        changes.push_back(
            {DifferenceText::tr("truncation"), truncationText(from), truncationText(to)});
      }
      continue;
    }
    const auto words = wordsOf(field);
    if (!words) {
      continue;
    }
    Change change{words->name, valueText(difference, difference.from, *words, false),
                  valueText(difference, difference.to, *words, false)};
    const bool areTables = difference.from.kind == Kind::Table || difference.to.kind == Kind::Table;
    if (change.from.isEmpty() || change.to.isEmpty()) {
      continue; // it belongs to a kind that only one of them has
    }
    if (areTables) {
      change.from.clear();
      change.to = DifferenceText::tr("other numbers");
    } else if (change.from == change.to) {
      change.from = valueText(difference, difference.from, *words, true);
      change.to = valueText(difference, difference.to, *words, true);
    }
    const bool isTold = !changes.empty() && changes.back().name == change.name && areTables;
    if (!isTold) {
      changes.push_back(std::move(change));
    }
  }
  if (hasTraining) {
    changes.push_back({DifferenceText::tr("training"), {}, DifferenceText::tr("other settings")});
  }
  return changes;
}

} // namespace

QStringList DifferenceText::changes(const Scenario& from, const Scenario& to) {
  QStringList texts;
  for (const Change& change : changesOf(from, to)) {
    texts += change.from.isEmpty()
                 ? QStringLiteral("%1: %2").arg(change.name, change.to)
                 : QStringLiteral("%1 %2 → %3").arg(change.name, change.from, change.to);
  }
  return texts;
}

QString DifferenceText::line(const Scenario& from, const Scenario& to) {
  const QStringList texts = changes(from, to);
  return texts.isEmpty() ? tr("the same settings") : texts.join(QStringLiteral(", "));
}

QStringList DifferenceText::settings(const Scenario& from, const Scenario& to) {
  QStringList texts;
  for (const Change& change : changesOf(from, to)) {
    texts += QStringLiteral("%1 %2").arg(change.name, change.to);
  }
  return texts;
}

} // namespace backflow
