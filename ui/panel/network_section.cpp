// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/network_section.h"

#include "core/scenario/cell_change.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/training_checks.h"
#include "core/scenario/validation.h"
#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_field.h"
#include "ui/panel/number_row.h"
#include "ui/panel/slider_row.h"
#include "ui/text/enum_text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace backflow {

namespace {

constexpr int largestHiddenOfSlider = 512;

/// One step, in the signs of the field: no words, so the same in every language.
QString equationsOf(const NetworkSpec& network) {
  const bool course = network.variant == Variant::Course;
  const QString before = QStringLiteral("<sub>t−1</sub>");
  QString text;
  switch (network.cell) {
  case CellKind::Rnn:
    text = QStringLiteral("h<sub>t</sub> = φ(W<sub>h</sub> h% + W<sub>x</sub> x<sub>t</sub> + b)");
    break;
  case CellKind::Gru:
    text = course ? QStringLiteral("Γr, Γu = σ(W [h%, x<sub>t</sub>] + b)<br>"
                                   "ĉ = tanh(W<sub>c</sub> [Γr ⊙ h%, x<sub>t</sub>] + "
                                   "b<sub>c</sub>)<br>"
                                   "h<sub>t</sub> = Γu ⊙ ĉ + (1 − Γu) ⊙ h%")
                  : QStringLiteral("r, z = σ(W<sub>i</sub> x<sub>t</sub> + W<sub>h</sub> h% + b)"
                                   "<br>n = tanh(W<sub>in</sub> x<sub>t</sub> + b<sub>in</sub> + "
                                   "r ⊙ (W<sub>hn</sub> h% + b<sub>hn</sub>))<br>"
                                   "h<sub>t</sub> = (1 − z) ⊙ n + z ⊙ h%");
    break;
  case CellKind::Lstm:
    text = course ? QStringLiteral("Γu, Γf, Γo = σ(W [h%, x<sub>t</sub>] + b)<br>"
                                   "ĉ = tanh(W<sub>c</sub> [h%, x<sub>t</sub>] + b<sub>c</sub>)"
                                   "<br>c<sub>t</sub> = Γu ⊙ ĉ + Γf ⊙ c%<br>"
                                   "h<sub>t</sub> = Γo ⊙ c<sub>t</sub>")
                  : QStringLiteral("i, f, o = σ(W<sub>i</sub> x<sub>t</sub> + W<sub>h</sub> h% + b)"
                                   "<br>g = tanh(W<sub>ig</sub> x<sub>t</sub> + W<sub>hg</sub> h% "
                                   "+ b<sub>g</sub>)<br>"
                                   "c<sub>t</sub> = f ⊙ c% + i ⊙ g<br>"
                                   "h<sub>t</sub> = o ⊙ tanh(c<sub>t</sub>)");
    break;
  }
  return text.replace(QLatin1Char('%'), before);
}

} // namespace

NetworkSection::NetworkSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent), m_cell(new ChoiceBox(QStringLiteral("cellCombo"))),
      m_variant(new ChoiceBox(QStringLiteral("variantCombo"))),
      m_activation(new ChoiceBox(QStringLiteral("activationCombo"))),
      m_reading(new ChoiceBox(QStringLiteral("readingCombo"))),
      m_readout(new ChoiceBox(QStringLiteral("readoutCombo"))),
      m_init(new ChoiceBox(QStringLiteral("initCombo"))),
      m_cellRow(new ControlRow(ControlRow::Size::Compact)),
      m_variantRow(new ControlRow(ControlRow::Size::Compact)),
      m_activationRow(new ControlRow(ControlRow::Size::Compact)), m_equations(new QLabel),
      m_layers(new NumberRow(QStringLiteral("layers"), SliderScale::logarithmicWhole(1, 16))),
      m_readingRow(new ControlRow(ControlRow::Size::Compact)),
      m_readoutRow(new ControlRow(ControlRow::Size::Compact)),
      m_initRow(new ControlRow(ControlRow::Size::Compact)),
      m_inputGain(new NumberRow(QStringLiteral("inputGain"), SliderScale::linear(0, 4, 400))),
      m_hidden(new SliderRow(QStringLiteral("hidden"), ControlRow::Size::Compact,
                             SliderScale::logarithmicWhole(1, largestHiddenOfSlider))),
      m_forgetBias(new NumberRow(QStringLiteral("forgetBias"), SliderScale::linear(-10, 10, 200))),
      m_updateBias(new NumberRow(QStringLiteral("updateBias"), SliderScale::linear(-10, 10, 200))),
      m_chrono(new SliderRow(QStringLiteral("chrono"), ControlRow::Size::Compact,
                             SliderScale::logarithmicWhole(2, 1000), ControlRow::Switch::OnOff)),
      m_seed(new SeedRow) {
  m_cellRow->addControl(m_cell, 1);
  m_variantRow->addControl(m_variant, 1);
  m_activationRow->addControl(m_activation, 1);
  m_readingRow->addControl(m_reading, 1);
  m_readoutRow->addControl(m_readout, 1);
  m_initRow->addControl(m_init, 1);
  m_hidden->field()->setWholeLimits(1, largestHidden);
  m_layers->field()->setWholeLimits(1, static_cast<int>(rules::layers.most));
  m_equations->setObjectName(QStringLiteral("equations"));
  m_equations->setTextFormat(Qt::RichText);
  m_equations->setWordWrap(true);
  m_equations->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  addRow(m_cellRow, {QStringLiteral("network.cell"), QStringLiteral("network")});
  addRow(m_variantRow, {QStringLiteral("network.variant")});
  addRow(m_activationRow, {QStringLiteral("network.activation")});
  column()->addWidget(m_equations);
  column()->addSpacing(smallGap);
  addRow(m_hidden, {QStringLiteral("network.hidden")});
  addRow(m_layers, {QStringLiteral("network.layers")});
  addRow(m_readingRow, {QStringLiteral("network.bidirectional")});
  addRow(m_readoutRow, {QStringLiteral("network.readout")});
  addRow(m_initRow, {QStringLiteral("weights")});
  addRow(m_inputGain, {QStringLiteral("weights.input_gain")});
  addRow(m_forgetBias, {QStringLiteral("weights.forget_bias")});
  addRow(m_updateBias, {QStringLiteral("weights.update_bias")});
  addRow(m_chrono, {QStringLiteral("weights.chrono")});
  addRow(m_seed, {QStringLiteral("weights.seed")});
  connectChoices();
  bind(
      m_hidden, QStringLiteral("network.hidden"),
      [](Scenario& scenario, double hidden) { scenario.network.hidden = static_cast<int>(hidden); },
      [](const Scenario& scenario) { return scenario.network.hidden; });
  bind(m_layers, QStringLiteral("network.layers"), [](Scenario& scenario, double layers) {
    scenario.network.layers = static_cast<int>(layers);
  });
  bind(m_inputGain, QStringLiteral("weights.input_gain"),
       [](Scenario& scenario, double gain) { scenario.weights.inputGain = gain; });
  bind(m_forgetBias, QStringLiteral("weights.forget_bias"),
       [](Scenario& scenario, double bias) { scenario.weights.forgetBias = bias; });
  bind(m_updateBias, QStringLiteral("weights.update_bias"),
       [](Scenario& scenario, double bias) { scenario.weights.updateBias = bias; });
  bind(
      m_chrono, QStringLiteral("weights.chrono"),
      [](Scenario& scenario, double steps) { scenario.weights.chrono = steps; },
      [this](const Scenario& scenario) { return scenario.weights.chrono.value_or(m_lastChrono); });
  connect(m_chrono, &SliderRow::switched, this, [this](bool on) {
    editOnce(m_chrono, QStringLiteral("weights.chrono"), [&](Scenario& scenario) {
      scenario.weights.chrono = on ? std::optional(m_lastChrono) : std::nullopt;
      if (on) {
        scenario.weights.forgetBias = 0;
        scenario.weights.updateBias = 0;
      }
    });
  });
  bind(m_seed, QStringLiteral("weights.seed"), [](Scenario& scenario, double seed) {
    scenario.weights.seed = static_cast<std::uint64_t>(seed);
  });
}

void NetworkSection::connectChoices() {
  connect(m_cell, &ChoiceBox::chosen, this, [this](int cell) {
    editOnce(m_cellRow, QStringLiteral("network.cell"),
             [&](Scenario& scenario) { changeCell(scenario, static_cast<CellKind>(cell)); });
  });
  connect(m_variant, &ChoiceBox::chosen, this, [this](int variant) {
    editOnce(m_variantRow, QStringLiteral("network.variant"),
             [&](Scenario& scenario) { scenario.network.variant = static_cast<Variant>(variant); });
  });
  connect(m_activation, &ChoiceBox::chosen, this, [this](int activation) {
    editOnce(m_activationRow, QStringLiteral("network.activation"), [&](Scenario& scenario) {
      scenario.network.activation = static_cast<Activation>(activation);
    });
  });
  connect(m_reading, &ChoiceBox::chosen, this, [this](int both) {
    editOnce(m_readingRow, QStringLiteral("network.bidirectional"),
             [&](Scenario& scenario) { scenario.network.bidirectional = both != 0; });
  });
  connect(m_readout, &ChoiceBox::chosen, this, [this](int readout) {
    editOnce(m_readoutRow, QStringLiteral("network.readout"),
             [&](Scenario& scenario) { scenario.network.readout = static_cast<Readout>(readout); });
  });
  connect(m_init, &ChoiceBox::chosen, this, [this](int init) {
    editOnce(m_initRow, QStringLiteral("weights.init"),
             [&](Scenario& scenario) { scenario.weights.init = static_cast<WeightInit>(init); });
  });
}

void NetworkSection::refresh() {
  const NetworkSpec& network = scenario().network;
  const WeightsSpec& weights = scenario().weights;
  const bool given = weights.init == WeightInit::Explicit;
  const QString reason = tr("The scenario gives the weights.");
  m_cell->setCurrent(network.cell);
  m_variant->setCurrent(network.variant);
  m_activation->setCurrent(network.activation);
  m_reading->setCurrent(network.bidirectional ? 1 : 0);
  m_readout->setCurrent(network.readout);
  m_variantRow->setVisible(hasVariants(network.cell));
  m_activationRow->setVisible(network.cell == CellKind::Rnn);
  m_equations->setText(equationsOf(network));
  m_init->setCurrent(weights.init);
  m_init->setChoiceEnabled(static_cast<int>(WeightInit::Explicit),
                           given || !weights.parameters.empty(),
                           tr("This scenario gives no weights."));
  m_hidden->setValue(network.hidden);
  m_layers->setValue(network.layers);
  m_inputGain->setValue(weights.inputGain);
  m_forgetBias->setValue(weights.forgetBias);
  m_updateBias->setValue(weights.updateBias);
  m_forgetBias->setVisible(hasGate(network.cell, Gate::Forget));
  m_updateBias->setVisible(hasGate(network.cell, Gate::Update));
  m_lastChrono = weights.chrono.value_or(m_lastChrono);
  m_chrono->setValue(m_lastChrono);
  m_chrono->setVisible(hasGates(network.cell));
  m_chrono->setAvailable(!given, reason);
  m_chrono->setSwitchedOn(weights.chrono.has_value() && !given);
  m_seed->setValue(static_cast<double>(weights.seed));
  for (ControlRow* row : std::initializer_list<ControlRow*>{
           m_cellRow, m_variantRow, m_hidden, m_layers, m_readingRow, m_inputGain, m_seed}) {
    row->setAvailable(!given, reason);
  }
  const QString biasReason = given ? reason : tr("Chrono initialisation draws these biases.");
  m_forgetBias->setAvailable(!given && !weights.chrono, biasReason);
  m_updateBias->setAvailable(!given && !weights.chrono, biasReason);
  for (ControlRow* row :
       {m_cellRow, m_variantRow, m_activationRow, m_readingRow, m_readoutRow, m_initRow}) {
    row->setProblem({});
  }
}

void NetworkSection::retranslate() {
  setHeading(tr("Network"));
  retranslateCell();
  m_hidden->setLabel(tr("Hidden units H"));
  m_hidden->setHelp(tr("H: how many numbers the state h_t has.\n"
                       "Double-click: back to the opened value."));
  m_initRow->setLabel(tr("Weights"));
  m_initRow->setHelp(tr("How the recurrent matrix W_h (H×H) is drawn."));
  m_inputGain->setLabel(tr("Input gain"));
  m_inputGain->setHelp(tr("Multiplies the input weights W_x of the first layer; no unit.\n"
                          "gaussian, orthogonal, identity: N(0, gain²); uniform: gain·U(±1/√H)"));
  m_forgetBias->setLabel(tr("Forget bias"));
  m_forgetBias->setHelp(tr("Added to the bias of the forget gate: above 0 the cell keeps more."));
  m_updateBias->setLabel(tr("Update bias"));
  m_updateBias->setHelp(
      tr("Added to the bias of the update gate: Γu and i write, PyTorch's z of a GRU keeps."));
  m_chrono->setLabel(tr("Chrono"));
  m_chrono->setHelp(
      tr("Chrono initialisation (Tallec & Ollivier 2018): the gates' biases are drawn "
         "for memories of 1 to this many steps."));
  m_seed->setLabel(tr("Seed"));
  m_seed->setHelp(tr("The same seed gives the same weights on every computer."));
  for (const auto& [init, name] : enumNames<WeightInit>()) {
    m_init->setChoice(init, displayText(init));
  }
}

void NetworkSection::retranslateCell() {
  m_cellRow->setLabel(tr("Cell"));
  m_cellRow->setHelp(tr("The layer that is applied at every step."));
  m_variantRow->setLabel(tr("Equations"));
  m_variantRow->setHelp(tr("The course's sheet and PyTorch write gated cells differently."));
  m_activationRow->setLabel(tr("Activation φ"));
  m_activationRow->setHelp(tr("h_t = φ(W_h h_{t−1} + W_x x_t + b)"));
  m_layers->setLabel(tr("Layers"));
  m_layers->setHelp(tr("Each layer reads the states of the one below."));
  m_readingRow->setLabel(tr("Reads"));
  m_readingRow->setHelp(tr("A bidirectional network also reads from T to 1. The loss at the last "
                           "step then takes the last state of each direction, h_T and h_1."));
  m_readoutRow->setLabel(tr("Loss reads"));
  m_readoutRow->setHelp(tr("Attention: r = Σ α_j h_j with α = softmax(h_T · h_j), a path of "
                           "length one to every state."));
  m_reading->setChoice(0, tr("forward"));
  m_reading->setChoice(1, tr("in both directions"));
  for (const auto& [cell, name] : enumNames<CellKind>()) {
    m_cell->setChoice(cell, displayText(cell));
  }
  for (const auto& [variant, name] : enumNames<Variant>()) {
    m_variant->setChoice(variant, displayText(variant));
  }
  for (const auto& [readout, name] : enumNames<Readout>()) {
    m_readout->setChoice(readout, displayText(readout));
  }
  for (const auto& [activation, name] : enumNames<Activation>()) {
    m_activation->setChoice(activation, displayText(activation));
  }
}

} // namespace backflow
