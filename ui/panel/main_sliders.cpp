// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/main_sliders.h"

#include "core/record/trace.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/training_checks.h"
#include "core/scenario/validation.h"
#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_field.h"
#include "ui/panel/slider_notes.h"
#include "ui/panel/slider_row.h"
#include "ui/state/app_state.h"
#include "ui/text/enum_text.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr double largestMarkedGain = 4; ///< a larger one can be typed
constexpr double leastThreshold = 1e-6;
constexpr double largestThreshold = 1e6;
constexpr auto prominent = ControlRow::Size::Prominent;
constexpr auto onOff = ControlRow::Switch::OnOff;

SliderScale gainScale() {
  return SliderScale::linear(0, largestMarkedGain, 400);
}

SliderScale thresholdScale() {
  return SliderScale::logarithmic(leastThreshold, largestThreshold);
}

} // namespace

MainSliders::MainSliders(AppState& state, QWidget* parent)
    : Section(state, Heading::None, parent),
      m_gain(new SliderRow(QStringLiteral("gain"), prominent, gainScale())),
      m_clip(new SliderRow(QStringLiteral("clip"), prominent, thresholdScale(), onOff)),
      m_truncation(new SliderRow(QStringLiteral("truncation"), prominent,
                                 SliderScale::logarithmicWhole(1, 100), onOff)),
      m_clipMode(new ChoiceBox(QStringLiteral("clipMode"))),
      m_truncationMode(new ChoiceBox(QStringLiteral("truncationMode"))) {
  column()->setSpacing(wideGap);
  addRow(m_gain, {QStringLiteral("weights.gain")});
  addRow(m_clip, {QStringLiteral("clip")});
  addRow(m_truncation, {QStringLiteral("unroll.truncation")});
  m_clip->addHeaderControl(m_clipMode);
  m_truncation->addHeaderControl(m_truncationMode);
  m_truncation->field()->setWholeLimits(1, largestHorizon);
  for (ChoiceBox* mode : {m_clipMode, m_truncationMode}) {
    mode->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    mode->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  }
  setTabOrder(m_clip->checkBox(), m_clipMode);
  setTabOrder(m_clipMode, m_clip->slider());
  setTabOrder(m_clip->slider(), m_clip->field());
  setTabOrder(m_clip->field(), m_truncation->checkBox());
  setTabOrder(m_truncation->checkBox(), m_truncationMode);
  setTabOrder(m_truncationMode, m_truncation->slider());
  setTabOrder(m_truncation->slider(), m_truncation->field());
  connectGain();
  connectClip();
  connectTruncation();
  connect(&state, &AppState::startedOver, this, [this] {
    m_lastClip = {};
    m_lastTruncation = {};
  });
}

void MainSliders::connectGain() {
  bind(
      m_gain, QStringLiteral("weights.gain"),
      [](Scenario& scenario, double gain) { scenario.weights.gain = gain; },
      [](const Scenario& scenario) { return scenario.weights.gain; });
}

void MainSliders::connectClip() {
  bind(
      m_clip, QStringLiteral("clip.threshold"),
      [this](Scenario& scenario, double threshold) {
        ClipSpec clip = scenario.clip.value_or(m_lastClip);
        clip.threshold = threshold;
        scenario.clip = clip;
      },
      [](const Scenario& scenario) { return scenario.clip.value_or(ClipSpec{}).threshold; });
  connect(m_clip, &SliderRow::switched, this, [this](bool on) {
    editOnce(m_clip, QStringLiteral("clip"), [&](Scenario& scenario) {
      scenario.clip = on ? std::optional(m_lastClip) : std::nullopt;
    });
  });
  connect(m_clipMode, &ChoiceBox::chosen, this, [this](int mode) {
    editOnce(m_clip, QStringLiteral("clip.mode"), [&](Scenario& scenario) {
      // An open list may outlive what it is of.
      if (scenario.clip) {
        scenario.clip->mode = static_cast<ClipMode>(mode);
      }
    });
  });
}

void MainSliders::connectTruncation() {
  bind(
      m_truncation, QStringLiteral("unroll.truncation.length"),
      [this](Scenario& scenario, double length) {
        TruncationSpec truncation = scenario.unroll.truncation.value_or(m_lastTruncation);
        truncation.length = static_cast<int>(length);
        scenario.unroll.truncation = truncation;
      },
      [](const Scenario& scenario) {
        return scenario.unroll.truncation.value_or(TruncationSpec{}).length;
      });
  connect(m_truncation, &SliderRow::switched, this, [this](bool on) {
    editOnce(m_truncation, QStringLiteral("unroll.truncation"), [&](Scenario& scenario) {
      TruncationSpec last = m_lastTruncation;
      last.length = std::min(last.length, scenario.unroll.horizon);
      // The mode cannot be chosen while truncation is off.
      if (scenario.training && hasLossAtEveryStep(scenario.training->task.kind)) {
        last.mode = TruncationMode::Windows;
      }
      scenario.unroll.truncation = on ? std::optional(last) : std::nullopt;
    });
  });
  connect(m_truncationMode, &ChoiceBox::chosen, this, [this](int mode) {
    editOnce(m_truncation, QStringLiteral("unroll.truncation.mode"), [&](Scenario& scenario) {
      if (scenario.unroll.truncation) {
        scenario.unroll.truncation->mode = static_cast<TruncationMode>(mode);
      }
    });
  });
}

SliderRow* MainSliders::rowOf(MainSetting setting) const {
  switch (setting) {
  case MainSetting::Gain:
    break;
  case MainSetting::Clipping:
    return m_clip;
  case MainSetting::Truncation:
    return m_truncation;
  }
  return m_gain;
}

void MainSliders::step(MainSetting setting, int steps) {
  SliderRow* row = rowOf(setting);
  if (row->isEnabled() && row->isAvailable()) {
    row->slider()->step(steps);
    emit row->editEnded();
  }
}

void MainSliders::toggle(MainSetting setting) {
  if (QCheckBox* box = rowOf(setting)->checkBox()) {
    box->click();
  }
}

void MainSliders::refresh() {
  refreshGain();
  refreshClip();
  refreshTruncation();
  shareWidth();
}

void MainSliders::refreshGain() {
  const bool given = scenario().weights.init == WeightInit::Explicit;
  std::vector<ValueMark> marks;
  if (const std::optional<CriticalGain> critical = neutralGain(scenario())) {
    marks.push_back({critical->gain, critical->label});
  }
  m_gain->setMarks(marks);
  m_gain->setValue(scenario().weights.gain);
  const SliderNote note =
      gainBeyondNote(scenario(), largestMarkedGain).value_or(gainNote(scenario()));
  m_gain->setNote(note.whole, note.brief, note.least);
  m_gain->setAvailable(!given, note.whole);
}

void MainSliders::refreshClip() {
  if (scenario().clip) {
    m_lastClip = *scenario().clip;
  }
  m_clip->setValue(m_lastClip.threshold);
  m_clip->setSwitchedOn(scenario().clip.has_value());
  m_clipMode->setCurrent(m_lastClip.mode);
}

void MainSliders::refreshTruncation() {
  const int horizon = scenario().unroll.horizon;
  if (scenario().unroll.truncation) {
    m_lastTruncation = *scenario().unroll.truncation;
  }
  m_truncation->setScale(SliderScale::logarithmicWhole(1, horizon));
  m_truncation->setMarks({{static_cast<double>(horizon), tr("T = %1").arg(horizon)}});
  m_truncation->setValue(m_lastTruncation.length);
  m_truncation->setSwitchedOn(scenario().unroll.truncation.has_value());
  m_truncationMode->setCurrent(m_lastTruncation.mode);
  const SliderNote note = heldStatesNote(scenario());
  m_truncation->setNote(note.whole, note.brief);
}

void MainSliders::showTrace(const Trace* trace) {
  if (!trace || trace->runs.empty()) {
    m_clip->setNote({});
    m_clip->setMarks({});
    return;
  }
  const SliderNote note = clipNote(*trace);
  m_clip->setNote(note.whole, note.brief);
  if (const auto held = checkpointsNote(*trace); held && trace->scenario == scenario()) {
    m_truncation->setNote(held->whole, held->brief);
  }
  const double norm = trace->runs.front().clip.normBefore;
  // A clipped value is an entry of the gradient: its norm is not what the threshold is held
  // against.
  const bool comparable = !trace->scenario.clip || trace->scenario.clip->mode != ClipMode::Value;
  if (!comparable || std::isnan(norm)) {
    m_clip->setMarks({});
  } else if (norm < leastThreshold) {
    m_clip->setMarks({{norm, tr("◂ norm")}});
  } else if (norm > largestThreshold) {
    m_clip->setMarks({{norm, tr("norm ▸")}});
  } else {
    m_clip->setMarks({{norm, tr("norm")}});
  }
}

void MainSliders::retranslate() {
  m_gain->setHelp(tr("g multiplies the recurrent matrix W_h; no unit.\n"
                     "gaussian: W_h ~ N(0, g²/H); orthogonal: g·Q; identity: g·I;\n"
                     "uniform: g·U(±1/√H).\nDouble-click: back to the opened value."));
  m_clip->setLabel(tr("Clipping θ"));
  m_clip->setHelp(tr("Gradient threshold θ, in units of the gradient.\n"
                     "by norm: gradient · min(1, θ/norm), over all parameters\n"
                     "by value: each entry is held within ±θ\n"
                     "state norm: ∂L/∂h_t is rescaled to at most θ at every step\n"
                     "Double-click: back to the opened value."));
  m_clipMode->setAccessibleName(tr("Clipping mode"));
  m_truncation->setHelp(tr("The gradient goes back through at most k steps.\n"
                           "windows: the state is detached at the start of every k steps\n"
                           "from the loss: each loss goes back through k steps of its own\n"
                           "Double-click: back to the opened value."));
  m_truncationMode->setAccessibleName(tr("Truncation mode"));
  for (const auto& [mode, name] : enumNames<ClipMode>()) {
    m_clipMode->setChoice(mode, displayText(mode));
  }
  for (const auto& [mode, name] : enumNames<TruncationMode>()) {
    m_truncationMode->setChoice(mode, displayText(mode));
  }
  measureWords();
}

} // namespace backflow
