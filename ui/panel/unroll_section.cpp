// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/unroll_section.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/validation.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_field.h"
#include "ui/panel/number_row.h"
#include "ui/panel/slider_row.h"
#include "ui/text/enum_text.h"

namespace backflow {

UnrollSection::UnrollSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent),
      m_horizon(new SliderRow(QStringLiteral("horizon"), ControlRow::Size::Compact,
                              SliderScale::logarithmicWhole(10, 1000))),
      m_initialRow(new ControlRow(ControlRow::Size::Compact)),
      m_initial(new ChoiceBox(QStringLiteral("initialStateCombo"))),
      m_std(new NumberRow(QStringLiteral("initialStateStd"), SliderScale::logarithmic(1e-6, 1e3))),
      m_seed(new SeedRow(QStringLiteral("initialState"))) {
  m_initialRow->addControl(m_initial, 1);
  m_horizon->field()->setWholeLimits(1, largestHorizon);
  addRow(m_horizon, {QStringLiteral("unroll")});
  addRow(m_initialRow, {QStringLiteral("initial_state")});
  addRow(m_std, {QStringLiteral("initial_state.std")});
  addRow(m_seed, {QStringLiteral("initial_state.seed")});

  bind(
      m_horizon, QStringLiteral("unroll.horizon"),
      [](Scenario& scenario, double horizon) {
        scenario.unroll.horizon = static_cast<int>(horizon);
      },
      [](const Scenario& scenario) { return scenario.unroll.horizon; });
  connect(m_initial, &ChoiceBox::chosen, this, [this](int kind) {
    editOnce(m_initialRow, QStringLiteral("initial_state.kind"), [&](Scenario& scenario) {
      scenario.initialState.kind = static_cast<InitialStateKind>(kind);
    });
  });
  bind(m_std, QStringLiteral("initial_state.std"),
       [](Scenario& scenario, double std) { scenario.initialState.std = std; });
  bind(m_seed, QStringLiteral("initial_state.seed"), [](Scenario& scenario, double seed) {
    scenario.initialState.seed = static_cast<std::uint64_t>(seed);
  });
}

void UnrollSection::refresh() {
  const InitialStateSpec& initial = scenario().initialState;
  const bool noise = initial.kind == InitialStateKind::Noise;
  const QString reason = tr("Only for an initial state of Gaussian noise.");
  m_horizon->setValue(scenario().unroll.horizon);
  m_initial->setCurrent(initial.kind);
  m_initial->setChoiceEnabled(static_cast<int>(InitialStateKind::Explicit), !initial.values.empty(),
                              tr("This scenario gives no initial state."));
  m_initialRow->setProblem({});
  m_std->setValue(initial.std);
  m_std->setAvailable(noise, reason);
  m_seed->setValue(static_cast<double>(initial.seed));
  m_seed->setAvailable(noise, reason);
}

void UnrollSection::retranslate() {
  setHeading(tr("Unroll"));
  m_horizon->setLabel(tr("Horizon T"));
  m_horizon->setHelp(tr("T: the number of time steps, t = 1 … T.\n"
                        "Double-click: back to the opened value."));
  m_initialRow->setLabel(tr("Start h₀"));
  m_initialRow->setHelp(tr("The state before the first step."));
  m_std->setLabel(tr("Deviation"));
  m_std->setHelp(tr("Standard deviation of each entry of h₀."));
  m_seed->setLabel(tr("Seed"));
  m_seed->setHelp(tr("The same seed gives the same h₀ on every computer."));
  for (const auto& [kind, name] : enumNames<InitialStateKind>()) {
    m_initial->setChoice(kind, displayText(kind));
  }
}

} // namespace backflow
