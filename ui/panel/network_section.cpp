// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/network_section.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/validation.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_field.h"
#include "ui/panel/number_row.h"
#include "ui/panel/slider_row.h"
#include "ui/text/enum_text.h"

namespace backflow {

namespace {

constexpr int largestHiddenOfSlider = 512;

} // namespace

NetworkSection::NetworkSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent),
      m_activation(new ChoiceBox(QStringLiteral("activationCombo"))),
      m_init(new ChoiceBox(QStringLiteral("initCombo"))),
      m_activationRow(new ControlRow(ControlRow::Size::Compact)),
      m_initRow(new ControlRow(ControlRow::Size::Compact)),
      m_hidden(new SliderRow(QStringLiteral("hidden"), ControlRow::Size::Compact,
                             SliderScale::logarithmicWhole(1, largestHiddenOfSlider))),
      m_seed(new SeedRow) {
  m_activationRow->addControl(m_activation, 1);
  m_initRow->addControl(m_init, 1);
  m_hidden->field()->setWholeLimits(1, largestHidden);
  addRow(m_activationRow, {QStringLiteral("network")});
  addRow(m_hidden, {QStringLiteral("network.hidden")});
  addRow(m_initRow, {QStringLiteral("weights")});
  addRow(m_seed, {QStringLiteral("weights.seed")});

  connect(m_activation, &ChoiceBox::chosen, this, [this](int activation) {
    editOnce(m_activationRow, QStringLiteral("network.activation"), [&](Scenario& scenario) {
      scenario.network.activation = static_cast<Activation>(activation);
    });
  });
  connect(m_init, &ChoiceBox::chosen, this, [this](int init) {
    editOnce(m_initRow, QStringLiteral("weights.init"),
             [&](Scenario& scenario) { scenario.weights.init = static_cast<WeightInit>(init); });
  });
  bind(
      m_hidden, QStringLiteral("network.hidden"),
      [](Scenario& scenario, double hidden) { scenario.network.hidden = static_cast<int>(hidden); },
      [](const Scenario& scenario) { return scenario.network.hidden; });
  bind(m_seed, QStringLiteral("weights.seed"), [](Scenario& scenario, double seed) {
    scenario.weights.seed = static_cast<std::uint64_t>(seed);
  });
}

void NetworkSection::refresh() {
  const WeightsSpec& weights = scenario().weights;
  const bool given = weights.init == WeightInit::Explicit;
  const QString reason = tr("The scenario gives the weights.");
  m_activation->setCurrent(scenario().network.activation);
  m_init->setCurrent(weights.init);
  m_init->setChoiceEnabled(static_cast<int>(WeightInit::Explicit),
                           given || !weights.parameters.empty(),
                           tr("This scenario gives no weights."));
  m_hidden->setValue(scenario().network.hidden);
  m_hidden->setAvailable(!given, reason);
  m_seed->setValue(static_cast<double>(weights.seed));
  m_seed->setAvailable(!given, reason);
  m_activationRow->setProblem({});
  m_initRow->setProblem({});
}

void NetworkSection::retranslate() {
  setHeading(tr("Network"));
  m_activationRow->setLabel(tr("Activation φ"));
  m_activationRow->setHelp(tr("h_t = φ(W_h h_{t−1} + W_x x_t + b)"));
  m_hidden->setLabel(tr("Hidden units H"));
  m_hidden->setHelp(tr("H: how many numbers the state h_t has.\n"
                       "Double-click: back to the opened value."));
  m_initRow->setLabel(tr("Weights"));
  m_initRow->setHelp(tr("How the recurrent matrix W_h (H×H) is drawn."));
  m_seed->setLabel(tr("Seed"));
  m_seed->setHelp(tr("The same seed gives the same weights on every computer."));
  for (const auto& [activation, name] : enumNames<Activation>()) {
    m_activation->setChoice(activation, displayText(activation));
  }
  for (const auto& [init, name] : enumNames<WeightInit>()) {
    m_init->setChoice(init, displayText(init));
  }
}

} // namespace backflow
