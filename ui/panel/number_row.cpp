// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/number_row.h"

#include "ui/panel/appearance.h"
#include "ui/panel/number_field.h"

#include <QEvent>
#include <QPainter>
#include <QRandomGenerator>
#include <QToolButton>

namespace backflow {

namespace {

constexpr double largestSeed = 9007199254740991; ///< 2⁵³ − 1
constexpr int drawnSeeds = 100'000;              ///< few enough to be read out in class

QString seedName(const QString& prefix) {
  return prefix.isEmpty() ? QStringLiteral("seed") : prefix + QStringLiteral("Seed");
}

QPixmap diePixmap(int size, double ratio, const QColor& color) {
  QPixmap pixmap(QSize(size, size) * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color, 1.3));
  painter.drawRoundedRect(QRectF(1, 1, size - 2, size - 2), size * 0.2, size * 0.2);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  const double dot = size * 0.085;
  for (const QPointF place : {QPointF(.28, .28), QPointF(.72, .28), QPointF(.5, .5),
                              QPointF(.28, .72), QPointF(.72, .72)}) {
    painter.drawEllipse(place * size, dot, dot);
  }
  return pixmap;
}

} // namespace

NumberRow::NumberRow(const QString& name, const SliderScale& scale, QWidget* parent)
    : ControlRow(Size::Compact, Switch::None, parent),
      m_field(new NumberField(name + QStringLiteral("Field"), this)) {
  m_field->setScale(scale);
  if (scale.isWhole()) {
    m_field->setWholeLimits(scale.least(), scale.most());
  }
  addControl(m_field);
  addStretch();
  connect(m_field, &NumberField::valueEntered, this, &NumberRow::valueEdited);
  connect(m_field, &NumberField::editEnded, this, &NumberRow::editEnded);
  connect(m_field, &NumberField::textRejected, this,
          [this] { setProblem(m_field->expectation()); });
  connect(m_field, &NumberField::textRestored, this, [this] { setProblem({}); });
}

void NumberRow::setValue(double value) {
  m_field->setValue(value);
  if (!m_field->isBeingTyped()) {
    setProblem({});
  }
}

SeedRow::SeedRow(const QString& prefix, QWidget* parent)
    : NumberRow(seedName(prefix), SliderScale::whole(0, largestSeed), parent),
      m_dice(new QToolButton(this)) {
  m_dice->setObjectName(seedName(prefix) + QStringLiteral("Dice"));
  m_dice->setAutoRaise(true);
  m_dice->setFocusPolicy(Qt::StrongFocus);
  addControl(m_dice);
  connect(m_dice, &QToolButton::clicked, this, [this] {
    const double drawn = 1 + QRandomGenerator::global()->bounded(drawnSeeds - 1);
    emit valueEdited(drawn == field()->value() ? drawn + 1 : drawn);
    emit editEnded();
  });
  retranslate();
  drawDie();
}

void SeedRow::changeEvent(QEvent* event) {
  NumberRow::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    drawDie();
  }
}

void SeedRow::retranslate() {
  m_dice->setToolTip(tr("Draw a new seed"));
  m_dice->setAccessibleName(tr("Draw a new seed"));
}

void SeedRow::drawDie() {
  const int size = fontMetrics().height() + 1;
  QIcon icon;
  icon.addPixmap(diePixmap(size, devicePixelRatioF(), palette().color(QPalette::ButtonText)));
  icon.addPixmap(diePixmap(size, devicePixelRatioF(),
                           palette().color(QPalette::Disabled, QPalette::ButtonText)),
                 QIcon::Disabled);
  m_dice->setIcon(icon);
  m_dice->setIconSize(QSize(size, size));
}

} // namespace backflow
