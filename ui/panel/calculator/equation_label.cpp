// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/equation_label.h"

#include "ui/panel/calculator/equation_painting.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int narrowest = 160;

int whole(double length) {
  return static_cast<int>(std::ceil(length));
}

} // namespace

EquationLabel::EquationLabel(Breaking breaking, QWidget* parent)
    : QWidget(parent), m_breaking(breaking) {
  QSizePolicy policy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  if (breaking == Breaking::AtSpaces) {
    policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
  }
  setSizePolicy(policy);
}

void EquationLabel::setEquations(const QStringList& markup) {
  m_markup = markup;
  setAccessibleName(text());
  updateGeometry();
  update();
}

QString EquationLabel::text() const {
  QStringList lines;
  for (const QString& line : m_markup) {
    lines += plainEquation(line);
  }
  return lines.join(QLatin1Char('\n'));
}

double EquationLabel::lineHeight() const {
  return equationSize({}, font()).height();
}

QStringList EquationLabel::brokenTo(int width) const {
  QStringList lines;
  for (const QString& equation : m_markup) {
    QString line;
    for (const QString& word : equation.split(QLatin1Char(' '))) {
      const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
      if (!line.isEmpty() && equationSize(equationRuns(longer), font()).width() > width) {
        lines += line;
        line = word;
      } else {
        line = longer;
      }
    }
    lines += line;
  }
  return lines;
}

QSize EquationLabel::sizeHint() const {
  double width = 0;
  for (const QString& line : m_markup) {
    width = std::max(width, equationSize(equationRuns(line), font()).width());
  }
  return {whole(width) + 1, whole(static_cast<double>(m_markup.size()) * lineHeight())};
}

QSize EquationLabel::minimumSizeHint() const {
  return m_breaking == Breaking::OneLine
             ? sizeHint()
             : QSize(narrowest, whole(static_cast<double>(m_markup.size()) * lineHeight()));
}

int EquationLabel::heightForWidth(int width) const {
  return whole(static_cast<double>(brokenTo(width).size()) * lineHeight());
}

void EquationLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::WindowText));
  QPointF corner(0, 0);
  for (const QString& line : m_breaking == Breaking::OneLine ? m_markup : brokenTo(width())) {
    paintEquation(painter, corner, equationRuns(line), font());
    corner.ry() += lineHeight();
  }
}

void EquationLabel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) {
    updateGeometry();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
