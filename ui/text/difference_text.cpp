// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/difference_text.h"

#include "core/scenario/enum_names.h"
#include "ui/text/enum_text.h"
#include "ui/text/number_text.h"

#include <optional>
#include <string_view>
#include <vector>

namespace backflow {

namespace {

using Kind = FieldValue::Kind;

struct Words {
  QString name;
  QString standard; ///< what the field is where the file does not tell; empty: it does not apply
};

struct FieldWords {
  std::string_view field;
  const char* name;
  const char* standard;
};

constexpr FieldWords fieldWords[] = {
    {"network.cell", QT_TRANSLATE_NOOP("DifferenceText", "cell"), nullptr},
    {"network.activation", "φ", nullptr},
    {"network.variant", QT_TRANSLATE_NOOP("DifferenceText", "equations"), nullptr},
    {"network.hidden", "H", nullptr},
    {"network.layers", QT_TRANSLATE_NOOP("DifferenceText", "layers"), nullptr},
    {"network.bidirectional", QT_TRANSLATE_NOOP("DifferenceText", "bidirectional"), nullptr},
    {"network.readout", QT_TRANSLATE_NOOP("DifferenceText", "loss reads"), nullptr},
    {"weights.init", QT_TRANSLATE_NOOP("DifferenceText", "weights"), nullptr},
    {"weights.gain", QT_TRANSLATE_NOOP("DifferenceText", "gain"), nullptr},
    {"weights.input_gain", QT_TRANSLATE_NOOP("DifferenceText", "input gain"), "1"},
    {"weights.seed", QT_TRANSLATE_NOOP("DifferenceText", "seed"), nullptr},
    {"weights.forget_bias", QT_TRANSLATE_NOOP("DifferenceText", "forget bias"), "0"},
    {"weights.update_bias", QT_TRANSLATE_NOOP("DifferenceText", "update bias"), "0"},
    {"weights.chrono", QT_TRANSLATE_NOOP("DifferenceText", "chrono"),
     QT_TRANSLATE_NOOP("DifferenceText", "off")},
    {"input.kind", QT_TRANSLATE_NOOP("DifferenceText", "input"), nullptr},
    {"input.size", "D", nullptr},
    {"input.std", QT_TRANSLATE_NOOP("DifferenceText", "input deviation"), nullptr},
    {"input.seed", QT_TRANSLATE_NOOP("DifferenceText", "input seed"), nullptr},
    {"input.step", QT_TRANSLATE_NOOP("DifferenceText", "impulse at t"), nullptr},
    {"input.amplitude", QT_TRANSLATE_NOOP("DifferenceText", "amplitude"), nullptr},
    {"input.period", QT_TRANSLATE_NOOP("DifferenceText", "period"), nullptr},
    {"input.file", QT_TRANSLATE_NOOP("DifferenceText", "input file"), nullptr},
    {"input.columns", QT_TRANSLATE_NOOP("DifferenceText", "columns"), nullptr},
    {"input.standardize", QT_TRANSLATE_NOOP("DifferenceText", "standardised"), nullptr},
    {"input.values", QT_TRANSLATE_NOOP("DifferenceText", "input values"), nullptr},
    {"initial_state.kind", "h₀", nullptr},
    {"initial_state.std", QT_TRANSLATE_NOOP("DifferenceText", "deviation of h₀"), nullptr},
    {"initial_state.seed", QT_TRANSLATE_NOOP("DifferenceText", "seed of h₀"), nullptr},
    {"initial_state.values", "h₀", nullptr},
    {"initial_state.cell", "c₀", QT_TRANSLATE_NOOP("DifferenceText", "zero")},
    {"loss.kind", QT_TRANSLATE_NOOP("DifferenceText", "loss"), nullptr},
    {"loss.at", QT_TRANSLATE_NOOP("DifferenceText", "loss at"), nullptr},
    {"loss.seed", QT_TRANSLATE_NOOP("DifferenceText", "seed of v"), nullptr},
    {"loss.gradient", "v", QT_TRANSLATE_NOOP("DifferenceText", "random")},
    {"loss.scale", QT_TRANSLATE_NOOP("DifferenceText", "loss scale"), "1"},
    {"unroll.horizon", "T", nullptr},
    {"unroll.truncation.length", "k", nullptr},
    {"unroll.checkpointing", QT_TRANSLATE_NOOP("DifferenceText", "checkpointing"),
     QT_TRANSLATE_NOOP("DifferenceText", "as needed")},
    {"clip.threshold", "θ", nullptr},
    {"precision", QT_TRANSLATE_NOOP("DifferenceText", "precision"), nullptr},
    {"thresholds.vanish", QT_TRANSLATE_NOOP("DifferenceText", "vanished below"), nullptr},
    {"thresholds.explode", QT_TRANSLATE_NOOP("DifferenceText", "exploded above"), nullptr},
    {"pins", QT_TRANSLATE_NOOP("DifferenceText", "pinned gates"),
     QT_TRANSLATE_NOOP("DifferenceText", "none")},
};

/// The words for a field; nothing where one is not told.
std::optional<Words> wordsOf(const std::string& field) {
  constexpr std::string_view parameters = "weights.parameters.";
  if (field.starts_with(parameters)) {
    return Words{QString::fromStdString(field.substr(parameters.size())),
                 DifferenceText::tr("zero")};
  }
  if (field.starts_with("loss.target")) {
    return Words{DifferenceText::tr("target y"), DifferenceText::tr("zero")};
  }
  for (const FieldWords& words : fieldWords) {
    if (words.field == field) {
      return Words{DifferenceText::tr(words.name),
                   words.standard == nullptr ? QString() : DifferenceText::tr(words.standard)};
    }
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
