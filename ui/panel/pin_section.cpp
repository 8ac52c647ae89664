// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/pin_section.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/control_row.h"
#include "ui/panel/number_field.h"
#include "ui/text/enum_text.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace backflow {

namespace {

/// More are kept as the scenario gives them, but not shown.
constexpr std::size_t mostShown = 8;

NumberField* stepField(const QString& name, QWidget* parent) {
  auto* field = new NumberField(name, parent);
  field->setScale(SliderScale::whole(1, rules::horizon.most));
  field->setWidthInDigits(5);
  return field;
}

/// Nothing if there is no such pin any more: its row may still have the focus.
std::function<void(Scenario&, double)> ofPin(std::size_t index,
                                             std::function<void(PinSpec&, double)> change) {
  return [index, change = std::move(change)](Scenario& edited, double number) {
    if (index < edited.pins.size()) {
      change(edited.pins[index], number);
    }
  };
}

} // namespace

PinSection::PinSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent), m_addRow(new ControlRow(ControlRow::Size::Compact)),
      m_add(new QPushButton) {
  for (std::size_t index = 0; index < mostShown; ++index) {
    addPinRows(index);
  }
  m_add->setObjectName(QStringLiteral("addPin"));
  m_addRow->addControl(m_add);
  m_addRow->addStretch();
  addRow(m_addRow, {QStringLiteral("pins")});
  connect(m_add, &QPushButton::clicked, this, [this] {
    editOnce(m_addRow, QStringLiteral("pins"), [](Scenario& edited) {
      const Gate gate = hasGate(edited.network.cell, Gate::Forget) ? Gate::Forget : Gate::Update;
      edited.pins.push_back({gate, 1, 1, edited.unroll.horizon});
    });
  });
}

void PinSection::addPinRows(std::size_t index) {
  const QString name = QStringLiteral("pin%1").arg(index + 1);
  const QString field = QStringLiteral("pins[%1]").arg(index + 1);
  PinRows rows{new ControlRow(ControlRow::Size::Compact),
               new ChoiceBox(name + QStringLiteral("Gate")),
               new NumberField(name + QStringLiteral("Value"), this),
               new ControlRow(ControlRow::Size::Compact),
               stepField(name + QStringLiteral("From"), this),
               stepField(name + QStringLiteral("To"), this),
               new QToolButton};
  rows.value->setScale(SliderScale::linear(rules::pinned.least, rules::pinned.most, 20));
  rows.value->setWidthInDigits(5);
  rows.remove->setObjectName(name + QStringLiteral("Remove"));
  rows.remove->setText(QStringLiteral("✕"));
  rows.remove->setAutoRaise(true);
  rows.what->addControl(rows.gate, 1);
  rows.what->addControl(rows.value);
  rows.when->addControl(rows.from);
  rows.when->addControl(rows.to);
  rows.when->addControl(rows.remove);
  rows.when->addStretch();
  addRow(rows.what, {field + QStringLiteral(".gate"), field + QStringLiteral(".value"), field});
  addRow(rows.when, {field + QStringLiteral(".from"), field + QStringLiteral(".to")});
  connect(rows.gate, &ChoiceBox::chosen, this, [this, rows, field, index](int gate) {
    editOnce(rows.what, field + QStringLiteral(".gate"), [&](Scenario& edited) {
      if (index < edited.pins.size()) {
        edited.pins[index].gate = static_cast<Gate>(gate);
      }
    });
  });
  connectNumber(rows.value, rows.what, field + QStringLiteral(".value"),
                ofPin(index, [](PinSpec& pin, double value) { pin.value = value; }));
  connectNumber(rows.from, rows.when, field + QStringLiteral(".from"),
                ofPin(index, [](PinSpec& pin, double step) { pin.from = static_cast<int>(step); }));
  connectNumber(rows.to, rows.when, field + QStringLiteral(".to"),
                ofPin(index, [](PinSpec& pin, double step) { pin.to = static_cast<int>(step); }));
  connect(rows.remove, &QToolButton::clicked, this, [this, rows, index] {
    editOnce(rows.when, QStringLiteral("pins"), [&](Scenario& edited) {
      if (index < edited.pins.size()) {
        edited.pins.erase(edited.pins.begin() + static_cast<std::ptrdiff_t>(index));
      }
    });
  });
  m_rows.push_back(rows);
}

void PinSection::connectNumber(NumberField* field, ControlRow* row, const QString& name,
                               const NumberChange& change) {
  connect(field, &NumberField::valueEntered, this, [this, row, name, change](double number) {
    edit(row, name, [&](Scenario& edited) { change(edited, number); });
  });
  connect(field, &NumberField::textRejected, this,
          [row, field] { row->setProblem(field->expectation()); });
  connect(field, &NumberField::textRestored, this, [row] { row->setProblem({}); });
  connect(field, &NumberField::editEnded, this, [this] { endEdit(); });
}

void PinSection::refresh() {
  const CellKind cell = scenario().network.cell;
  const std::vector<PinSpec>& pins = scenario().pins;
  setVisible(hasGates(cell));
  for (std::size_t index = 0; index < m_rows.size(); ++index) {
    const PinRows& rows = m_rows[index];
    const bool shown = index < pins.size();
    rows.what->setVisible(shown);
    rows.when->setVisible(shown);
    if (!shown) {
      continue;
    }
    for (const auto& [gate, name] : enumNames<Gate>()) {
      rows.gate->setChoiceEnabled(static_cast<int>(gate), hasGate(cell, gate),
                                  tr("This cell has no such gate."));
    }
    rows.gate->setCurrent(pins[index].gate);
    rows.value->setValue(pins[index].value);
    rows.from->setWholeLimits(1, scenario().unroll.horizon);
    rows.to->setWholeLimits(1, scenario().unroll.horizon);
    rows.from->setValue(pins[index].from);
    rows.to->setValue(pins[index].to);
    rows.what->setProblem({});
  }
  m_addRow->setProblem({});
  m_addRow->setNote(pins.size() > mostShown ? tr("%n more in the scenario", nullptr,
                                                 static_cast<int>(pins.size() - mostShown))
                                            : QString());
  m_add->setEnabled(pins.size() < mostShown);
}

void PinSection::retranslate() {
  setHeading(tr("Pins"));
  m_add->setText(tr("Pin a gate"));
  m_addRow->setHelp(tr("Holds a gate at a value over a range of steps; its own gradient is then "
                       "zero."));
  for (std::size_t index = 0; index < m_rows.size(); ++index) {
    const PinRows& rows = m_rows[index];
    rows.what->setLabel(tr("Pin %1").arg(index + 1));
    rows.what->setHelp(tr("The gate and the value, from 0 to 1, that it is held at."));
    rows.when->setLabel(tr("at steps"));
    rows.when->setHelp(tr("The first and the last step at which the gate is held."));
    rows.remove->setToolTip(tr("Remove this pin"));
    rows.remove->setAccessibleName(tr("Remove this pin"));
    rows.value->setAccessibleName(tr("Value of the pinned gate"));
    rows.from->setAccessibleName(tr("First pinned step"));
    rows.to->setAccessibleName(tr("Last pinned step"));
    for (const auto& [gate, name] : enumNames<Gate>()) {
      rows.gate->setChoice(gate, displayText(gate));
    }
  }
}

} // namespace backflow
