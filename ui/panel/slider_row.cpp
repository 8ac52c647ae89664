// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/slider_row.h"

#include "ui/panel/number_field.h"

#include <QCheckBox>
#include <QSignalBlocker>

#include <cmath>

namespace backflow {

namespace {

MarkedSlider::Size sliderSize(ControlRow::Size size) {
  return size == ControlRow::Size::Prominent ? MarkedSlider::Size::Prominent
                                             : MarkedSlider::Size::Compact;
}

MarkedSlider::Marks markPlace(ControlRow::Size size) {
  return size == ControlRow::Size::Prominent ? MarkedSlider::Marks::Below
                                             : MarkedSlider::Marks::None;
}

} // namespace

SliderRow::SliderRow(const QString& name, Size size, const SliderScale& scale, Switch kind,
                     QWidget* parent)
    : ControlRow(size, kind, parent), m_scale(scale),
      m_slider(new MarkedSlider(sliderSize(size), markPlace(size), this)),
      m_field(new NumberField(name + QStringLiteral("Field"), this)) {
  m_slider->setObjectName(name + QStringLiteral("Slider"));
  addControl(m_slider, 1);
  addControl(m_field);
  setScale(scale);

  connect(m_slider, &QSlider::valueChanged, this,
          [this](int position) { emit valueEdited(m_scale.valueAt(position)); });
  connect(m_slider, &MarkedSlider::stepRequested, this, [this](int steps) {
    if (const double next = m_scale.stepped(m_value, steps); next != m_value) {
      emit valueEdited(next);
    }
  });
  connect(m_slider, &QSlider::sliderReleased, this, [this] {
    settleSlider();
    emit editEnded();
  });
  connect(m_slider, &MarkedSlider::editEnded, this, &SliderRow::editEnded);
  connect(m_slider, &MarkedSlider::doubleClicked, this, [this] {
    emit resetRequested();
    emit editEnded();
  });
  connect(m_field, &NumberField::valueEntered, this, &SliderRow::valueEdited);
  connect(m_field, &NumberField::editEnded, this, &SliderRow::editEnded);
  connect(m_field, &NumberField::textRejected, this,
          [this] { setProblem(m_field->expectation()); });
  connect(m_field, &NumberField::textRestored, this, [this] { setProblem({}); });

  if (QCheckBox* box = checkBox()) {
    box->setObjectName(name + QStringLiteral("Check"));
    connect(box, &QCheckBox::clicked, this, &SliderRow::switched);
  }
}

void SliderRow::setScale(const SliderScale& scale) {
  m_scale = scale;
  m_field->setScale(scale);
  const QSignalBlocker blocker(m_slider);
  m_slider->setRange(0, scale.positions());
  settleSlider();
  placeMarks();
}

void SliderRow::setMarks(const std::vector<ValueMark>& marks) {
  m_marks = marks;
  placeMarks();
}

void SliderRow::placeMarks() {
  std::vector<SliderMark> placed;
  for (const ValueMark& mark : m_marks) {
    placed.push_back({m_scale.positionOf(mark.value), mark.label});
  }
  m_slider->setMarks(std::move(placed));
}

void SliderRow::setValue(double value) {
  m_value = value;
  m_field->setValue(value);
  if (!m_field->isBeingTyped()) {
    setProblem({});
  }
  settleSlider();
}

void SliderRow::settleSlider() {
  // Several positions may stand for one whole number: a handle that is at one of them stays.
  if (m_scale.valueAt(m_slider->value()) == m_value) {
    return;
  }
  const QSignalBlocker blocker(m_slider);
  m_slider->setValue(static_cast<int>(std::lround(m_scale.positionOf(m_value))));
}

void SliderRow::setSwitchedOn(bool on) {
  if (QCheckBox* box = checkBox()) {
    const QSignalBlocker blocker(box);
    box->setChecked(on);
    setControlsEnabled(on);
  }
}

} // namespace backflow
