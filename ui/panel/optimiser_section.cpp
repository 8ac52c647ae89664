// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/optimiser_section.h"

#include "core/scenario/enum_names.h"
#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_row.h"
#include "ui/panel/slider_row.h"
#include "ui/panel/training_edit.h"
#include "ui/text/enum_text.h"
#include "ui/text/task_text.h"

#include <QVBoxLayout>

namespace backflow {

namespace {

constexpr double leastRate = 1e-5; ///< of the slider
constexpr double largestRate = 10;

NumberRow* numberRow(const char* name, const SliderScale& scale) {
  return new NumberRow(QString::fromLatin1(name), scale);
}

SliderScale hundredths() {
  return SliderScale::linear(0, 0.99, 99);
}

} // namespace

OptimiserSection::OptimiserSection(AppState& state, QWidget* parent)
    : Section(state, Heading::None, parent), m_kindRow(new ControlRow(ControlRow::Size::Compact)),
      m_kind(new ChoiceBox(QStringLiteral("optimiserCombo"))),
      m_rate(new SliderRow(QStringLiteral("rate"), ControlRow::Size::Prominent,
                           SliderScale::logarithmic(leastRate, largestRate))),
      m_momentum(numberRow("momentum", hundredths())), m_decay(numberRow("decay", hundredths())),
      m_beta1(numberRow("beta1", hundredths())),
      m_beta2(numberRow("beta2", SliderScale::linear(0, 0.999, 999))),
      m_epsilon(numberRow("epsilon", SliderScale::logarithmic(1e-12, 1))) {
  m_kindRow->addControl(m_kind, 1);
  addRow(m_kindRow, {QStringLiteral("training.optimiser")});
  column()->addSpacing(smallGap);
  addRow(m_rate, {QStringLiteral("training.optimiser.rate")});
  column()->addSpacing(smallGap);
  connect(m_kind, &ChoiceBox::chosen, this, [this](int kind) {
    editOnce(m_kindRow, QStringLiteral("training.optimiser.kind"),
             ofTraining([kind](TrainingSpec& training) {
               training.optimiser.kind = static_cast<OptimiserKind>(kind);
             }));
  });
  bind(m_rate, QStringLiteral("training.optimiser.rate"),
       ofTraining([](TrainingSpec& training, double rate) { training.optimiser.rate = rate; }),
       [](const Scenario& scenario) {
         return scenario.training.value_or(TrainingSpec{}).optimiser.rate;
       });
  bindNumber(m_momentum, QStringLiteral("training.optimiser.momentum"), &OptimiserSpec::momentum);
  bindNumber(m_decay, QStringLiteral("training.optimiser.decay"), &OptimiserSpec::decay);
  bindNumber(m_beta1, QStringLiteral("training.optimiser.beta1"), &OptimiserSpec::beta1);
  bindNumber(m_beta2, QStringLiteral("training.optimiser.beta2"), &OptimiserSpec::beta2);
  bindNumber(m_epsilon, QStringLiteral("training.optimiser.epsilon"), &OptimiserSpec::epsilon);
}

void OptimiserSection::bindNumber(NumberRow* row, const QString& field,
                                  double OptimiserSpec::*member) {
  addRow(row, {field});
  bind(row, field, ofTraining([member](TrainingSpec& training, double number) {
         training.optimiser.*member = number;
       }));
}

void OptimiserSection::refresh() {
  setVisible(scenario().training.has_value());
  if (!scenario().training) {
    return;
  }
  const OptimiserSpec& optimiser = scenario().training->optimiser;
  const OptimiserKind kind = optimiser.kind;
  const bool adam = kind == OptimiserKind::Adam;
  const bool rmsProp = kind == OptimiserKind::RmsProp;
  m_kind->setCurrent(kind);
  m_kindRow->setHelp(optimiserHelp(kind));
  m_kindRow->setProblem({});
  m_rate->setValue(optimiser.rate);
  m_momentum->setValue(optimiser.momentum);
  m_decay->setValue(optimiser.decay);
  m_beta1->setValue(optimiser.beta1);
  m_beta2->setValue(optimiser.beta2);
  m_epsilon->setValue(optimiser.epsilon);
  m_momentum->setVisible(kind == OptimiserKind::Momentum);
  m_decay->setVisible(rmsProp);
  m_beta1->setVisible(adam);
  m_beta2->setVisible(adam);
  m_epsilon->setVisible((rmsProp || adam));
}

void OptimiserSection::retranslate() {
  m_kindRow->setLabel(tr("Optimiser"));
  for (const auto& [kind, name] : enumNames<OptimiserKind>()) {
    m_kind->setChoice(kind, displayText(kind));
  }
  m_rate->setLabel(tr("Learning rate η"));
  m_rate->setHelp(tr("η: the size of an update, as in w ← w − η·g; no unit.\n"
                     "Double-click: back to the opened value."));
  m_momentum->setLabel(tr("Momentum μ"));
  m_momentum->setHelp(tr("μ: the share of the velocity that each update keeps, v ← μ·v + g; "
                         "from 0 to below 1."));
  m_decay->setLabel(tr("Decay α"));
  m_decay->setHelp(tr("α: the share of the mean square that each update keeps, "
                      "s ← α·s + (1 − α)·g²; from 0 to below 1."));
  m_beta1->setLabel(tr("Decay β₁"));
  m_beta1->setHelp(tr("β₁: the share of the mean gradient that each update keeps, "
                      "m ← β₁·m + (1 − β₁)·g; from 0 to below 1."));
  m_beta2->setLabel(tr("Decay β₂"));
  m_beta2->setHelp(tr("β₂: the share of the mean square that each update keeps, "
                      "s ← β₂·s + (1 − β₂)·g²; from 0 to below 1."));
  m_epsilon->setLabel(tr("Epsilon ε"));
  m_epsilon->setHelp(tr("ε: added to the root √s, in units of the gradient, so that a gradient "
                        "near 0 is not divided by 0."));
}

} // namespace backflow
