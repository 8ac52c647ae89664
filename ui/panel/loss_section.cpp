// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/loss_section.h"

#include "core/scenario/enum_names.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_row.h"
#include "ui/text/enum_text.h"
#include "ui/text/scenario_text.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace backflow {

LossSection::LossSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent), m_kindRow(new ControlRow(ControlRow::Size::Compact)),
      m_kind(new ChoiceBox(QStringLiteral("lossCombo"))),
      m_placeRow(new ControlRow(ControlRow::Size::Compact)),
      m_place(new ChoiceBox(QStringLiteral("lossPlaceCombo"))), m_pages(new QStackedWidget(this)),
      m_seed(new SeedRow(QStringLiteral("loss"))),
      m_givenRow(new ControlRow(ControlRow::Size::Compact)),
      m_given(new ReadOnlyText(QStringLiteral("lossGiven"))),
      m_scale(new NumberRow(QStringLiteral("lossScale"), SliderScale::logarithmic(1, 65536))) {
  m_kindRow->addControl(m_kind, 1);
  m_placeRow->addControl(m_place, 1);
  m_givenRow->addControl(m_given, 1);
  addRow(m_kindRow, {QStringLiteral("loss")});
  addRow(m_placeRow, {QStringLiteral("loss.at")});
  m_seed->setFields({QStringLiteral("loss.seed")});
  m_givenRow->setFields({QStringLiteral("loss.target"), QStringLiteral("loss.gradient")});
  m_pages->addWidget(m_seed);
  m_pages->addWidget(m_givenRow);
  m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  column()->addWidget(m_pages);
  addRow(m_scale, {QStringLiteral("loss.scale")});

  connect(m_kind, &ChoiceBox::chosen, this, [this](int kind) {
    editOnce(m_kindRow, QStringLiteral("loss.kind"),
             [&](Scenario& scenario) { scenario.loss.kind = static_cast<LossKind>(kind); });
  });
  connect(m_place, &ChoiceBox::chosen, this, [this](int place) {
    editOnce(m_placeRow, QStringLiteral("loss.at"),
             [&](Scenario& scenario) { scenario.loss.at = static_cast<LossPlace>(place); });
  });
  bind(m_scale, QStringLiteral("loss.scale"),
       [](Scenario& scenario, double scale) { scenario.loss.scale = scale; });
  bind(m_seed, QStringLiteral("loss.seed"), [](Scenario& scenario, double seed) {
    scenario.loss.seed = static_cast<std::uint64_t>(seed);
  });
}

void LossSection::refresh() {
  const LossSpec& loss = scenario().loss;
  const bool injected = loss.kind == LossKind::Inject;
  m_kind->setChoiceEnabled(static_cast<int>(LossKind::CrossEntropy),
                           scenario().input.kind == InputKind::Text,
                           tr("Only for an input of text."));
  m_kind->setCurrent(loss.kind);
  m_scale->setValue(loss.scale);
  m_place->setCurrent(loss.at);
  m_kindRow->setProblem({});
  m_placeRow->setProblem({});
  m_seed->setValue(static_cast<double>(loss.seed));
  m_given->showText(loss.kind == LossKind::CrossEntropy ? tr("the next character")
                    : injected                          ? givenText()
                                                        : targetText());
  m_givenRow->setLabel(injected ? tr("Gradient v") : tr("Target y"));
  const bool random = injected && loss.gradient.empty();
  m_pages->setCurrentWidget(random ? static_cast<QWidget*>(m_seed) : m_givenRow);
}

QString LossSection::givenText() const {
  return tr("given: %n number(s)", nullptr, static_cast<int>(scenario().loss.gradient.size()));
}

QString LossSection::targetText() const {
  const LossSpec& loss = scenario().loss;
  if (loss.csvTarget) {
    return tr("%1: %2, %n row(s) ahead", nullptr, loss.csvTarget->ahead)
        .arg(QString::fromStdString(loss.csvTarget->source.file),
             columnNames(loss.csvTarget->source));
  }
  if (loss.target.empty()) {
    return tr("zero");
  }
  return tr("given: %n row(s) × %1", nullptr, static_cast<int>(loss.target.size()))
      .arg(loss.target.front().size());
}

void LossSection::retranslate() {
  setHeading(tr("Loss"));
  m_kindRow->setLabel(tr("Loss L"));
  m_kindRow->setHelp(tr("injected: L = v·h, so that the gradient starts at v\n"
                        "squared error: L = ½‖h_t − y_t‖²\n"
                        "cross-entropy: −log of the probability of the next character"));
  m_scale->setLabel(tr("Loss scale"));
  m_scale->setHelp(tr("Loss scaling: the gradient is multiplied by this before the way back and "
                      "divided after it, so that float16 holds it. 2¹² = 4096."));
  m_placeRow->setLabel(tr("At"));
  m_placeRow->setHelp(tr("The steps whose state enters the loss."));
  m_seed->setLabel(tr("Seed of v"));
  m_seed->setHelp(tr("v is a random unit vector; the same seed gives the same one."));
  for (const auto& [kind, name] : enumNames<LossKind>()) {
    m_kind->setChoice(kind, displayText(kind));
  }
  for (const auto& [place, name] : enumNames<LossPlace>()) {
    m_place->setChoice(place, displayText(place));
  }
}

} // namespace backflow
