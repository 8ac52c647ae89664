// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/run_section.h"

#include "core/scenario/enum_names.h"
#include "ui/panel/control_row.h"
#include "ui/panel/number_field.h"
#include "ui/panel/number_row.h"
#include "ui/text/enum_text.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace backflow {

namespace {

constexpr int thresholdDigits = 9;

/// "precisionFloat32"
QString boxName(std::string_view precision) {
  QString name = QString::fromUtf8(precision.data(), static_cast<qsizetype>(precision.size()));
  name[0] = name[0].toUpper();
  return QStringLiteral("precision") + name;
}

} // namespace

RunSection::RunSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent),
      m_precisionRow(new ControlRow(ControlRow::Size::Compact)),
      m_vanish(new NumberRow(QStringLiteral("vanish"), SliderScale::logarithmic(1e-30, 1))),
      m_explode(new NumberRow(QStringLiteral("explode"), SliderScale::logarithmic(1, 1e30))) {
  auto* boxes = new QWidget(this);
  auto* grid = new QGridLayout(boxes);
  grid->setContentsMargins(0, 0, 0, 0);
  for (const auto& [precision, name] : enumNames<Precision>()) {
    auto* box = new QCheckBox(boxes);
    box->setObjectName(boxName(name));
    const auto place = static_cast<int>(m_boxes.size());
    grid->addWidget(box, place / 2, place % 2);
    m_boxes.push_back({precision, box});
    connect(box, &QCheckBox::clicked, this, &RunSection::editPrecisions);
  }
  m_precisionRow->addControl(boxes);
  m_precisionRow->addStretch();
  for (NumberRow* row : {m_vanish, m_explode}) {
    row->field()->setWidthInDigits(thresholdDigits);
  }
  addRow(m_precisionRow, {QStringLiteral("precision")});
  addRow(m_vanish, {QStringLiteral("thresholds.vanish"), QStringLiteral("thresholds")});
  addRow(m_explode, {QStringLiteral("thresholds.explode")});

  bind(m_vanish, QStringLiteral("thresholds.vanish"),
       [](Scenario& scenario, double norm) { scenario.thresholds.vanish = norm; });
  bind(m_explode, QStringLiteral("thresholds.explode"),
       [](Scenario& scenario, double norm) { scenario.thresholds.explode = norm; });
}

void RunSection::editPrecisions() {
  std::vector<Precision> chosen;
  for (const PrecisionBox& entry : m_boxes) {
    if (entry.box->isChecked()) {
      chosen.push_back(entry.precision);
    }
  }
  if (chosen.empty()) {
    refresh();
    m_precisionRow->setProblem(tr("At least one precision stays on."));
    return;
  }
  editOnce(m_precisionRow, QStringLiteral("precision"),
           [&](Scenario& scenario) { scenario.precisions = chosen; });
}

void RunSection::refresh() {
  const std::vector<Precision>& chosen = scenario().precisions;
  for (const PrecisionBox& entry : m_boxes) {
    const QSignalBlocker blocker(entry.box);
    entry.box->setChecked(std::find(chosen.begin(), chosen.end(), entry.precision) != chosen.end());
  }
  m_precisionRow->setProblem({});
  m_vanish->setValue(scenario().thresholds.vanish);
  m_explode->setValue(scenario().thresholds.explode);
}

void RunSection::retranslate() {
  setHeading(tr("Precision and thresholds"));
  m_precisionRow->setLabel(tr("Run in"));
  m_precisionRow->setHelp(tr("The number formats (IEEE 754) in which the same network is run."));
  for (const PrecisionBox& entry : m_boxes) {
    entry.box->setText(displayText(entry.precision));
    entry.box->setAccessibleName(displayText(entry.precision));
  }
  m_vanish->setLabel(tr("Vanished below"));
  m_vanish->setHelp(tr("A norm ‖∂L/∂h_t‖ below this is called vanished."));
  m_explode->setLabel(tr("Exploded above"));
  m_explode->setHelp(tr("A norm ‖∂L/∂h_t‖ above this is called exploded."));
}

} // namespace backflow
